import { isAccess } from "../ir/contraction.ts";
import type { Node } from "../ir/node.ts";
import { pointwise } from "./index.ts";

/** Whether a value changes in jumps only: a position, a comparison, a rounded number, or any of these moved. */
export function isStep(node: Node): boolean {
  switch (node.kind) {
    case "fill":
    case "literal":
      return true;
    case "reduction":
      return node.op === "argmax" || node.op === "argmin";
    case "pointwise":
      return pointwise(node.op).partials?.every((partial) => partial === "0") === true;
    case "contraction":
      return isAccess(node) && node.args.every(isStep);
    case "view":
      return node.args.every(isStep);
    default:
      return false;
  }
}
