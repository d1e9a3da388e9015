import { rootsOf, type Graph, type Role, type Root } from "../ir/graph.ts";
import { sumsExamples } from "../ir/contraction.ts";
import type { Node } from "../ir/node.ts";
import { loadsOf, sameOffset, type Buffer, type Program, type Section, type Step } from "../ir/program.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { Expressions } from "./expressions.ts";
import { inferred } from "./inference.ts";
import { accurateWhereSaturated } from "./saturation.ts";
import { hintNames, nameNodes } from "../notation/naming.ts";
import { storedNodes } from "./storage.ts";

type ComputedRole = NonNullable<Buffer["result"]>["role"];

/** Names that values have, which gives them memory of their own, and names that suit them where they need one. */
interface Naming {
  readonly names: ReadonlyMap<Node, string>;
  readonly hints: ReadonlyMap<Node, string>;
}

/** A program apart from what it is of. */
type Lowered = Omit<Program, "graph" | "stableForms">;

/** What each emitted function computes; only those of training make random draws, and derivatives of outputs make none. */
const functions: Record<Program["name"], { readonly roles: readonly Role[]; readonly training: boolean }> = {
  forward: { roles: ["output"], training: false },
  evaluate: { roles: ["loss", "metric", "total"], training: false },
  gradient: { roles: ["loss", "total", "gradient"], training: true },
  step: { roles: ["total", "parameter", "state"], training: true },
  jacobian: { roles: ["output", "jacobian"], training: false },
  hessian: { roles: ["hessian"], training: true },
  hvp: { roles: ["product"], training: true },
};

function namingOf(graph: Graph): Naming {
  const names = nameNodes(graph);
  return { names, hints: hintNames(graph, names) };
}

/** The programs of a graph: one for each function that its roots give work to. `precision`: how their values are stored. */
export function lower(graph: Graph, precision: "f64" | "f32" = "f64"): readonly Program[] {
  const inference = inferred(graph);
  return (Object.keys(functions) as Program["name"][]).flatMap((name) => {
    const { roles, training } = functions[name];
    const isTraining = training && graph.spec.batched;
    const drawn = isTraining ? graph : inference;
    const essential = essentials[name] ?? name;
    if (!drawn.roots.some((root) => root.role === essential)) return [];
    const { graph: own, stableForms } = accurateWhereSaturated(drawn, rootsOf(drawn, ...roles).map((root) => root.node), precision);
    const kind: Kind = { name, single: name === "forward" || !graph.spec.batched };
    return [{ ...lowerFunction(kind, rootsOf(own, ...roles), namingOf(own)), graph: own, stableForms }];
  });
}

/** A function has work where there is a root of the role that it is named for, or of this one. */
const essentials: { readonly [name in Program["name"]]?: Role } = { forward: "output", evaluate: "total", step: "parameter", hvp: "product" };

interface Kind {
  readonly name: Program["name"];
  readonly single: boolean;
}

function lowerFunction(kind: Kind, roots: readonly Root[], naming: Naming): Lowered {
  const copied = new Set<Node>();
  for (;;) {
    const program = new FunctionLowering(kind, roots, naming, copied).program();
    const clash = overwritten(program);
    if (clash === null) return program;
    copied.add(clash);
  }
}

/** A value written in place although the old one is still needed; it then has to be kept aside and copied at the end. */
function overwritten(program: Lowered): Node | null {
  const steps = program.sections.flatMap((section) => section.steps);
  for (const [k, step] of steps.entries()) {
    const { leaf } = step.target;
    if (step.target.kind !== "result" || leaf === undefined) continue;
    const reads = (other: Step): boolean => loadsOf(other).some((load) => load.buffer.kind === "leaf" && load.buffer.leaf === leaf);
    const elsewhere = loadsOf(step).some((load) => load.buffer.leaf === leaf && load.buffer.kind === "leaf" && !sameOffset(load.offset, step.offset));
    if (elsewhere || step.accumulate || steps.slice(k + 1).some((later) => reads(later))) return step.node;
  }
  return null;
}

class FunctionLowering {
  readonly #kind: Kind;
  readonly #roots: readonly Root[];
  readonly #naming: Naming;
  readonly #copied: ReadonlySet<Node>;
  readonly #buffers = new Map<Node, Buffer>();
  readonly #levels = new Map<Node, number>();
  readonly #expressions: Expressions;
  readonly #taken = new Set<string>();

  constructor(kind: Kind, roots: readonly Root[], naming: Naming, copied: ReadonlySet<Node>) {
    this.#kind = kind;
    this.#roots = roots;
    this.#naming = naming;
    this.#copied = copied;
    this.#expressions = new Expressions((node) => this.#buffers.get(node));
  }

