import { rootsOf, type Graph, type Role, type Root } from "../ir/graph.ts";
import { sumsExamples } from "../ir/contraction.ts";
import type { Delay, Node } from "../ir/node.ts";
import { loadsOf, sameOffset, type Buffer, type Program, type Section, type Step, type TimeLoop } from "../ir/program.ts";
import { inRounds, isRound, timeOf, type Item, type Round } from "../ir/rounds.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { partsOf } from "../ir/space.ts";
import { timeDimensions } from "../ir/time-dimensions.ts";
import { Expressions, type InTime, type Place } from "./expressions.ts";
import { inferred } from "./inference.ts";
import { accurateWhereSaturated } from "./saturation.ts";
import { lookedUp, neededBeside, type LookedUp } from "./looked-up.ts";
import { rowSections } from "./row-sections.ts";
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

/**
 * The programs of a graph: one for each function that its roots give work to. `precision`: how their values are stored;
 * `leftAlone`: the parameters that an update leaves as they are where no example looked them up.
 */
export function lower(graph: Graph, precision: "f64" | "f32" = "f64", leftAlone: ReadonlySet<string> = new Set()): readonly Program[] {
  const inference = inferred(graph);
  return (Object.keys(functions) as Program["name"][]).flatMap((name) => {
    const { roles, training } = functions[name];
    const isTraining = training && graph.spec.batched;
    const drawn = isTraining ? graph : inference;
    const essential = essentials[name] ?? name;
    if (!drawn.roots.some((root) => root.role === essential)) return [];
    const { graph: own, stableForms } = accurateWhereSaturated(drawn, rootsOf(drawn, ...roles).map((root) => root.node), precision);
    const kind: Kind = { name, single: name === "forward" || !graph.spec.batched };
    const wanted = rootsOf(own, ...roles);
    return [{ ...lowerFunction(kind, wanted, namingOf(own), name === "step" ? lookedUp(own, wanted, leftAlone) : []), graph: own, stableForms }];
  });
}

/** A function has work where there is a root of the role that it is named for, or of this one. */
const essentials: { readonly [name in Program["name"]]?: Role } = { forward: "output", evaluate: "total", step: "parameter", hvp: "product" };

interface Kind {
  readonly name: Program["name"];
  readonly single: boolean;
}

function lowerFunction(kind: Kind, roots: readonly Root[], naming: Naming, rows: readonly LookedUp[]): Lowered {
  const copied = new Set<Node>();
  for (;;) {
    const program = new FunctionLowering(kind, roots, naming, rows, copied).program();
    const clash = overwritten(program);
    if (clash === null) return program;
    copied.add(clash);
  }
}

/** A value written in place although the old one is still needed; it then has to be kept aside and copied at the end. */
function overwritten({ sections }: Lowered): Node | null {
  for (const [s, section] of sections.entries()) {
    // What is updated row by row is done with a row before the next, and every section of rows goes on from the one before.
    const clash = overwrittenIn(section.rowsOf === undefined ? sections.slice(s).flatMap(({ steps }) => steps) : section.steps, section.steps.length);
    if (clash !== null) return clash;
  }
  return null;
}

