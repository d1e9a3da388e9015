import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, ownShape } from "../../ir/shape.ts";
import { product } from "./contract.ts";

/** `*`: scalar times anything, and the products of linear algebra. */
export const multiply: StructuralOperation = {
  kind: "structural",
  name: "multiply",
  parameters: ["a", "b"],
  internal: true,
  source: "language.md, Shapes",
  build(space, args, context) {
    const [a, b] = args as [typeof args[0] & {}, typeof args[0] & {}];
    const [p, q] = [ownShape(a.shape), ownShape(b.shape)];
    if (p.length === 0 || q.length === 0) return context.apply("mul", a, b);
    if (p.length > 2 || q.length > 2) throw new Misuse("shape-mismatch", `cannot multiply ${describeShape(a.shape)} by ${describeShape(b.shape)}`, "for elementwise products write .*; flatten(x) makes a vector of it");
    const inner = p[p.length - 1] as number;
    if (inner !== q[0]) {
      const turned = p.length === 1 && q.length === 2 && q[1] === inner ? "; with the matrix on the left they fit" : p.length === 2 && p[0] === q[0] ? "; transposed by a ' the left matrix fits" : "";
      const outer = p.length === 1 && q.length === 1;
      throw new Misuse("shape-mismatch", `cannot multiply ${describeShape(a.shape)} by ${describeShape(b.shape)}`, p.length === 1 && q.length === 2 && q[0] === 1 ? "for a column times a row write outer(a, b)" : outer ? "the dot product needs equal lengths; outer(a, b) multiplies every pair" : `${q.length === 1 ? `a vector of ${inner}` : `a matrix with ${inner} rows`} was expected${turned}`);
    }
    return product(space, a, p.length === 2 ? "ij" : "j", b, q.length === 2 ? "jk" : "j", (p.length === 2 ? "i" : "") + (q.length === 2 ? "k" : ""));
  },
};
