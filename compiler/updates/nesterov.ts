import type { UpdateRule } from "./rule.ts";

/** Nesterov's accelerated gradient, stated at the point that looks ahead. */
export const nesterov: UpdateRule = {
  name: "nesterov",
  text: "update(w, g, v) = [w + mu * (mu * v - rate * g) - rate * g, mu * v - rate * g]",
  constants: { mu: 0.9 },
  source: "Nesterov 1983, in the form of Bengio, Boulanger-Lewandowski & Pascanu 2012, arXiv:1212.0901",
};
