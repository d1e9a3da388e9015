import { NameError, SecondDerivativeError } from "../diagnostics.ts";
import { at, type Affine } from "../ir/affine.ts";
import { rootNamed, rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { describeShape, isBatched, ownShape, sizeOf, withBatch } from "../ir/shape.ts";
import { sumsExamples } from "../ir/contraction.ts";
import { reachable, type Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { contract, permute } from "../ops/linear/contract.ts";
import { sweep } from "./sweep.ts";
import { usualVariables, variableNamed } from "./variables.ts";

export interface SecondOptions {
  /** All blocks ∂²J/∂p∂q. */
  readonly hessian?: boolean;
  /** The Hessian times a direction, a block for each variable. */
  readonly hvp?: boolean;
  /** Of which scalar: a loss, or a scalar of a spec without one, by name. By default the total loss, or the one scalar output. */
  readonly of?: string;
  /** With respect to what; as for gradients. */
  readonly wrt?: readonly string[];
}

/** Hessians of more numbers (128 MiB of them) are refused. */
const mostNumbers = 2 ** 24;

/**
 * The named values of a differentiated graph, and the gradient of one scalar (roots `slope`), which is to be simplified
 * before it is swept again. Values on the way that are variables must be behind a barrier.
 * @throws NameError, SecondDerivativeError.
 */
export function withSlopes(graph: Graph, options: SecondOptions): Graph {
  const { space, spec } = graph;
  const { name, node } = scalarOf(graph, options.of);
  const usual = usualVariables(graph);
  const wrt = options.wrt ?? (usual.length > 0 ? usual : spec.columns.filter((column) => column.role === "input").map((column) => column.name));
  if (wrt.length === 0) throw new SecondDerivativeError(`${spec.source.file}: has no param(…) and no input(…), so there are no second derivatives of ${name}; name what they are with respect to, as in --wrt x`);
  const variables = wrt.map((variable) => ({ name: variable, node: variableNamed(graph, variable) }));
  if (options.hessian === true) checkSize(name, variables);
  const cotangents = sweep(space, node, space.fill(1), variables.map((variable) => variable.node));
  const slopes = variables.map((variable): Root => ({ role: "slope", name: `${name},${variable.name}`, node: cotangents.get(variable.node) ?? space.fill(0, variable.node.shape) }));
  return { ...graph, roots: [...rootsOf(graph, "definition", "cotangent"), ...slopes] };
}

/** The scalar that is to be differentiated twice, and what to call it. */
function scalarOf(graph: Graph, of: string | undefined): { readonly name: string; readonly node: Node } {
  const { batched, source } = graph.spec;
  const losses = rootsOf(graph, "loss");
  const scalars = batched ? losses : rootsOf(graph, "definition").filter(({ node }) => node.shape.length === 0 && node.kind !== "leaf");
  const outputs = scalars.filter(({ name }) => rootNamed(graph, "output", name) !== undefined);
  const list = (roots: readonly Root[]): string => roots.map((root) => root.name).join(", ");
  if (of === undefined) {
    if (batched) return { name: losses.map((root) => root.name).join("+"), node: rootsOf(graph, "total")[0]?.node as Node };
    if (outputs.length === 1) return outputs[0] as Root;
    throw new SecondDerivativeError(`${source.file}: second derivatives are of a scalar, and the spec has no loss(…) and ${outputs.length === 0 ? "no scalar output(…)" : `several scalar outputs, ${list(outputs)}: --of says of which`}`);
  }
  const found = scalars.find((root) => root.name === of);
  if (found !== undefined) return found;
  const named = rootNamed(graph, "definition", of);
  if (named === undefined) throw new NameError(`${source.file} has no value named ${of}`, of, scalars.map((root) => root.name));
  const wanted = batched ? `a loss, here ${list(losses)}` : scalars.length === 0 ? "a scalar, of which the spec has none" : `a scalar, here ${list(scalars)}`;
  const isScalar = ownShape(named.shape).length === 0;
  throw new NameError(`${of} is ${isScalar ? (batched ? "no loss" : "given, not computed") : describeShape(named.shape)}; second derivatives are of ${wanted}`, of, []);
}

function checkSize(name: string, variables: readonly { readonly name: string; readonly node: Node }[]): void {
  const size = variables.reduce((sum, { node }) => sum + sizeOf(ownShape(node.shape)), 0);
  if (size * size <= mostNumbers) return;
  const count = (value: number): string => value.toLocaleString("en");
  throw new SecondDerivativeError(`the Hessian of ${name} with respect to ${variables.map((variable) => variable.name).join(", ")} has ${count(size)} × ${count(size)} = ${count(size * size)} numbers, more than ${count(mostNumbers)}; name fewer variables, or let gradc compile --hvp emit its products with a direction, which store nothing of it`);
}

interface Variable {
  readonly name: string;
  readonly node: Node;
  /** ∂J of the scalar with respect to it. */
  readonly slope: Node;
}

/** A graph of slopes with the Hessian of their scalar, or with the Hessian's product with a direction, or both. */
export function withSecondDerivatives(graph: Graph, options: SecondOptions): Graph {
  const slopes = rootsOf(graph, "slope");
  const scalar = (slopes[0] as Root).name.replace(/,.*/, "");
  const variables = slopes.map(({ name, node }): Variable => ({ name: name.slice(scalar.length + 1), node: variableNamed(graph, name.slice(scalar.length + 1)), slope: node }));
  const roots = [...(options.hvp === true ? productRoots(graph, variables) : []), ...(options.hessian === true ? hessianRoots(graph, scalar, variables) : [])];
  return { ...graph, roots: [...graph.roots, ...roots] };
}

/** H·u: the gradient of s = Σ_p ⟨∂J/∂p, u_p⟩, the slope in the direction u. Source: Pearlmutter 1994, by two reverse sweeps. */
function productRoots(graph: Graph, variables: readonly Variable[]): readonly Root[] {
  const { space } = graph;
  const taken = new Set(graph.spec.statements.keys());
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  const builder = new Builder(space);
  const directions = variables.map(({ name, node }): Root => ({ role: "direction", name, node: space.leaf("direction", free(`u_${name}`), node.shape) }));
  const terms = variables.map(({ slope }, k) => {
    const all = slope.shape.map((_, index) => at(index));
    return contract(space, [], slope.shape, [slope, (directions[k] as Root).node], [all, all], []);
  });
  const s = terms.reduce((a, b) => builder.apply("add", [a, b]));
  space.note(s, { rule: "the slope of the loss in the direction u" });
  const cotangents = sweep(space, s, space.fill(1), variables.map((variable) => variable.node));
  const products = variables.map(({ name, node }): Root => ({ role: "product", name, node: cotangents.get(node) ?? space.fill(0, node.shape) }));
  return [...directions, { role: "sensitivity", name: free("s"), node: s }, ...sensitivities(graph, free("s"), cotangents), ...products];
}

/** ∂²J/∂p∂q, swept for from the slope of p back to q. Of two blocks that mirror each other there is one. */
function hessianRoots(graph: Graph, scalar: string, variables: readonly Variable[]): readonly Root[] {
  const { space } = graph;
  const blocks: Root[] = [];
  const names: Root[] = [];
  // What each example has its own of comes last: summed over the examples its share would be lost.
  const ordered = [...variables.filter(({ node }) => !isBatched(node.shape)), ...variables.filter(({ node }) => isBatched(node.shape))];
  for (const [k, { name: p, slope }] of ordered.entries()) {
    const others = ordered.slice(k);
    checkApart(graph, slope, others);
    const seed = identityOf(space, slope);
    const cotangents = sweep(space, slope, seed, others.map(({ node }) => node));
    names.push(...sensitivities(graph, `d${p}`, cotangents, seed));
    for (const { name: q, node } of others) {
      const zero = (): Node => space.fill(0, withBatch([...ownShape(slope.shape), ...ownShape(node.shape)], isBatched(node.shape)));
      blocks.push({ role: "hessian", name: `${scalar},${p},${q}`, node: cotangents.get(node) ?? zero() });
    }
  }
  return [...names, ...blocks];
}

/** Blocks of what each example has its own of are per example, which is not all of them where examples see each other. @throws SecondDerivativeError */
function checkApart({ spec }: Graph, slope: Node, others: readonly Variable[]): void {
  const own = others.find(({ node }) => isBatched(node.shape));
  if (own === undefined || !isBatched(slope.shape) || !reachable([slope]).some((node) => sumsExamples(node) && reachable([node]).includes(own.node))) return;
  throw new SecondDerivativeError(`${spec.source.file}: through the statistics of the batch each example's ${own.name} acts on the loss of all others, so its Hessian is no block for each example; name parameters, or let gradc compile --hvp emit products with a direction`);
}

/**
 * The graph with each block of a Hessian, in the order of the variables: one that mirrors another reads it, transposed.
 * It comes after the rewrites, which would compute it anew.
 */
export function withMirroredBlocks(graph: Graph): Graph {
  const { space } = graph;
  const blocks = new Map(rootsOf(graph, "hessian").map((root) => [root.name, root]));
  if (blocks.size === 0) return graph;
  const slopes = rootsOf(graph, "slope");
  const [scalar, ...variables] = [...(slopes[0] as Root).name.split(",").slice(0, 1), ...slopes.map(({ name }) => name.slice(name.indexOf(",") + 1))] as [string, ...string[]];
  const all = variables.flatMap((p) => variables.map((q): Root => {
    const [name, mirror] = [`${scalar},${p},${q}`, `${scalar},${q},${p}`];
    const known = blocks.get(name);
    if (known !== undefined) return known;
    const { node } = blocks.get(mirror) as Root;
    const rank = ownShape((rootNamed(graph, "slope", `${scalar},${q}`) as Node).shape).length;
    const last = ownShape(node.shape).map((_, k) => k).slice(rank);
    const moved = permute(space, node, [...last, ...Array.from({ length: rank }, (_, k) => k)]);
    space.note(moved, { rule: "the order does not matter", primal: node });
    return { role: "hessian", name, node: moved };
  }));
  return { ...graph, roots: [...graph.roots.filter((root) => root.role !== "hessian"), ...all] };
}

/** 1 where the first indices are the last ones, for each example where each has its own. */
function identityOf(space: Space, of: Node): Node {
  const own = ownShape(of.shape);
  const lead = isBatched(of.shape) ? 1 : 0;
  if (own.length === 0) return space.fill(1, of.shape);
  const indices = own.map((_, k) => at(k + lead));
  const write: readonly Affine[] = [...(lead === 1 ? [at(0)] : []), ...indices, ...indices];
  return contract(space, withBatch([...own, ...own], lead === 1), of.shape, [], [], write);
}

/** Names for what the second sweep passes through on its way to the variables: `ds_dh` for how s changes with h, `ds_ddh` with its cotangent. */
function sensitivities(graph: Graph, of: string, cotangents: ReadonlyMap<Node, Node>, seed?: Node): readonly Root[] {
  const variables = new Set(rootsOf(graph, "slope").map((root) => root.name.slice(root.name.indexOf(",") + 1)));
  const roots = [...rootsOf(graph, "definition").filter(({ name }) => !variables.has(name)), ...rootsOf(graph, "cotangent")];
  return roots.flatMap(({ role, name, node }): Root[] => {
    const cotangent = node.kind === "leaf" ? undefined : cotangents.get(node);
    return cotangent === undefined || cotangent === seed ? [] : [{ role: "sensitivity", name: `d${of}_d${role === "cotangent" ? "d" : ""}${name}`, node: cotangent }];
  });
}
