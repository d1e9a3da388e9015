import type { UpdateRule } from "./rule.ts";

/** Rates that fall with the running mean of squared gradients. */
export const rmsprop: UpdateRule = {
  name: "rmsprop",
  text:
    "update(w, g, s) = [w - rate * g / (sqrt(rho * s + (1 - rho) * g ^ 2) + epsilon), " +
    "rho * s + (1 - rho) * g ^ 2]",
  constants: { rho: 0.9, epsilon: 1e-8 },
  source: "Tieleman & Hinton 2012, lecture 6.5",
};
