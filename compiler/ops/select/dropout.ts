import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { equals, toNumber } from "../../ir/rational.ts";

/** Each element 0 with probability p, else x / (1 − p), drawn anew in each step of training; x itself at inference. */
export const dropout: StructuralOperation = {
  kind: "structural",
  name: "dropout",
  parameters: ["x", "p"],
  source: "language.md, Operations; Srivastava et al. 2014, JMLR 15",
  build(space, args, context) {
    const [x, p] = args as [typeof args[0] & {}, typeof args[0] & {}];
    const known = p.kind === "fill" ? toNumber(p.value) : context.defaultOf?.(p);
    if (p.shape.length > 0 || (known === undefined && (p.kind !== "leaf" || p.role !== "hyper"))) throw new Misuse("bad-probability", "the share that is dropped is a number or a hyperparameter", "write for example dropout(h, 0.5), or p = hyper(0.5)", 1);
    if (known !== undefined && !(known >= 0 && known < 1)) throw new Misuse("bad-probability", `the share that is dropped is at least 0 and less than 1, not ${known}`, "0.5 is usual for hidden units, 0.2 for inputs", 1);
    if (p.kind === "fill" && equals(p.value, 0)) return x;
    return context.apply("dropped", x, space.noise(x.shape), p, context.apply("div", space.fill(1), context.apply("sub", space.fill(1), p)));
  },
};
