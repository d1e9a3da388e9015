import type { StructuralOperation } from "../../ir/op.ts";
import { wholeNumber } from "./dimensions.ts";

export const zeros: StructuralOperation = {
  kind: "structural",
  name: "zeros",
  parameters: ["extents…"],
  source: "language.md, Operations",
  build: (space, args) => space.fill(0, args.map((arg, k) => wholeNumber(arg, k, "an extent"))),
};
