import { NameError, type Diagnostic } from "../diagnostics.ts";
import { rootsOf, type Graph, type Root } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { at } from "../ir/affine.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { sweep } from "./sweep.ts";
import { unreached } from "./unreached.ts";

export interface DifferentiateOptions {
  /** Parameters, inputs or named values; by default every parameter, or every input where there is no loss. */
  readonly wrt?: readonly string[];
}

/** The graph with the cotangents of the loss, or with the Jacobians of the outputs where there is no loss. */
export function differentiate(graph: Graph, options: DifferentiateOptions = {}): Graph {
  const { space, spec } = graph;
  const named = new Map(rootsOf(graph, "definition").map((root) => [root.name, root.node]));
  const variable = (name: string): Node => {
    const node = named.get(name);
    if (node === undefined) throw new NameError(`${spec.source.file} has no value named ${name}`, name, [...named.keys()]);
    if (node.kind === "leaf" && (node.role === "label" || node.role === "index")) throw new NameError(`${name} is whole numbers of the data; nothing can be differentiated with respect to it`, name, []);
    return node;
  };
  if (!spec.batched) return withJacobians(graph, options.wrt ?? spec.columns.filter((c) => c.role === "input").map((c) => c.name), variable);
  const wrt = options.wrt ?? spec.parameters.map((parameter) => parameter.name);
  const total = rootsOf(graph, "total")[0]?.node as Node;
  const all = [...new Set([...wrt, ...spec.parameters.map((parameter) => parameter.name)])];
  const cotangents = sweep(space, total, space.fill(1), all.map(variable));
  const warnings: Diagnostic[] = [];
  const gradients = wrt.map((name): Root => {
    const node = variable(name);
    const cotangent = cotangents.get(node);
    if (cotangent === undefined) warnings.push(unreached(graph, name, node, total, cotangents));
    return { role: "gradient", name, node: cotangent ?? space.fill(0, node.shape) };
  });
  const names = [...named].flatMap(([name, node]): Root[] => (cotangents.has(node) && node !== total ? [{ role: "cotangent", name, node: cotangents.get(node) as Node }] : []));
  return { ...graph, roots: [...graph.roots, ...names, ...gradients], warnings: [...graph.warnings, ...warnings] };
}

/** ∂output/∂variable, shaped as the output and then the variable. */
function withJacobians(graph: Graph, wrt: readonly string[], variable: (name: string) => Node): Graph {
  const { space } = graph;
  const roots = rootsOf(graph, "output").flatMap(({ name, node }) => {
    const own = ownShape(node.shape);
    const seed = space.contraction([...own, ...own], own, [], [], [...own.map((_, k) => at(k)), ...own.map((_, k) => at(k))]);
    const cotangents = sweep(space, node, own.length === 0 ? space.fill(1) : seed, wrt.map(variable));
    return wrt.map((of): Root => {
      const target = variable(of);
      if (isBatched(target.shape)) throw new Error("Jacobians are of one example");
      return { role: "jacobian", name: `${name},${of}`, node: cotangents.get(target) ?? space.fill(0, [...own, ...target.shape]) };
    });
  });
  return { ...graph, roots: [...graph.roots, ...roots] };
}
