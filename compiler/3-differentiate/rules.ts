import { at, type Affine } from "../ir/affine.ts";
import type { Contraction, Delay, Derived, Node, Pointwise, Reduction } from "../ir/node.ts";
import { equals, rational } from "../ir/rational.ts";
import { isBatched, ownShape, withBatch, type Extent } from "../ir/shape.ts";
import type { Space } from "../ir/space.ts";
import { Builder } from "../notation/build.ts";
import { build } from "../notation/text.ts";
import { isFinite } from "../ops/finite.ts";
import { derived, pointwise } from "../ops/index.ts";
import { contract, subscript, sumOver } from "../ops/linear/contract.ts";
import { bind, keepDimensions } from "../rewrite/expand.ts";

/** A share of the cotangent of an argument, and the rule that gave it. */
export interface Contribution {
  readonly to: Node;
  readonly cotangent: Node;
  readonly rule: string;
}

/** What a node hands to its active arguments, given its own cotangent: one rule per structural kind. */
export function pullBack(space: Space, node: Node, g: Node, active: (arg: Node) => boolean): readonly Contribution[] {
  switch (node.kind) {
    case "leaf":
    case "fill":
    case "literal":
      return [];
    case "pointwise":
      return pointwiseRule(space, node, g, active);
    case "contraction":
      return contractionRule(space, node, g, active);
    case "reduction":
      return active(node.args[0] as Node) ? reductionRule(space, node, g) : [];
    case "view": {
      const to = node.args[0] as Node;
      const lead = ownShape(g.shape).slice(0, ownShape(g.shape).length - ownShape(node.shape).length);
      return [{ to, cotangent: space.view(g, [...lead, ...ownShape(to.shape)]), rule: "the same numbers in their old shape" }];
    }
    case "derived":
      return derivedRule(space, node, g, active);
    case "delay":
      return active(node.args[0] as Node) ? [delayRule(space, node, g)] : [];
  }
}

/** What a delay begins with gets the cotangent of the first time step; the sweep sees to what it delays. */
function delayRule(space: Space, { args: [to], shape, direction, axis }: Delay, g: Node): Contribution {
  const lead = ownShape(g.shape).length - ownShape(shape).length;
  const first = direction === "forward" ? 0 : (ownShape(shape)[axis] as number) - 1;
  const cotangent = subscript(space, g, ownShape(g.shape).map((count, k) => (k === lead + axis ? { kind: "at", index: first } : { kind: "run", start: 0, count })));
  return { to: to as Node, cotangent, rule: "through time: the cotangent of the first step" };
}

function pointwiseRule(space: Space, node: Pointwise, g: Node, active: (arg: Node) => boolean): readonly Contribution[] {
  const mask = maskOf(g);
  if (mask !== null) return pointwiseRule(space, node, mask.inner, active).map((one) => ({ ...one, cotangent: mask.around(space, mask.test, one.cotangent) }));
  const operation = pointwise(node.op);
  const builder = new Builder(space);
  const names = { ...bind(operation.parameters, node.args), y: node, g };
  return node.args.flatMap((to, k) => {
    if (!active(to)) return [];
    const direct = operation.cotangents?.[k];
    const partial = operation.partials?.[k];
    const parameter = operation.parameters[k] as string;
    if (direct !== undefined) return isZero(direct) ? [] : [{ to, cotangent: build(builder, direct, names), rule: `${node.op}: d${parameter} = ${direct}` }];
    if (partial === undefined) throw new Error(`${node.op} states no partial for ${parameter}`);
    if (isZero(partial)) return [];
    const factor = build(builder, partial, names);
    const cotangent = factor.kind === "fill" && equals(factor.value, 1) ? g : builder.apply("mul", [g, factor]);
    return [{ to, cotangent, rule: `${node.op}: ∂y/∂${parameter} = ${partial}` }];
  });
}

/** A cotangent that is 0 where a branch was not taken. */
interface Mask {
  readonly test: Node;
  readonly inner: Node;
  /** 0 where the branch was not taken, whatever the value is there: 0 times a NaN would be NaN. */
  around(space: Space, test: Node, value: Node): Node;
}

