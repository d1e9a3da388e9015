import type { UpdateRule } from "./rule.ts";

/** Gradient descent with momentum. */
export const momentum: UpdateRule = {
  name: "momentum",
  text: "update(w, g, v) = [w + (mu * v - rate * g), mu * v - rate * g]",
  constants: { mu: 0.9 },
  source: "Polyak 1964",
};