  program(): Lowered {
    const nodes = reachable(this.#roots.map((root) => root.node));
    for (const node of nodes) this.#levels.set(node, this.#level(node));
    const stored = storedNodes(this.#roots.map((root) => root.node), new Set(this.#naming.names.keys()));
    const direct = new Map<Node, Root>();
    for (const root of this.#roots) {
      // A loss is added up in a variable and handed out once.
      const inPlace = root.role !== "loss" && root.role !== "metric" || !sumsExamples(root.node);
      if (inPlace && !direct.has(root.node) && !this.#copied.has(root.node) && this.#isComputed(root.node)) direct.set(root.node, root);
    }
    const steps: { readonly level: number; readonly step: Step }[] = [];
    const last = Math.max(...[...this.#levels.values()].map((level) => level + (level % 2)));
    for (const node of nodes) {
      const root = direct.get(node);
      if (root === undefined && !stored.has(node) && !this.#copied.has(node)) continue;
      const target = root === undefined ? this.#value(node) : this.#result(root);
      // What is written over waits until nobody reads the old value.
      const level = target.leaf === undefined ? (this.#levels.get(node) as number) : last;
      steps.push({ level: sumsExamples(node) ? level - 1 : level, step: this.#expressions.step(node, target) });
      this.#buffers.set(node, target);
    }
    for (const root of this.#roots) {
      if (direct.get(root.node) === root) continue;
      const target = this.#result(root);
      if (target.leaf === root.node) continue;
      const level = this.#levels.get(root.node) as number;
      steps.push({ level: isBatched(root.node.shape) ? level : Math.max(...steps.map((s) => s.level + (s.level % 2)), level), step: this.#expressions.copy(root.node, target) });
    }
    return { name: this.#kind.name, single: this.#kind.single, sections: sectionsOf(steps), buffers: [...new Set(steps.flatMap(({ step }) => [step.target, ...loadsOf(step).map((load) => load.buffer)]))] };
  }

  /** Even levels run once a batch, odd ones for each example; a sum over the examples is ready at the next even one. */
  #level(node: Node): number {
    const before = Math.max(0, ...node.args.map((arg) => this.#levels.get(arg) as number));
    if (isBatched(node.shape)) return before | 1;
    return sumsExamples(node) ? (before | 1) + 1 : before + (before % 2);
  }

  #isComputed(node: Node): boolean {
    return node.kind !== "leaf" && node.kind !== "fill" && node.kind !== "literal";
  }

  #value(node: Node): Buffer {
    return { name: this.#unique(this.#naming.names.get(node) ?? this.#naming.hints.get(node) ?? describe(node)), extents: ownShape(node.shape), perExample: isBatched(node.shape), kind: "value" };
  }

  #result({ role, name, node }: Root): Buffer {
    const overwritten = role === "parameter" || role === "state" ? { leaf: this.#expressions.leafNamed(node, role, name) } : {};
    return {
      name: this.#unique(resultName(role, name)), extents: ownShape(node.shape), perExample: isBatched(node.shape), kind: "result",
      result: { role: role as ComputedRole, name },
      ...(overwritten.leaf === undefined ? {} : { leaf: overwritten.leaf }),
    };
  }

  #unique(name: string): string {
    let candidate = name;
    for (let k = 2; this.#taken.has(candidate); k++) candidate = `${name}${/\d$/.test(name) ? "_" : ""}${k}`;
    this.#taken.add(candidate);
    return candidate;
  }
}

function resultName(role: Role, name: string): string {
  switch (role) {
    case "gradient":
      return `grad_${name}`;
    case "jacobian":
      return `d${name.replace(",", "_d")}`;
    case "hessian":
      return `hessian_${name.slice(name.indexOf(",") + 1).replace(",", "_")}`;
    case "product":
      return `hvp_${name}`;
    default:
      return name;
  }
}

/** A short name for a value that has none: what made it. */
function describe(node: Node): string {
  if (node.kind === "pointwise" || node.kind === "reduction") return node.op;
  if (node.kind === "contraction") return node.box.length > node.write.length ? "sum" : "moved";
  return node.kind;
}

function sectionsOf(steps: readonly { readonly level: number; readonly step: Step }[]): readonly Section[] {
  const levels = [...new Set(steps.map(({ level }) => level))].sort((a, b) => a - b);
  return levels.map((level) => ({ each: level % 2 === 0 ? "batch" : "example", steps: steps.filter((s) => s.level === level).map((s) => s.step) }));
}
