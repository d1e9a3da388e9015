import type { UpdateRule } from "./rule.ts";

/** Gradient descent. */
export const sgd: UpdateRule = {
  name: "sgd",
  text: "update(w, g) = [w - rate * g]",
  constants: {},
  source: "Robbins & Monro 1951",
};
