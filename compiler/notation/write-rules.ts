import type { Graph } from "../ir/graph.ts";
import type { Contraction, Node, Origin, Pointwise } from "../ir/node.ts";
import { isAccess } from "../ir/contraction.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { operations } from "../ops/index.ts";
import { reachable } from "../ir/space.ts";
import type { Line } from "./write-lines.ts";
import { summands } from "./backpropagation.ts";
import { familiarName } from "./write-pointwise.ts";
import { Writer } from "./write-expression.ts";

const everyUse = "sum over every use of the value";

/** The rules of differentiation that gave a line, in words, the one nearest to the loss first. */
export function rulesOf(graph: Graph, line: Line): readonly string[] {
  const { of } = line;
  const origins = originsOf(graph, line.root === undefined ? [line.node] : [line.node, line.root.node]);
  if (origins.some((origin) => origin.rule === everyUse)) {
    const terms = summands(line.node).filter((term) => term !== line.node && !line.names.has(term));
    return [[everyUse, phrases(originsOf(graph, terms).filter((origin) => origin.rule !== everyUse), line).join("; ")].filter((part) => part !== "").join(": ")];
  }
  const between = of === undefined ? [] : origins.filter(({ primal }) => primal !== undefined && primal !== of && reachable([primal]).includes(of));
  return phrases(between.length > 0 ? between : origins, line);
}

const originsOf = (graph: Graph, nodes: readonly Node[]): readonly Origin[] => nodes.flatMap((node) => graph.space.originsOf(node)).filter((origin) => origin.rule !== undefined);

/** At most three rules, those that only hand the cotangent on left out where others tell more. */
function phrases(origins: readonly Origin[], line: Line): readonly string[] {
  const telling = origins.filter((origin) => !passesOn(origin));
  return [...new Set((telling.length > 0 ? telling : origins.slice(0, 1)).map((origin) => ruleText(origin, line)))].slice(0, 3);
}

const passesOn = ({ rule = "" }: Origin): boolean => /^\w+: d\w+ = g$/.test(rule);

/** One rule in a lecturer's words. */
function ruleText({ rule = "", primal }: Origin, { names }: Line): string {
  const [, op, formula] = /^(\w+): (.*)$/.exec(rule) ?? [];
  if (primal?.kind === "contraction") return contractionRule(new Writer(names, primal), rule, primal) ?? rule;
  if (op === undefined || formula === undefined || (primal?.kind !== "pointwise" && primal?.kind !== "derived")) return rule;
  const sign = /^d\w+ = (-?)g$/.exec(formula);
  if (sign !== null) return `${op === "add" ? "a sum" : op === "sub" ? "a difference" : op} passes it on${sign[1] === "-" ? " with a minus" : ""}`;
  return `chain rule through ${familiarName(op)}: ${primal.kind === "pointwise" ? inNames(formula, primal, new Writer(names)) : formula}`;
}

/** `∂y/∂x = y * (1 - y)` with the names of the spec in place of x and y, where they have any. */
function inNames(formula: string, primal: Pointwise, writer: Writer): string {
  const operation = operations.get(primal.op);
  if (!formula.startsWith("∂y/∂") || operation === undefined) return formula;
  const values = [["y", primal], ...primal.args.map((arg, k) => [(operation.parameters[k] ?? "").replace("?", ""), arg] as const)] as readonly (readonly [string, Node])[];
  const texts = new Map(values.map(([parameter, node]) => [parameter, writer.text(node).text]));
  const named = values.every(([, node]) => node.kind === "fill" || /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(writer.text(node).text));
  return named ? formula.replace(/(∂?)([A-Za-z]\w*)(?!\w*\()/g, (_, d: string, word: string) => d + (texts.get(word) ?? word)) : formula;
}

function contractionRule(writer: Writer, rule: string, primal: Contraction): string | null {
  if (primal.reads.length === 1) {
    const moves: boolean = isAccess(primal);
    if (!moves) return primal.box.length > primal.write.length ? "each term of a sum gets the cotangent of the sum" : "each cotangent goes where the number was read";
    const [x] = primal.args as readonly [Node];
    if (isBatched(primal.shape) && !isBatched(x.shape) && primal.args.length === 1) return "the same for all examples: their cotangents add up";
    return ownShape(x.shape).length < ownShape(primal.shape).length ? "repeated: the cotangents of its copies add up" : "each cotangent goes where the number was read";
  }
  const k = rule.includes("left factor") ? 0 : rule.includes("right factor") ? 1 : -1;
  const [to, other] = [primal.args[k], primal.args[1 - k]];
  if (to === undefined || other === undefined || primal.reads.length !== 2) return null;
  const [rank, otherRank] = [ownShape(to.shape).length, ownShape(other.shape).length];
  const whole = writer.text(primal).text;
  const product = `${whole.startsWith("{") ? "a sum of products" : whole} with respect to ${writer.text(to).text}`;
  if (rank === 2 && otherRank === 1) return `${product}: outer product of the cotangent and the vector`;
  if (rank === 1 && otherRank === 2) return `${product}: the matrix transposed, times the cotangent`;
  if (rank === 2 && otherRank === 2) return `${product}: the other matrix transposed, times the cotangent`;
  return `${product}: the other factor times the cotangent`;
}