/** The same for the first so many steps, of those that they are among. */
function overwrittenIn(steps: readonly Step[], count: number): Node | null {
  for (const [k, step] of steps.slice(0, count).entries()) {
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
  readonly #rows: readonly LookedUp[];
  readonly #copied: ReadonlySet<Node>;
  readonly #places = new Map<Node, Place>();
  readonly #levels = new Map<Node, number>();
  /** Values that are computed where they are handed out. */
  readonly #direct = new Map<Node, Root>();
  readonly #steps: { readonly level: number; readonly step: Step }[] = [];
  #stored: ReadonlySet<Node> = new Set();
  /** What views show. */
  #shown: ReadonlySet<Node> = new Set();
  readonly #expressions: Expressions;
  readonly #taken = new Set<string>();

  constructor(kind: Kind, roots: readonly Root[], naming: Naming, rows: readonly LookedUp[], copied: ReadonlySet<Node>) {
    this.#kind = kind;
    this.#roots = roots;
    this.#naming = naming;
    this.#rows = rows;
    this.#copied = copied;
    this.#expressions = new Expressions((node) => this.#places.get(node));
  }

  program(): Lowered {
    const byRow = new Set(this.#rows.flatMap(({ update }) => update));
    const nodes = neededBeside(this.#rows, this.#roots);
    this.#levelAll(nodes);
    this.#stored = storedNodes(this.#roots.map((root) => root.node), new Set(this.#naming.names.keys()));
    this.#shown = new Set(nodes.flatMap((node) => (node.kind === "view" ? node.args : [])));
    const delayed = new Set(nodes.flatMap((node) => (node.kind === "delay" ? [node.knot.next as Node] : [])));
    for (const root of this.#roots.filter((one) => !byRow.has(one))) {
      // A loss is added up in a variable and handed out once; what goes through time is handed out behind it.
      const inPlace = (root.role !== "loss" && root.role !== "metric") || !sumsExamples(root.node);
      if (inPlace && !delayed.has(root.node) && !this.#direct.has(root.node) && !this.#copied.has(root.node) && this.#isComputed(root.node)) this.#direct.set(root.node, root);
    }
    this.#delayUpdates(nodes);
    this.#lowerAll(inRounds(nodes), [], new Map());
    const steps = this.#steps;
    for (const root of this.#roots) {
      if (byRow.has(root) || this.#direct.get(root.node) === root) continue;
      const target = this.#result(root);
      if (target.leaf === root.node) continue;
      const level = this.#levels.get(root.node) as number;
      steps.push({ level: isBatched(root.node.shape) ? level : Math.max(...steps.map((s) => s.level + (s.level % 2)), level), step: this.#expressions.copy(root.node, { buffer: target }) });
    }
    const rows = this.#rows.flatMap((found) => this.#byRow(found, steps));
    const all = [...steps.map(({ step }) => step), ...rows.flatMap((section) => section.steps)];
    return { name: this.#kind.name, single: this.#kind.single, sections: [...sectionsOf(steps), ...rows], buffers: [...new Set(all.flatMap((step) => [step.target, ...loadsOf(step).map((load) => load.buffer)]))] };
  }

  /** Adds the steps that scatter to those of the examples; gives the sections that update and clear what they have touched. */
  #byRow(found: LookedUp, steps: { readonly level: number; readonly step: Step }[]): readonly Section[] {
    for (const [sum, scatters] of found.sums) {
      const target: Buffer = { ...this.#value(sum, "_rows"), cleared: true };
      this.#places.set(sum, { buffer: target });
      for (const scatter of scatters) steps.push({ level: this.#level(scatter) - 1, step: this.#expressions.step(scatter, { buffer: target }) });
    }
    const aside = (name: string): Buffer => ({ name: this.#unique(name), extents: [], perExample: false, kind: "value" });
    return rowSections(found, { expressions: this.#expressions, places: this.#places, copied: this.#copied, named: this.#naming.names, result: (root) => this.#result(root), aside });
  }

  /** `times`: of each node within the loops, which of its dimensions their indices count. */
  #lowerAll(items: readonly Item[], loops: readonly TimeLoop[], times: ReadonlyMap<Node, InTime>): void {
    for (const item of items) {
      if (isRound(item)) this.#lowerRound(item, loops, times);
      else this.#lowerNode(item, times.get(item) ?? { loops, dimensions: new Map() });
    }
  }

  #lowerNode(node: Node, time: InTime): void {
    const root = this.#direct.get(node);
    if (node.kind === "delay" || (root === undefined && !this.#stored.has(node) && !this.#copied.has(node))) return;
    const place = this.#places.get(node) ?? { buffer: root === undefined ? this.#value(node) : this.#result(root) };
    this.#push(node, this.#expressions.step(node, place, time));
    this.#places.set(node, place);
  }

  /** What is written over waits until nobody reads the old value, and what is made of the new one waits with it. */
  #delayUpdates(nodes: readonly Node[]): void {
    const last = Math.max(0, ...[...this.#levels.values()].map((level) => level + (level % 2)));
    const late = new Set<Node>();
    for (const node of nodes) {
      const role = this.#direct.get(node)?.role;
      if (role !== "parameter" && role !== "state" && !node.args.some((arg) => late.has(arg))) continue;
      late.add(node);
      this.#levels.set(node, last);
    }
  }

  #push(node: Node, step: Step): void {
    const level = this.#levels.get(node) as number;
    this.#steps.push({ level: sumsExamples(node) ? level - 1 : level, step });
  }

  /**
   * A recurrence: what each delay begins with, then a loop over time. A delay and what it delays share a buffer that holds
   * one time step more, where they lie one step apart; what is delayed twice is copied.
   */
  #lowerRound(round: Round, loops: readonly TimeLoop[], times: ReadonlyMap<Node, InTime>): void {
    const { extent, direction } = timeOf(round);
    const loop: TimeLoop = { index: this.#expressions.index(extent), direction };
    const inner = [...loops, loop];
    const within = new Map(times);
    for (const [node, dimension] of timeDimensions(round)) within.set(node, { loops: inner, dimensions: new Map([...(times.get(node)?.dimensions ?? []), [dimension, loop.index]]) });
    const placed = new Set<Node>();
    const copies: { readonly delay: Delay; readonly place: Place }[] = [];
    for (const delay of round.delays) {
      const next = delay.knot.next as Node;
      const { here, there } = this.#delayPlaces(delay);
      this.#places.set(delay, here);
      if (placed.has(next) || this.#places.has(next) || this.#isShownApart(next, delay)) copies.push({ delay, place: there });
      else this.#places.set(next, there);
      placed.add(next);
      this.#push(delay, this.#expressions.begin(delay, here, times.get(delay) ?? { loops, dimensions: new Map() }));
    }
    for (const delay of round.delays.filter((one) => this.#isShownApart(one, one))) {
      const place = { buffer: this.#value(delay) };
      this.#push(delay, this.#expressions.copy(delay, place, within.get(delay)));
      this.#places.set(delay, place);
    }
    this.#lowerAll(round.items, inner, within);
    for (const { delay, place } of copies) this.#push(delay, this.#expressions.copy(delay.knot.next as Node, place, within.get(delay.knot.next as Node)));
  }

  /** Whether a view shows the numbers of a value row by row, among which those of a time step more would stand. */
  #isShownApart(node: Node, { axis }: Delay): boolean {
    return axis > 0 && this.#shown.has(node);
  }

  /** Where a delay lies, and where what it delays. */
  #delayPlaces(delay: Delay): { readonly here: Place; readonly there: Place } {
    const next = delay.knot.next as Node;
    const buffer: Buffer = { ...this.#value(next), extents: ownShape(delay.shape).map((extent, d) => (d === delay.axis ? extent + 1 : extent)) };
    const [early, late] = [{ buffer }, { buffer, shift: { dimension: delay.axis, by: 1 } }];
    return delay.direction === "forward" ? { here: early, there: late } : { here: late, there: early };
  }

  /** What goes round is of one level: a delay is where what it delays is. */
  #levelAll(nodes: readonly Node[]): void {
    for (let settled = false; !settled; ) {
      settled = true;
      for (const node of nodes) {
        const level = this.#level(node);
        if (this.#levels.get(node) !== level) settled = nodes.every((other) => other.kind !== "delay") && settled;
        this.#levels.set(node, level);
      }
    }
  }

  /** Even levels run once a batch, odd ones for each example; a sum over the examples is ready at the next even one. */
  #level(node: Node): number {
    const before = Math.max(0, ...partsOf(node).map((part) => this.#levels.get(part) ?? 0));
    if (isBatched(node.shape)) return before | 1;
    return sumsExamples(node) ? (before | 1) + 1 : before + (before % 2);
  }

  #isComputed(node: Node): boolean {
    return node.kind !== "leaf" && node.kind !== "fill" && node.kind !== "literal";
  }

  #value(node: Node, suffix = ""): Buffer {
    return { name: this.#unique(`${this.#naming.names.get(node) ?? this.#naming.hints.get(node) ?? describe(node)}${suffix}`), extents: ownShape(node.shape), perExample: isBatched(node.shape), kind: "value" };
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
  if (node.kind === "contraction" && node.box.length > node.write.length) return "sum";
  if (node.kind === "contraction") return node.reads.length === 1 && node.write.some((e) => e.constant > 0) ? "padded" : "moved";
  return node.kind === "leaf" ? `${node.name}_rows` : node.kind;
}

function sectionsOf(steps: readonly { readonly level: number; readonly step: Step }[]): readonly Section[] {
  const levels = [...new Set(steps.map(({ level }) => level))].sort((a, b) => a - b);
  return levels.map((level) => ({ each: level % 2 === 0 ? "batch" : "example", steps: steps.filter((s) => s.level === level).map((s) => s.step) }));
}
