import type { DerivedOperation } from "../../ir/op.ts";

/** log Σ exp(x), without overflow. */
export const logsumexp: DerivedOperation = {
  kind: "derived",
  name: "logsumexp",
  parameters: ["x"],
  scope: "along",
  result: "reduced",
  value: (x = []) => {
    const largest = Math.max(...x);
    return largest + Math.log(x.reduce((sum, one) => sum + Math.exp(one - largest), 0));
  },
  formula: "max(x) + log(sum(exp(x - max(x))))",
  vjp: ["g .* softmax(x)"],
  rewrites: ["logsumexp(x - c) -> logsumexp(x) - c | c repeated", "logsumexp(x + c) -> logsumexp(x) + c | c repeated"],
  source: "Blanchard, Higham & Higham 2021",
};
