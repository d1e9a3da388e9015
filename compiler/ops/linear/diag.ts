import { at } from "../../ir/affine.ts";
import { Misuse, type StructuralOperation } from "../../ir/op.ts";
import { describeShape, isBatched, ownShape, withBatch } from "../../ir/shape.ts";
import { contract } from "./contract.ts";

/** A vector on the diagonal of a matrix, or the diagonal of a square matrix. */
export const diag: StructuralOperation = {
  kind: "structural",
  name: "diag",
  parameters: ["x"],
  source: "language.md, Operations",
  build(space, args) {
    const x = args[0] as typeof args[0] & {};
    const own = ownShape(x.shape);
    const size = own[0] as number;
    if (own.length !== 1 && !(own.length === 2 && own[1] === size)) throw new Misuse("shape-mismatch", `diag takes a vector or a square matrix, not ${describeShape(x.shape)}`, "a matrix is square if it has as many rows as columns");
    const batched = isBatched(x.shape);
    const lead = batched ? [at(0)] : [];
    const index = at(lead.length);
    const [vector, matrix] = [[...lead, index], [...lead, index, index]];
    return own.length === 1
      ? contract(space, withBatch([size, size], batched), withBatch([size], batched), [x], [vector], matrix)
      : contract(space, withBatch([size], batched), withBatch([size], batched), [x], [matrix], vector);
  },
};
