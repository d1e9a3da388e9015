import type { StructuralOperation } from "../../ir/op.ts";
import { wholeNumber } from "./dimensions.ts";

export const ones: StructuralOperation = {
  kind: "structural",
  name: "ones",
  parameters: ["extents…"],
  source: "language.md, Operations",
  build: (space, args) => space.fill(1, args.map((arg, k) => wholeNumber(arg, k, "an extent"))),
};
