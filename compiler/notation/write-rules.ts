import type { Graph } from "../ir/graph.ts";
import type { Contraction, Node, Origin } from "../ir/node.ts";
import { isAccess } from "../ir/contraction.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import type { Line } from "./write-lines.ts";
import { Writer } from "./write-expression.ts";

/** The rules of differentiation that gave a line, in words, the one nearest to the loss first. */
export function rulesOf(graph: Graph, line: Line): readonly string[] {
  const { of } = line;
  const origins = [line.node, ...(line.root === undefined ? [] : [line.root.node])].flatMap((node) => graph.space.originsOf(node)).filter((origin) => origin.rule !== undefined);
  const between = of === undefined ? [] : origins.filter(({ primal }) => primal !== undefined && primal !== of && reachable([primal]).includes(of));
  const chosen = between.length > 0 ? between : origins;
  const telling = chosen.filter((origin) => !passesOn(origin));
  const words = (telling.length > 0 ? telling : chosen.slice(0, 1)).map((origin) => ruleText(origin, line));
  return [...new Set(words)].slice(0, 3);
}

const passesOn = ({ rule = "" }: Origin): boolean => /^\w+: d\w+ = g$/.test(rule);

/** One rule in a lecturer's words. */
function ruleText({ rule = "", primal }: Origin, { names }: Line): string {
  const writer = new Writer(names);
  const [, op, formula] = /^(\w+): (.*)$/.exec(rule) ?? [];
  if (primal?.kind === "contraction") return contractionRule(writer, rule, primal) ?? rule;
  if (op === undefined || formula === undefined || (primal?.kind !== "pointwise" && primal?.kind !== "derived")) return rule;
  const sign = /^d\w+ = (-?)g$/.exec(formula);
  if (sign !== null) return `${op === "add" ? "a sum" : op === "sub" ? "a difference" : op} passes it on${sign[1] === "-" ? " with a minus" : ""}`;
  return `chain rule through ${op}: ${formula}`;
}

function contractionRule(writer: Writer, rule: string, primal: Contraction): string | null {
  if (primal.reads.length === 1) {
    if (!isAccess(primal)) return primal.box.length > primal.write.length ? "each term of a sum gets the cotangent of the sum" : null;
    const [x] = primal.args as readonly [Node];
    if (isBatched(primal.shape) && !isBatched(x.shape) && primal.args.length === 1) return "the same for all examples: their cotangents add up";
    return ownShape(x.shape).length < ownShape(primal.shape).length ? "repeated: the cotangents of its copies add up" : "each cotangent goes where the number was read";
  }
  const k = rule.includes("left factor") ? 0 : rule.includes("right factor") ? 1 : -1;
  const [to, other] = [primal.args[k], primal.args[1 - k]];
  if (to === undefined || other === undefined || primal.reads.length !== 2) return null;
  const [rank, otherRank] = [ownShape(to.shape).length, ownShape(other.shape).length];
  const product = `${writer.text(primal).text} with respect to ${writer.text(to).text}`;
  if (rank === 2 && otherRank === 1) return `${product}: outer product of the cotangent and the vector`;
  if (rank === 1 && otherRank === 2) return `${product}: the matrix transposed, times the cotangent`;
  if (rank === 2 && otherRank === 2) return `${product}: the other matrix transposed, times the cotangent`;
  return `${product}: the other factor times the cotangent`;
}
