import type { UpdateRule } from "./rule.ts";

/** Rates that fall with the sum of squared gradients. */
export const adagrad: UpdateRule = {
  name: "adagrad",
  text: "update(w, g, s) = [w - rate * g / (sqrt(s + g ^ 2) + epsilon), s + g ^ 2]",
  constants: { epsilon: 1e-10 },
  source: "Duchi, Hazan & Singer 2011",
};
