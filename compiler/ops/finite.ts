import type { Node } from "../ir/node.ts";
import { reachable } from "../ir/space.ts";
import { pointwise } from "./index.ts";

/**
 * Whether a value is a number wherever its leaves are moderate ones, so that a product of it with 0 is 0. A quotient is
 * one where the divisor cannot be 0: a constant, or the size of the batch.
 */
export const isFinite = (value: Node): boolean =>
  reachable([value]).every((node) => {
    if (node.kind !== "pointwise") return true;
    const operation = pointwise(node.op);
    if (operation.counts === "divide") return isNeverZero(node.args[1] as Node);
    return operation.overflows !== true && operation.domain === undefined;
  });

const isNeverZero = (divisor: Node): boolean => divisor.kind === "fill" || (divisor.kind === "leaf" && divisor.role === "count");
