import type { UpdateRule } from "./rule.ts";

/** Adam with weight decay apart from the gradient. */
export const adamw: UpdateRule = {
  name: "adamw",
  text:
    "update(w, g, m, v) = [w - rate * ((beta1 * m + (1 - beta1) * g) / (1 - beta1 ^ t)) / (sqrt((beta2 * v + (1 - beta2) * g ^ 2) / (1 - beta2 ^ t)) + epsilon) - rate * decay * w, " +
    "beta1 * m + (1 - beta1) * g, " +
    "beta2 * v + (1 - beta2) * g ^ 2]",
  constants: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, decay: 0.01 },
  source: "Loshchilov & Hutter 2017, arXiv:1711.05101, algorithm 2",
};
