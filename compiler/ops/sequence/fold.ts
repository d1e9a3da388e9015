import type { RecurrentOperation } from "../../ir/op.ts";

/** The last state of a recurrence, h[t] = f(h[t − 1], X[t]). */
export const fold: RecurrentOperation = {
  kind: "recurrent",
  name: "fold",
  parameters: ["f", "h0", "X"],
  result: "last",
  source: "language.md, Networks; Elman 1990",
};
