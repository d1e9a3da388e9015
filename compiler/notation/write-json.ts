import type { Span } from "../diagnostics.ts";
import type { Graph, Role } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import type { Program } from "../ir/program.ts";
import { toNumber } from "../ir/rational.ts";
import type { Extent } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { backpropagationEquations } from "./backpropagation.ts";
import { writeEquation } from "./write-equation.ts";
import { linesOf } from "./write-lines.ts";
import { writeProgram } from "./write-program.ts";

export interface NodeJson {
  readonly id: number;
  readonly kind: Node["kind"];
  /** The operation of a pointwise, reduction or derived node, the role of a leaf. */
  readonly op: string | null;
  /** Extents, `"n"` for the examples. */
  readonly shape: readonly Extent[];
  readonly args: readonly number[];
  /** What a delay delays, and which way time runs: the value of the step before, or after. */
  readonly next?: number;
  readonly direction?: "forward" | "backward";
  readonly name: string | null;
  /** The node as mathematics. */
  readonly text: string;
  readonly value?: number;
  readonly origins: readonly OriginJson[];
  /** Which of the four equations of backpropagation it is. */
  readonly equation?: string;
}

export interface OriginJson {
  readonly line?: number;
  readonly column?: number;
  readonly rule?: string;
  /** The id of the node for whose sake the rule was applied. */
  readonly primal?: number;
}

export interface GraphJson {
  readonly nodes: readonly NodeJson[];
  readonly roots: readonly { readonly role: Role; readonly name: string; readonly node: number }[];
}

/** A graph as plain data, for `inspect --json`. */
export function graphJson(graph: Graph): GraphJson {
  const names = new Map<Node, string>();
  for (const line of linesOf(graph)) if (!names.has(line.node) && line.node.kind !== "leaf" && line.node.kind !== "fill") names.set(line.node, line.name);
  const equations = backpropagationEquations(graph);
  const nodes = reachable(graph.roots.map((root) => root.node)).map((node): NodeJson => {
    const { left, operator, right } = writeEquation("", node, names);
    const equation = equations.get(node);
    return {
      id: node.id,
      kind: node.kind,
      op: "op" in node ? node.op : node.kind === "leaf" ? node.role : null,
      shape: node.shape,
      args: node.args.map((arg) => arg.id),
      ...(node.kind === "delay" ? { next: (node.knot.next as Node).id, direction: node.direction } : {}),
      name: node.kind === "leaf" ? node.name : names.get(node) ?? null,
      text: left === "" ? right : `${left} ${operator} ${right}`,
      ...(node.kind === "fill" ? { value: toNumber(node.value) } : {}),
      origins: originsJson(graph, node),
      ...(equation === undefined ? {} : { equation }),
    };
  });
  return { nodes, roots: graph.roots.map(({ role, name, node }) => ({ role, name, node: node.id })) };
}

function originsJson(graph: Graph, node: Node): readonly OriginJson[] {
  const place = (span: Span | undefined): OriginJson => (span === undefined ? {} : graph.spec.source.position(span.start));
  return graph.space.originsOf(node).map(({ span, rule, primal }) => ({ ...place(span), ...(rule === undefined ? {} : { rule }), ...(primal === undefined ? {} : { primal: primal.id }) }));
}

export interface ProgramJson {
  readonly name: Program["name"];
  readonly buffers: readonly { readonly name: string; readonly extents: readonly number[]; readonly perExample: boolean; readonly kind: string; readonly role: string | null }[];
  readonly sections: readonly { readonly each: "batch" | "example"; readonly rowsOf?: string; readonly steps: readonly { readonly target: string; readonly node: number; readonly accumulate: boolean; readonly indices: readonly number[] }[] }[];
  /** The same as a lecturer reads it. */
  readonly text: string;
}

/** A lowered function as plain data. */
export function programJson(program: Program): ProgramJson {
  return {
    name: program.name,
    buffers: program.buffers.map(({ name, extents, perExample, kind, leaf, result }) => ({ name, extents, perExample, kind, role: result?.role ?? leaf?.role ?? null })),
    sections: program.sections.map(({ each, rowsOf, steps }) => ({ each, ...(rowsOf === undefined ? {} : { rowsOf }), steps: steps.map(({ target, node, accumulate, indices }) => ({ target: target.name, node: node.id, accumulate, indices: indices.map((index) => index.extent) })) })),
    text: writeProgram(program),
  };
}
