import type { RecurrentOperation } from "../../ir/op.ts";

/** All states of a recurrence, h[t] = f(h[t − 1], X[t]), stacked: the first that stands there is that after one step. */
export const scan: RecurrentOperation = {
  kind: "recurrent",
  name: "scan",
  parameters: ["f", "h0", "X"],
  result: "all",
  source: "language.md, Networks; Elman 1990",
};
