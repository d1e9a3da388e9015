import type { DerivedOperation } from "../../ir/op.ts";

/** The logarithm of softmax, in nats, finite where softmax underflows. */
export const logSoftmax: DerivedOperation = {
  kind: "derived",
  name: "logSoftmax",
  parameters: ["x"],
  scope: "along",
  result: "same",
  value: (x = []) => {
    const largest = Math.max(...x);
    const total = Math.log(x.reduce((sum, one) => sum + Math.exp(one - largest), 0));
    return x.map((one) => one - largest - total);
  },
  formula: "x - max(x) - log(sum(exp(x - max(x))))",
  vjp: ["g - softmax(x) .* sum(g)"],
  rewrites: ["logSoftmax(logSoftmax(x)) -> logSoftmax(x)", "logSoftmax(x - c) -> logSoftmax(x) | c repeated", "logSoftmax(x + c) -> logSoftmax(x) | c repeated"],
  source: "Blanchard, Higham & Higham 2021",
};