function maskOf(g: Node): Mask | null {
  if (g.kind !== "pointwise" || g.op !== "select") return null;
  const [test, then, otherwise] = g.args as readonly [Node, Node, Node];
  const zero = (x: Node): boolean => x.kind === "fill" && equals(x.value, 0);
  if (zero(otherwise)) return { test, inner: then, around: (space, of, value) => new Builder(space).apply("select", [of, value, space.fill(0)]) };
  if (zero(then)) return { test, inner: otherwise, around: (space, of, value) => new Builder(space).apply("select", [of, space.fill(0), value]) };
  return null;
}

/** The masks of a cotangent, the outermost first. */
function masksOf(g: Node): readonly Mask[] {
  const mask = maskOf(g);
  return mask === null ? [] : [mask, ...masksOf(mask.inner)];
}

const isZero = (text: string): boolean => text.trim() === "0";

/** Swap the accesses of result and operand: it holds for every contraction, and gives another one. */
function contractionRule(space: Space, node: Contraction, g: Node, active: (arg: Node) => boolean): readonly Contribution[] {
  const leadExtents = ownShape(g.shape).slice(0, ownShape(g.shape).length - ownShape(node.shape).length);
  const box: readonly Extent[] = [...node.box, ...leadExtents];
  const lead = leadExtents.map((_, k) => at(node.box.length + k));
  const withLead = (access: readonly Affine[], batched: boolean): Affine[] => (batched ? [access[0] as Affine, ...lead, ...access.slice(1)] : [...lead, ...access]);
  const leaves = node.args.slice(node.reads.length);
  const masks = leaves.length === 0 ? masksOf(g) : [];
  return node.reads.flatMap((read, k) => {
    const to = node.args[k] as Node;
    if (!active(to)) return [];
    const others = node.reads.map((_, j) => j).filter((j) => j !== k);
    const shape = withBatch([...leadExtents, ...ownShape(to.shape)], isBatched(to.shape));
    const args = [g, ...others.map((j) => node.args[j] as Node), ...leaves];
    const reads = [withLead(node.write, isBatched(node.shape)), ...others.map((j) => node.reads[j] as readonly Affine[])];
    const innermost = masks.at(-1);
    if (innermost !== undefined && !others.every((j) => isFinite(node.args[j] as Node))) {
      const identity = box.map((_, index) => at(index));
      const inBox = (x: Node, access: readonly Affine[]): Node => contract(space, box, box, [x], [access], identity);
      const product = contract(space, box, box, [innermost.inner, ...args.slice(1)], reads, identity);
      const kept = masks.reduceRight((value, mask) => mask.around(space, inBox(mask.test, reads[0] as readonly Affine[]), value), product);
      return [{ to, cotangent: contract(space, shape, box, [kept], [identity], withLead(read, isBatched(to.shape))), rule: contractionRuleName(node, k) }];
    }
    return [{ to, cotangent: contract(space, shape, box, args, reads, withLead(read, isBatched(to.shape))), rule: contractionRuleName(node, k) }];
  });
}

function contractionRuleName(node: Contraction, k: number): string {
  if (node.reads.length === 1) return "swap the accesses of result and operand";
  return k === 0 ? "product: swap the result with the left factor" : "product: swap the result with the right factor";
}

