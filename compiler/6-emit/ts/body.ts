import { reportPosition } from "../report.ts";
import { bufferSize, groupsOf, loadsOf, mapOffsets, type Buffer, type Offset, type Step, type TimeLoop } from "../../ir/program.ts";
import { rootsOf } from "../../ir/graph.ts";
import type { Stored } from "../../ir/memory.ts";
import { gatheredLeaves, piecesOf, readsRow, type Schedule } from "../../ir/schedule.ts";
import type { Scalar } from "../scalars.ts";
import { hessianMembers, identifier, jacobianMember, Names } from "./names.ts";
import { letters, loop } from "./loops.ts";
import { elementName, type Places } from "./places.ts";
import { numberCode } from "./spelling.ts";
import type { ModuleScope } from "./module-scope.ts";
import { straight, type Surroundings, type Time } from "./straight.ts";
import { SpanningArrays } from "./spanning-arrays.ts";

/** The body of one emitted function: all of a program, or a part of it. */
export class Body {
  readonly lines: string[] = [];
  /** What is read of outside, and written over. */
  readonly leaves: readonly Buffer[];
  readonly names: Names;
  /** The variables that hold where the present block starts and how many examples it has. */
  readonly first: string;
  readonly size: string;
  /** What examples of the whole batch keep. */
  readonly spanning: SpanningArrays;
  readonly #schedule: Schedule;
  readonly #scope: ModuleScope;
  readonly #steps: readonly Step[];
  #indent = "";
  /** What the last comment is about. */
  #described: Step | undefined;
  /** The loops over time that are open, by their index. */
  readonly #times = new Map<number, Time>();
  #draws = false;
  /** Where the present example's values start, by what is counted and their size, where that is in variables. */
  #starts = new Map<string, string>();
  readonly #startNames = new Map<string, string>();
  /** What the numbers of the clock are called here: the spec may have values of the same names. */
  readonly #clock: ReadonlyMap<string, string>;
  readonly #variables = new Map<Buffer, Map<number, string | Scalar>>();
  readonly #letters: ReadonlySet<string>;
  /** Values in local variables, the total loss among them unless a loop or another function writes it. */
  readonly #locals: ReadonlySet<Buffer>;
  readonly #needed: ReadonlySet<Buffer>;
  /** Whether the function works on one example given as arguments. */
  readonly #single: boolean;

