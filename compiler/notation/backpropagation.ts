import { indicesOf, plainIndex } from "../ir/affine.ts";
import { sumsExamples } from "../ir/contraction.ts";
import { rootsOf, type Graph } from "../ir/graph.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { isBatched, ownShape, sameShape } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";

const words = {
  EQ1: "EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)",
  EQ2: "EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z)",
  EQ3: "EQ3: ∂C/∂b = δ",
  EQ4: "EQ4: ∂C/∂w = δ aᵀ",
} as const;

/**
 * Which of the four equations of backpropagation gives a node, told by structure alone: an error δ is what the gradient
 * of a layer's weights multiplies the layer's input with.
 * Source: Nielsen, Neural Networks and Deep Learning, chapter 2 (BP1–BP4); USU CS5600.
 */
export function backpropagationEquations(graph: Graph): ReadonlyMap<Node, string> {
  const equations = new Map<Node, string>();
  const forward = new Set(reachable(rootsOf(graph, "definition", "loss", "total").map((root) => root.node)));
  const gradients = rootsOf(graph, "gradient");
  const errors = new Set<Node>();
  for (const { name, node } of gradients) {
    const weight = graph.spec.parameters.find((parameter) => parameter.name === name)?.node;
    if (weight === undefined || ownShape(weight.shape).length < 2) continue;
    const terms = summands(node).map((term) => ({ term, error: errorOf(term, weight, forward) }));
    const found = terms.flatMap(({ error }) => (error === null ? [] : [error]));
    const others = terms.filter(({ error }) => error === null);
    if (found.length === 0 || others.some(({ term }) => isOverExamples(term))) continue;
    equations.set(node, others.length > 0 ? `${words.EQ4}, and the regulariser's share` : words.EQ4);
    for (const error of found) errors.add(error);
  }
  for (const { node } of gradients) {
    const terms = summands(node);
    if (terms.length > 0 && terms.every((term) => sumsExamples(term) && term.args.length === 1 && errors.has(unscaled(term.args[0] as Node)))) equations.set(node, words.EQ3);
  }
  for (const error of errors) {
    const way = wayOf(error, forward);
    if (way !== "values") equations.set(error, way === "weights" ? words.EQ2 : words.EQ1);
  }
  return equations;
}

/** The value without numbers that scale it. */
export function unscaled(node: Node): Node {
  if (node.kind !== "pointwise") return node;
  const [a, b] = node.args as readonly [Node, Node];
  if (node.op === "neg") return unscaled(a);
  return node.op === "mul" && isNumber(a) && !isNumber(b) ? unscaled(b) : node;
}

/** One number, or one number repeated. */
const isNumber = (node: Node): boolean => node.kind === "fill" || node.shape.length === 0 || (node.kind === "contraction" && node.args.length === 1 && node.args[0]?.shape.length === 0);

/** The terms of a sum, each without the numbers that scale it. */
export function summands(node: Node): readonly Node[] {
  const terms: Node[] = [];
  const stack = [node];
  while (stack.length > 0) {
    const next = unscaled(stack.pop() as Node);
    if (next.kind === "pointwise" && next.op === "add") stack.push(...next.args);
    else terms.push(next);
  }
  return terms;
}

/** A product of matrices and vectors, nothing more: each index belongs to two of the operands and the result. */
function isProduct(node: Node): node is Contraction {
  if (node.kind !== "contraction" || node.args.length !== 2 || node.reads.length !== 2) return false;
  const accesses = [...node.reads, node.write];
  if (accesses.some((access) => access.some((e) => plainIndex(e) === null))) return false;
  return node.box.every((extent, k) => extent === "n" || accesses.filter((access) => access.filter((e) => plainIndex(e) === k).length === 1).length === 2);
}

const isOverExamples = (node: Node): boolean => reachable([node]).some(sumsExamples);

/** The δ of a gradient Σn δ aᵀ, where a is what the weights meet in the forward pass; null for anything else. */
function errorOf(term: Node, weight: Node, forward: ReadonlySet<Node>): Node | null {
  if (!isProduct(term) || !sumsExamples(term) || !sameShape(term.shape, weight.shape)) return null;
  const [a, b] = term.args as readonly [Node, Node];
  const meets = (input: Node): boolean => [...forward].some((node) => isProduct(node) && node.args.includes(weight) && node.args.includes(input));
  const error = meets(b) ? a : meets(a) ? b : null;
  return error !== null && isBatched(error.shape) ? unscaled(error) : null;
}

/**
 * What an error comes through on its way from the loss: the weights of a later layer, nothing but elementwise functions
 * (then its layer is an output), or a product of two values of the example, as in attention, or the next time step, which no equation of the four is about.
 */
function wayOf(error: Node, forward: ReadonlySet<Node>): "weights" | "values" | "output" {
  const seen = new Set<Node>();
  const stack = [error];
  let way: "values" | "output" = "output";
  while (stack.length > 0) {
    const node = stack.pop() as Node;
    if (seen.has(node) || forward.has(node)) continue;
    seen.add(node);
    if (isProduct(node) && node.args.some((arg) => arg.kind === "leaf" && arg.role === "param") && node.args.some((arg) => isBatched(arg.shape))) return "weights";
    if (multipliesValues(node) || node.kind === "delay") way = "values";
    if (node.kind !== "contraction" || node.reads.length === 1) stack.push(...node.args);
  }
  return way;
}

/** Whether a node is a matrix times a vector or a matrix, both of the example, or of parts of them. */
function multipliesValues(node: Node): boolean {
  if (node.kind !== "contraction" || node.args.length !== 2 || node.args.some((arg) => !isBatched(arg.shape))) return false;
  const own = node.reads.map((read) => [...indicesOf(read)].filter((index) => node.box[index] !== "n"));
  const [left, right, result] = [new Set(own[0]), new Set(own[1]), indicesOf(node.write)];
  return [...left].some((index) => right.has(index) && !result.has(index)) && [...left, ...right].some((index) => left.has(index) !== right.has(index));
}
