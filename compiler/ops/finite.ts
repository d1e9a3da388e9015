import type { Node } from "../ir/node.ts";
import { reachable } from "../ir/space.ts";
import { pointwise } from "./index.ts";

/** Defined everywhere, but too large soon. */
const overflowing: ReadonlySet<string> = new Set(["exp", "expm1", "sinh", "cosh", "pow"]);

/** Whether a value is a number wherever its leaves are moderate ones, so that a product of it with 0 is 0. */
export const isFinite = (value: Node): boolean =>
  reachable([value]).every((node) => {
    if (node.kind !== "pointwise") return true;
    const divisor = node.args[1];
    if (node.op === "div") return divisor?.kind === "fill" || (divisor?.kind === "leaf" && divisor.role === "count");
    return !overflowing.has(node.op) && pointwise(node.op).domain === undefined;
  });