/** The cotangent goes to the element chosen (or, for a product, to each element times the product of the others). */
function reductionRule(space: Space, node: Reduction, g: Node): readonly Contribution[] {
  const [to] = node.args as readonly [Node];
  const builder = new Builder(space);
  const rank = node.shape.length;
  const inBox = (x: Node, read: readonly Affine[]): Node => contract(space, node.box, node.box, [x], [read], node.box.map((_, k) => at(k)));
  const ofResult = (x: Node): Node => inBox(x, x.shape.map((_, k) => at(k)));
  const give = (share: Node, rule: string): readonly Contribution[] => {
    const leadExtents = ownShape(g.shape).slice(0, ownShape(g.shape).length - ownShape(node.shape).length);
    const lead = leadExtents.map((_, k) => at(node.box.length + k));
    const batched = isBatched(node.shape);
    const result = Array.from({ length: rank }, (_, k) => at(k));
    const place = (access: readonly Affine[], isB: boolean): Affine[] => (isB ? [access[0] as Affine, ...lead, ...access.slice(1)] : [...lead, ...access]);
    const shape = withBatch([...leadExtents, ...ownShape(to.shape)], isBatched(to.shape));
    return [{ to, cotangent: contract(space, shape, [...node.box, ...leadExtents], [g, share], [place(result, batched), node.box.map((_, k) => at(k))], place(node.read, isBatched(to.shape))), rule }];
  };
  switch (node.op) {
    case "argmax":
    case "argmin":
      return [];
    case "max":
    case "min": {
      if (node.tie === "first") {
        const chosen = space.reduction(node.op === "max" ? "argmax" : "argmin", "first", node.shape, node.box, to, node.read);
        return give(builder.apply("equal", [positions(space, node), ofResult(chosen)]), `${node.op}: the first ${node.op === "max" ? "largest" : "smallest"} element gets it`);
      }
      const ties = builder.apply("equal", [inBox(to, node.read), ofResult(node)]);
      const reduced = node.box.map((_, k) => k).slice(rank).map((k) => k - (isBatched(node.box) ? 1 : 0));
      return give(builder.apply("div", [ties, ofResult(sumOver(space, ties, reduced))]), `${node.op}: equal elements share it`);
    }
    case "prod":
      return give(otherFactors(space, builder, node, to), "product: the other factors");
  }
}

/** The row-major position of each point among the reduced indices, as a value over the box. */
function positions(space: Space, node: Reduction, box = node.box, from = node.shape.length): Node {
  const extents = node.box.slice(node.shape.length) as readonly number[];
  const count = extents.reduce((a, b) => a * b, 1);
  const iota = space.literal(Array.from({ length: count }, (_, k) => rational(k)), extents);
  return contract(space, box, box, [iota], [extents.map((_, k) => at(from + k))], box.map((_, k) => at(k)));
}

/** Over (box, reduced indices again): the product along the second copy, skipping the first one's element; right at zeros too. */
function otherFactors(space: Space, builder: Builder, node: Reduction, to: Node): Node {
  const rank = node.shape.length;
  const box: readonly Extent[] = [...node.box, ...node.box.slice(rank)];
  const identity = box.map((_, k) => at(k));
  const second = (e: Affine): Affine => ({ ...e, terms: e.terms.map(({ index, coefficient }) => ({ index: index < rank ? index : index + node.box.length - rank, coefficient })) });
  const element = contract(space, box, box, [to], [node.read.map(second)], identity);
  const same = builder.apply("equal", [positions(space, node, box, rank), positions(space, node, box, node.box.length)]);
  const factors = builder.apply("select", [same, space.fill(1), element]);
  return space.reduction("prod", "first", node.box, box, factors, identity);
}

function derivedRule(space: Space, node: Derived, g: Node, active: (arg: Node) => boolean): readonly Contribution[] {
  const operation = derived(node.op);
  if (operation.vjp === undefined) throw new Error(`${node.op} has no rule of its own and should have been expanded`);
  const rank = ownShape((node.args[0] as Node).shape).length;
  const keep = (x: Node): Node => (operation.result === "reduced" ? keepDimensions(space, x, rank, node.dimensions) : x);
  const names = { ...bind(operation.parameters, node.args), y: keep(node), g: keep(g) };
  const builder = new Builder(space, { along: node.dimensions });
  return node.args.flatMap((to, k) => {
    const text = operation.vjp?.[k];
    if (!active(to) || text === undefined || isZero(text)) return [];
    return [{ to, cotangent: build(builder, text, names), rule: `${node.op}: d${operation.parameters[k]} = ${text}` }];
  });
}