  constructor(schedule: Schedule, scope: ModuleScope, steps: readonly Step[]) {
    this.#schedule = schedule;
    this.#scope = scope;
    this.#steps = steps;
    const { program, tiles } = schedule;
    this.#single = program.single;
    const touched = [...new Set(steps.flatMap((step) => [...loadsOf(step).map((load) => load.buffer), step.target]))];
    this.leaves = [...new Map(touched.filter((b) => b.leaf !== undefined).map((b) => [`${b.leaf?.role} ${b.leaf?.name}`, b])).values()];
    const arrays = touched.filter((buffer) => buffer.kind === "value" && !schedule.locals.has(buffer) && !schedule.carried.has(buffer) && schedule.memory.values.get(buffer)?.spanning === undefined).map((buffer) => scope.array(schedule.memory.values.get(buffer) as Stored));
    const isClock = (buffer: Buffer): boolean => buffer.leaf?.role === "clock";
    this.names = new Names([...arrays, ...this.leaves.filter((buffer) => !isClock(buffer)).map((buffer) => identifier(buffer.leaf?.name ?? ""))]);
    const ofBlocks = [...(schedule.memory.rows === null ? [] : [this.#rows()]), ...this.gathered(steps).map((leaf) => this.#gatheredArray(leaf))];
    for (const name of ofBlocks) this.names.take(name);
    [this.first, this.size] = [this.names.give("first"), this.names.give("size")];
    this.spanning = new SpanningArrays(schedule, scope, steps, this.names);
    this.#clock = new Map(this.leaves.filter(isClock).map(({ leaf }) => [leaf?.name as string, this.names.give(leaf?.name as string)]));
    const called = new Set(program.buffers.map((buffer) => identifier(buffer.name)));
    this.#letters = new Set(letters.filter((letter) => !called.has(letter)));
    const inLoops = steps.filter((step) => !schedule.unrolled.has(step) && step.indices.length > 0 && !tiles.has(step));
    const total = schedule.divided ? [] : program.buffers.filter((buffer) => buffer.result?.role === "total" && !inLoops.some((step) => step.target === buffer));
    this.#locals = new Set([...schedule.locals, ...total]);
    this.#needed = this.#neededLater();
  }

  /** Whether random numbers are drawn, so that the clock is needed. */
  get draws(): boolean {
    return this.#draws;
  }

  line(text: string): void {
    this.lines.push(text === "" ? "" : this.#indent + text);
  }

  loop(head: string, body: () => void): void {
    this.line(`${head} {`);
    this.#indent += "  ";
    body();
    this.#indent = this.#indent.slice(2);
    this.line("}");
  }

  has(...roles: readonly string[]): boolean {
    return this.leaves.some((buffer) => roles.includes(buffer.leaf?.role ?? ""));
  }

  /** What the body needs of its parameters, by name; of a divided function, only what is gathered for its parts. */
  prologue(leaves: readonly Buffer[] = this.leaves): void {
    const of = (...roles: string[]): readonly Buffer[] => leaves.filter((buffer) => roles.includes(buffer.leaf?.role ?? ""));
    this.#destructure("params", of("param"));
    this.#destructure("direction", of("direction"));
    if (!this.#single) this.#destructure("data.columns", of("input", "target", "label", "index"));
    this.#destructure("hyper", of("hyper"));
    this.#destructure("clock", of("clock"));
  }

  #destructure(from: string, buffers: readonly Buffer[]): void {
    if (buffers.length === 0) return;
    const parts = buffers.map((buffer) => {
      const name = buffer.leaf?.name as string;
      const local = buffer.leaf?.role === "clock" ? (this.#clock.get(name) as string) : identifier(name);
      const key = from === "params" ? local : from === "direction" ? identifier(this.#variableOf(buffer)) : /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
      return key === local ? local : `${key}: ${local}`;
    });
    this.line(`const { ${parts.join(", ")} } = ${from};`);
  }

  /** The variable that a direction is one of. */
  #variableOf(direction: Buffer): string {
    return rootsOf(this.#scope.graph, "direction").find((root) => root.node === direction.leaf)?.name as string;
  }

  /** Sets what is added up to zero: that of the present example, or, before a tile, of all examples of the block. */
  zero(buffer: Buffer, tiled = false): void {
    if (buffer.cleared === true) return;
    if (!this.#locals.has(buffer)) {
      const place = this.#place(buffer, tiled);
      if ("variable" in place) return;
      this.line(`${place.array}.fill(0${place.base === undefined ? "" : `, ${place.base}, ${place.base} + ${bufferSize(buffer)}`});`);
      return;
    }
    const names = Array.from({ length: bufferSize(buffer) }, (_, k) => this.names.give(elementName(buffer, k)));
    this.#variables.set(buffer, new Map(names.entries()));
    const all = names.map((name) => `${name} = 0`);
    for (let k = 0; k < all.length; k += 8) this.line(`let ${all.slice(k, k + 8).join(", ")};`);
  }

  /** Declares the total loss where a loop writes it. */
  declareTotal(): void {
    const total = this.#schedule.program.buffers.find((buffer) => buffer.result?.role === "total");
    if (total !== undefined && !this.#schedule.divided && !this.#locals.has(total)) this.line("let total = 0;");
  }

  /** The code that reads an element of a buffer again. */
  reread(buffer: Buffer): string {
    const known = this.#variables.get(buffer)?.get(0);
    if (typeof known === "string") return known;
    if (known?.kind === "number") return numberCode(known.value).text;
    const place = this.#place(buffer);
    return "variable" in place ? place.variable : `${place.array}[0]`;
  }

  /** Lays what tiled steps read of the present example beside that of the others in the block; `keepRow` where its row is needed again. */
  gather(steps: readonly Step[], keepRow: boolean): void {
    if (keepRow) this.line(`${this.#rows()}[k] = row;`);
    for (const leaf of this.gathered(steps)) {
      const size = bufferSize(leaf);
      const [from, to] = [identifier(leaf.leaf?.name as string), this.#gatheredArray(leaf)];
      const [at] = [...this.#letters, this.names.inner().give("at")];
      if (size === 1) this.line(`${to}[k] = ${from}[row];`);
      else this.line(`for (let ${at} = 0; ${at} < ${size}; ${at}++) ${to}[k * ${size} + ${at}] = ${from}[row * ${size} + ${at}];`);
    }
  }

  /** Runs of steps for the examples of a block, those in loops over time within them. */
  blockRuns(runs: readonly (readonly Step[])[], sums: ReadonlySet<Step>): void {
    for (const { loop: time, items } of groupsOf(runs, ([step]) => (step as Step).loops, this.#times.size)) {
      if (time === null) for (const run of items) this.#blockRun(run, sums);
      else this.#timeLoop(time, items.flat(), (step) => this.#zeroInBlock(step), sums, this.names, () => this.blockRuns(items, sums));
    }
  }

  /** Sets what a step adds to to zero for each example of a block, in a loop of its own, which knows no start that another loop has declared. */
  #zeroInBlock(step: Step): void {
    this.#starts = new Map();
    this.loop(`for (let k = 0; k < ${this.size}; k++)`, () => {
      if (this.spanning.has(step.target)) this.line(`const ${this.spanning.place} = ${this.spanning.begin} + k;`);
      this.zero(step.target);
    });
  }

  /** A loop over time around some steps; what they add to is set to zero before, since each time step adds to a part of it. */
  #timeLoop(time: TimeLoop, steps: readonly Step[], zero: (step: Step) => void, sums: ReadonlySet<Step>, names: Names, body: () => void): void {
    const { index: { id, extent }, direction } = time;
    if (this.#times.size === 0) for (const step of steps) if (step.accumulate && !sums.has(step)) zero(step);
    const letter = names.give("t");
    if (this.lines.length > 0 && !this.lines.at(-1)?.endsWith("{")) this.line("");
    this.loop(direction === "forward" ? `for (let ${letter} = 0; ${letter} < ${extent}; ${letter}++)` : `for (let ${letter} = ${extent - 1}; ${letter} >= 0; ${letter}--)`, () => {
      const products = new Map<number, string>();
      for (const coefficient of coefficientsOf(id, steps)) {
        const name = names.give(`${letter}${coefficient}`);
        products.set(coefficient, name);
        this.line(`const ${name} = ${letter} * ${coefficient};`);
      }
      this.#times.set(id, { letter, products, extent });
      body();
      this.#times.delete(id);
    });
  }

  /** A run of steps for the examples of a block. */
  #blockRun(run: readonly Step[], sums: ReadonlySet<Step>): void {
    if (this.#schedule.tiles.has(run[0] as Step)) return this.run(run, sums, this.names);
    const spans = this.spanning.touchedBy(run).length > 0;
    if (!this.lines.at(-1)?.endsWith("{") && this.lines.length > 0) this.line("");
    this.loop(`for (let k = 0; k < ${this.size}; k++)`, () => {
      if (run.some((step) => this.readsRow(step))) this.line(`const row = ${this.#rows()}[k];`);
      if (spans) this.line(`const ${this.spanning.place} = ${this.spanning.begin} + k;`);
      this.#start(run);
      // What a loop over the examples declares may be declared again in the next.
      this.run(run, sums, this.names.inner());
    });
  }

  /** A run of steps for one row of the data after the other. */
  rowRun(run: readonly Step[], sums: ReadonlySet<Step>): void {
    this.loop("for (let k = from; k < to; k++)", () => {
      if (run.some((step) => this.readsRow(step))) this.line("const row = order === undefined ? k : order[k];");
      if (this.spanning.touchedBy(run).length > 0) this.line(`const ${this.spanning.place} = k - from;`);
      this.#start(run);
      this.run(run, sums, this.names.inner());
    });
  }

  /** A run of steps; `sums` are those that add up over the examples. */
  run(run: readonly Step[], sums: ReadonlySet<Step>, names: Names): void {
    this.#pieces(piecesOf(this.#schedule, run), sums, this.#surroundings(names, run));
  }

  #pieces(pieces: readonly (readonly Step[])[], sums: ReadonlySet<Step>, around: Surroundings): void {
    for (const { loop: time, items } of groupsOf(pieces, ([step]) => (step as Step).loops, this.#times.size)) {
      if (time === null) for (const piece of items) this.#piece(piece, sums, around);
      else this.#timeLoop(time, items.flat(), (step) => this.zero(step.target), sums, around.names, () => this.#pieces(items, sums, around));
    }
  }

  #piece(piece: readonly Step[], sums: ReadonlySet<Step>, around: Surroundings): void {
    const [first] = piece as readonly [Step];
    const tile = this.#schedule.tiles.get(first);
    if (this.#schedule.unrolled.has(first)) {
      // Where the data say where to add, the elements are in an array; all others get their sums at once.
      const scattered = new Set(piece.filter((step) => step.accumulate && !sums.has(step) && step.offset.data.length > 0).map((step) => step.target));
      for (const target of scattered) this.zero(target);
      return straight(piece, (step) => sums.has(step), around);
    }
    if (first.accumulate && !sums.has(first) && first.loops.length === 0) this.zero(first.target, tile !== undefined);
    if (tile === undefined) loop(piece.map((step) => this.#schedule.shared.get(step) ?? step), around);
    else loop([tile.step], { ...around, places: { of: (buffer) => this.#place(buffer, true) } }, tile.widths);
  }

  readsRow(step: Step): boolean {
    return readsRow(this.#schedule, step);
  }

  /** Local values that a later run of steps or a loop reads. */
  #neededLater(): ReadonlySet<Buffer> {
    const needed = new Set<Buffer>();
    const mine = new Set(this.#steps);
    const pieces = [...this.#schedule.parts.values()].flat(2).filter((run) => run.some((step) => mine.has(step))).flatMap((run) => piecesOf(this.#schedule, run));
    for (const [k, piece] of pieces.entries()) {
      const defined = new Set(piece.map((step) => step.target));
      for (const later of pieces.slice(k + 1)) for (const step of later) for (const load of loadsOf(step)) if (defined.has(load.buffer)) needed.add(load.buffer);
    }
    for (const buffer of this.#schedule.program.buffers) if (buffer.result?.role === "total") needed.add(buffer);
    return needed;
  }

  /** What tiled steps over the examples read of them. */
  gathered(steps: readonly Step[]): readonly Buffer[] {
    return gatheredLeaves(this.#schedule, steps);
  }

  /** The array that keeps which rows of the data a block's examples are. */
  #rows(): string {
    return this.#scope.array(this.#schedule.memory.rows as Stored);
  }

  #gatheredArray(leaf: Buffer): string {
    return this.#scope.array(this.#schedule.memory.gathered.get(leaf.leaf?.name as string) as Stored);
  }

  #scratch(buffer: Buffer): string {
    return this.spanning.arrayOf(buffer) ?? this.#scope.array(this.#schedule.memory.values.get(buffer) as Stored);
  }

  /** Where the example's values start in the arrays that its run of steps reads and writes. */
  #start(run: readonly Step[]): void {
    this.#starts = new Map();
    if (run.every((step) => this.#schedule.unrolled.has(step))) return;
    const used = new Set(run.flatMap((step) => [...loadsOf(step).map((load) => load.buffer), step.target]));
    const starts = [...used].filter((buffer) => this.#counterOf(buffer) !== null && bufferSize(buffer) > 1).map((buffer) => [this.#counterOf(buffer) as string, bufferSize(buffer)] as const);
    for (const [counter, size] of starts.sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? 1 : -1))) {
      const key = `${counter} ${size}`;
      if (this.#starts.has(key)) continue;
      const name = this.#startNames.get(key) ?? this.names.give(`${counter}${size}`);
      this.#startNames.set(key, name);
      this.#starts.set(key, name);
      this.line(`const ${name} = ${counter} * ${size};`);
    }
  }

  /** What counts the examples of a buffer: rows of the data, or places in the block or in the batch; null where there is only one. */
  #counterOf(buffer: Buffer): string | null {
    if (!buffer.perExample || this.#single) return null;
    if (this.spanning.has(buffer)) return this.spanning.place;
    if (buffer.kind === "leaf" || buffer.kind === "result") return "row";
    return this.#schedule.block === null || this.#locals.has(buffer) ? null : "k";
  }

  #surroundings(names: Names, run: readonly Step[]): Surroundings {
    const { program } = this.#schedule;
    const perExample = this.#single || program.sections.some((section) => section.each === "example" && section.steps.includes(run[0] as Step));
    let pending: readonly Step[] = [];
    return {
      names, size: this.size, letters: this.#letters, times: this.#times, places: { of: (buffer) => this.#place(buffer) }, locals: this.#locals, carried: this.#schedule.carried, needed: this.#needed,
      variables: this.#variables,
      line: (text) => {
        if (pending.length > 0) this.#comment(pending, text);
        pending = [];
        this.line(text);
      },
      comment: (...described) => {
        // A step that is divided is described once.
        const [first, ...others] = described;
        if (others.length > 0 || first?.node !== this.#described?.node || first?.target !== this.#described?.target) pending = described;
        this.#described = others.length === 0 ? first : undefined;
      },
      use: (helper) => this.#scope.use(helper),
      count: (step, op, times) => {
        if (perExample) this.#scope.count(program, step, op, times);
      },
      draw: (site, size, position) => {
        this.#scope.useDraws();
        this.#draws = true;
        return `draw(clock.seed, clock.t, ${site}, ${size === 0 ? position : `row * ${size}${position === "0" ? "" : ` + ${position}`}`})`;
      },
    };
  }

  /** What steps compute, before their first line of code; not where that line says nothing else. */
  #comment(steps: readonly Step[], code: string): void {
    const nameOf = (other: Step): string => (this.#locals.has(other.target) || this.#schedule.carried.has(other.target) ? identifier(other.target.name) : this.#scratch(other.target));
    const texts = steps.flatMap((step) => this.#scope.describe(step, this.#schedule.program, nameOf));
    if (texts.length === 1 && code.replaceAll(" ", "") === `const${texts[0]?.replaceAll(" ", "")};`) return;
    if (this.lines.length > 0 && !this.lines.at(-1)?.endsWith("{")) this.line("");
    for (const text of texts) this.line(`// ${text}`);
  }

  /** Where a buffer's elements are: those of the present example, or, in a tile, of all examples of the block. */
  #place(buffer: Buffer, tiled = false): ReturnType<Places["of"]> {
    const base = !tiled ? this.#base(buffer) : this.spanning.has(buffer) ? { base: this.spanning.beginOf(buffer) } : {};
    if (buffer.kind === "constant") return { array: this.#scope.constant(buffer) };
    if (buffer.kind === "value") return { array: this.#scratch(buffer), ...base };
    if (buffer.kind === "result" && buffer.leaf === undefined) return this.#resultPlace(buffer, base);
    const leaf = buffer.leaf as NonNullable<Buffer["leaf"]>;
    const name = identifier(leaf.name);
    switch (leaf.role) {
      case "count":
        return { variable: "m" };
      case "hyper":
        return { variable: name };
      case "clock":
        return { variable: this.#clock.get(leaf.name) as string };
      case "param":
        return { array: name };
      case "direction":
        return tiled && buffer.perExample ? { array: this.#gatheredArray(buffer) } : { array: name, ...base };
      case "state": {
        const offset = this.#scope.stateOffset(leaf.name);
        return offset === 0 ? { array: "state" } : { array: "state", base: String(offset) };
      }
      default:
        if (!this.#single) return tiled ? { array: this.#gatheredArray(buffer) } : { array: name, ...base };
        return buffer.extents.length === 0 ? { variable: name } : { array: name };
    }
  }

  /** Where the present example's elements start. */
  #base(buffer: Buffer): { readonly base?: string } {
    const counter = this.#counterOf(buffer);
    if (counter === null) return {};
    const size = bufferSize(buffer);
    return { base: size === 1 ? counter : (this.#starts.get(`${counter} ${size}`) ?? `${counter} * ${size}`) };
  }

  #resultPlace(buffer: Buffer, base: { readonly base?: string }): ReturnType<Places["of"]> {
    const { role, name } = buffer.result as NonNullable<Buffer["result"]>;
    switch (role) {
      case "total":
        return this.#schedule.divided ? { array: this.#scratch(buffer) } : { variable: "total" };
      case "loss":
      case "metric": {
        const report = this.#schedule.program.name === "evaluate" ? "report" : "into.losses";
        return { array: report, base: String(reportPosition(this.#scope.graph, role, name)) };
      }
      case "jacobian":
        return { array: `into.${jacobianMember(name)}` };
      case "hessian":
        return { array: `into.${hessianMembers(name).join(".")}`, ...base };
      default:
        return { array: `into.${identifier(name)}`, ...base };
    }
  }
}

/** By how much positions in arrays move from one time step to the next, where that is more than one element. */
function coefficientsOf(index: number, steps: readonly Step[]): readonly number[] {
  const found = new Set<number>();
  const look = (offset: Offset): Offset => {
    for (const term of offset.terms) if (term.index === index && term.coefficient > 1) found.add(term.coefficient);
    return offset;
  };
  for (const step of steps) {
    look(step.offset);
    mapOffsets(step.value, look);
  }
  return [...found].sort((a, b) => a - b);
}
