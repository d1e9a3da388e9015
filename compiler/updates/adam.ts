import type { UpdateRule } from "./rule.ts";

/** Running means of gradient and squared gradient, corrected for their start at zero. */
export const adam: UpdateRule = {
  name: "adam",
  text:
    "update(w, g, m, v) = [w - rate * ((beta1 * m + (1 - beta1) * g) / (1 - beta1 ^ t)) / (sqrt((beta2 * v + (1 - beta2) * g ^ 2) / (1 - beta2 ^ t)) + epsilon), " +
    "beta1 * m + (1 - beta1) * g, " +
    "beta2 * v + (1 - beta2) * g ^ 2]",
  constants: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  source: "Kingma & Ba 2014, arXiv:1412.6980, algorithm 1",
};
