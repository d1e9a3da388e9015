import type { Node } from "../../ir/node.ts";
import { toNumber } from "../../ir/rational.ts";
import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";

/** The 1-, 2- or ∞-norm of a vector; of a matrix the Frobenius norm. */
export const norm: StructuralOperation = {
  kind: "structural",
  name: "norm",
  parameters: ["x", "p?"],
  source: "language.md, Operations",
  build(_space, args, context) {
    const [x, p] = args as readonly [Node, Node?];
    const order = p === undefined ? 2 : p.kind === "fill" ? toNumber(p.value) : NaN;
    if (![1, 2, Infinity].includes(order)) throw new Misuse("bad-norm", "the norms are 1, 2 and Inf", "the second argument is the kind of norm, not a dimension", 1);
    if (order !== 2 && ownShape(x.shape).length > 1) throw new Misuse("bad-norm", `the norm of ${describeShape(x.shape)} is the Frobenius norm`, "leave the second argument out", 1);
    if (order === 2) return context.apply("norm2", x);
    return context.apply(order === 1 ? "sum" : "max", context.apply("abs", x));
  },
};
