import type { Diagnostic, Source, Span } from "../diagnostics.ts";
import type { Column, DataSource, Initial, TrainDefaults } from "../../runtime/model.ts";
import type { Node } from "./node.ts";
import type { Space } from "./space.ts";

/** A parameter's norm, of all its elements or of each row, is at most so much after each step. */
export interface Constraint {
  readonly parameter: string;
  readonly of: "all" | "rows";
  readonly most: number;
}

/** What a spec declares beside its mathematics. */
export interface Spec {
  readonly name: string;
  readonly source: Source;
  /** Those that are trained, then running statistics, which each step sets. */
  readonly parameters: readonly { readonly name: string; readonly shape: readonly number[]; readonly initial: Initial; readonly node: Node; readonly statistic?: true }[];
  readonly columns: readonly (Column & { readonly node: Node })[];
  readonly hypers: readonly { readonly name: string; readonly value: number; readonly node: Node }[];
  readonly conventions: { readonly reluAtZero: 0 | 0.5 | 1; readonly maxTie: "first" | "split"; readonly reduction: "mean" | "sum"; /** null where the spec does not say. */ readonly layout: "gradient" | "derivative" | null };
  readonly data: DataSource | null;
  readonly train: TrainDefaults & {
    readonly rateSpan: Span | null;
    /** Constants of the update rule that the spec sets. */
    readonly constants: ReadonlyMap<string, number>;
    /** The largest norm that all gradients have together, larger ones being scaled down to it. */
    readonly clipNorm: number | null;
    /** The update rule that the spec writes itself, as text. */
    readonly rule: string | null;
    readonly constraints: readonly Constraint[];
  };
  /** The statement that gives each name, for comments: `h = relu(W1 * x + b1)`. */
  readonly statements: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
  /** Whether values are per example of a batch (a spec with a loss), or of one example alone. */
  readonly batched: boolean;
}

/**
 * Why a node is kept. `definition`, `cotangent` and `sensitivity` only give names, and `slope` (the gradient of what is to be
 * differentiated twice) and `direction` (the leaf that stands for one) help to make others; the rest are computed.
 * `loss`, `metric` and `total` are reduced over the batch; a `statistic` is a running one after a step; `parameter` and `state` are the values after an update;
 * a `hessian` is named `J,p,q` for ∂²J/∂p∂q, a `product` after the variable that its entries belong to.
 */
export type Role =
  | "definition" | "cotangent" | "output" | "loss" | "metric" | "total" | "gradient" | "jacobian" | "statistic" | "parameter" | "state"
  | "slope" | "direction" | "sensitivity" | "hessian" | "product";

export interface Root {
  readonly role: Role;
  readonly name: string;
  readonly node: Node;
}

/** The network, and all that is known of it so far. A phase takes one and returns another over the same space. */
export interface Graph {
  readonly spec: Spec;
  readonly space: Space;
  readonly roots: readonly Root[];
  readonly warnings: readonly Diagnostic[];
}

export const trainedParameters = ({ parameters }: Spec): Spec["parameters"] => parameters.filter(({ statistic }) => statistic !== true);

export const rootsOf = (graph: Graph, ...roles: readonly Role[]): readonly Root[] => graph.roots.filter((root) => roles.includes(root.role));

/** The value after an update of each parameter, followed by those of its states. */
export function updatesOf(graph: Graph): readonly (readonly [Root, ...Root[]])[] {
  const updates: [Root, ...Root[]][] = [];
  for (const root of rootsOf(graph, "parameter", "state")) {
    if (root.role === "parameter") updates.push([root]);
    else updates.at(-1)?.push(root);
  }
  return updates;
}

export const rootNamed = (graph: Graph, role: Role, name: string): Node | undefined => graph.roots.find((root) => root.role === role && root.name === name)?.node;
