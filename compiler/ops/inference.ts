import type { Node } from "../ir/node.ts";
import { reachable } from "../ir/space.ts";
import { pointwise } from "./index.ts";

/** Whether a value comes of random draws. */
export const isDrawn = (node: Node): boolean => reachable([node]).some((one) => one.kind === "leaf" && one.role === "noise");

/** Whether inference computes any of the values in another way than training. */
export const differAtInference = (nodes: readonly Node[]): boolean => reachable(nodes).some((one) => (one.kind === "leaf" && one.role === "noise") || atInference(one) !== null);

/** The argument that is an operation's value at inference, where no draws are made; null where the operation stays. */
export function atInference(node: Node): Node | null {
  if (node.kind !== "pointwise") return null;
  const { inference, parameters } = pointwise(node.op);
  if (inference === undefined) return null;
  const argument = (name: string): Node => node.args[parameters.indexOf(name)] as Node;
  return inference.draw === undefined || isDrawn(argument(inference.draw)) ? argument(inference.is) : null;
}
