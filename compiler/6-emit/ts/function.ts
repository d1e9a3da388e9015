import { reportPosition } from "../report.ts";
import type { Graph } from "../../ir/graph.ts";
import { bufferSize, loadsOf, within, type Buffer, type Program, type Section, type Step } from "../../ir/program.ts";
import { ownShape } from "../../ir/shape.ts";
import type { Schedule } from "../../ir/schedule.ts";
import { identifier, jacobianMember, Names } from "./names.ts";
import { letters, loop } from "./loops.ts";
import { elementName, type Places } from "./places.ts";
import { numberCode, type Helper } from "./spelling.ts";
import { signatureOf, type Signature } from "./signature.ts";
import { straight, type Surroundings } from "./straight.ts";
import type { Scalar } from "../scalars.ts";

export interface EmittedFunction {
  readonly name: string;
  readonly signature: Signature;
  readonly body: readonly string[];
}

/** What all functions of a module share: arrays for values, constants, helpers, and the comments of steps. */
export interface Shared {
  readonly graph: Graph;
  /** The module's array for a value that does not live in local variables, with room for so many examples of it. */
  scratch(buffer: Buffer, examples: number): string;
  /** The module's array for so many whole numbers: rows of the data, or the classes that lie in them. */
  integers(name: string, length: number): string;
  /** The module's array of numbers written in the spec. */
  constant(buffer: Buffer): string;
  use(helper: Helper): void;
  useDraws(): void;
  /** An operation was written into a function; it runs `times` times in one run of its section. */
  count(program: Program, step: Step, op: string, times: number): void;
  describe(step: Step, program: Program, called: (step: Step) => string): readonly string[];
  /** Offset of a state in the flat state array. */
  stateOffset(leafName: string): number;
}

/** Emits one function of the module. */
export function emitFunction(schedule: Schedule, shared: Shared): EmittedFunction {
  return new FunctionEmitter(schedule, shared).emit();
}

class FunctionEmitter {
  readonly #schedule: Schedule;
  readonly #program: Program;
  readonly #shared: Shared;
  readonly #lines: string[] = [];
  #indent = "";
  #draws = false;
  /** Where the present example's values start, by what is counted and their size, where that is in variables. */
  #starts = new Map<string, string>();
  readonly #startNames = new Map<string, string>();
  readonly #names: Names;
  /** What the numbers of the clock are called here: the spec may have values of the same names. */
  readonly #clock: ReadonlyMap<string, string>;
  readonly #leaves: readonly Buffer[];
  readonly #variables = new Map<Buffer, Map<number, string | Scalar>>();
  readonly #places: Places;
  readonly #letters: ReadonlySet<string>;
  /** Values in local variables, the total loss among them unless a loop writes it. */
  readonly #locals: ReadonlySet<Buffer>;
  /** Whether the function works on one example given as arguments. */
  readonly #single: boolean;
  /** How many examples the arrays of a block hold, those that round its last tile up included. */
  readonly #capacity: number;
  /** What tiled steps read of the examples: it is laid side by side first. */
  readonly #gathered: readonly Buffer[];
  readonly #first: string;
  readonly #size: string;

  constructor(schedule: Schedule, shared: Shared) {
    this.#schedule = schedule;
    this.#program = schedule.program;
    this.#shared = shared;
    this.#single = this.#program.name === "forward" || this.#program.name === "jacobian";
    const loads = this.#program.sections.flatMap((section) => section.steps.flatMap((step) => loadsOf(step).map((load) => load.buffer)));
    const written = this.#program.buffers.filter((buffer) => buffer.leaf !== undefined);
    this.#leaves = [...new Map([...loads, ...written].filter((b) => b.leaf !== undefined).map((b) => [`${b.leaf?.role} ${b.leaf?.name}`, b])).values()];
    const { block, tiles } = schedule;
    this.#capacity = block === null ? 1 : Math.max(...[...tiles.values()].flatMap(({ step, widths }) => step.indices.filter((index) => index.examples === true).map((index) => Math.ceil(block / (widths.get(index.id) ?? 1)) * (widths.get(index.id) ?? 1))), block);
    this.#gathered = block === null ? [] : [...new Set(this.#program.sections.filter((section) => section.each === "example").flatMap((section) => section.steps.filter((step) => tiles.has(step))).flatMap((step) => loadsOf(step).map((load) => load.buffer)).filter((buffer) => buffer.kind === "leaf" && buffer.perExample))];
    const arrays = this.#program.buffers.filter((buffer) => buffer.kind === "value" && !schedule.locals.has(buffer)).map((buffer) => this.#scratch(buffer));
    if (block !== null) arrays.push(this.#rows(), ...this.#gathered.map((leaf) => this.#gatheredArray(leaf)));
    const isClock = (buffer: Buffer): boolean => buffer.leaf?.role === "clock";
    this.#names = new Names([...arrays, ...this.#leaves.filter((buffer) => !isClock(buffer)).map((buffer) => identifier(buffer.leaf?.name ?? ""))]);
    [this.#first, this.#size] = [this.#names.give("first"), this.#names.give("size")];
    this.#clock = new Map(this.#leaves.filter(isClock).map(({ leaf }) => [leaf?.name as string, this.#names.give(leaf?.name as string)]));
    const called = new Set(this.#program.buffers.map((buffer) => identifier(buffer.name)));
    this.#letters = new Set(letters.filter((letter) => !called.has(letter)));
    const loops = this.#program.sections.flatMap((section) => section.steps.filter((step) => !schedule.unrolled.has(step)));
    this.#locals = new Set([...schedule.locals, ...this.#program.buffers.filter((buffer) => buffer.result?.role === "total" && !loops.some((step) => step.target === buffer && step.indices.length > 0))]);
    this.#places = { of: (buffer) => this.#place(buffer) };
  }

  emit(): EmittedFunction {
    this.#prologue();
    const needed = this.#neededLater();
    for (const section of this.#program.sections) this.#section(section, needed);
    const total = this.#program.buffers.find((buffer) => buffer.result?.role === "total");
    if (total !== undefined) this.#line(`return ${this.#reread(total)};`);
    else if (this.#single) this.#line("return into;");
    return { name: this.#program.name, signature: signatureOf(this.#program.name, this.#shared.graph.spec, new Set(this.#leaves.map((buffer) => buffer.leaf)), this.#draws), body: this.#lines };
  }

  #reread(buffer: Buffer): string {
    const known = this.#variables.get(buffer)?.get(0);
    if (typeof known === "string") return known;
    return known?.kind === "number" ? numberCode(known.value).text : "total";
  }

  #line(text: string): void {
    this.#lines.push(text === "" ? "" : this.#indent + text);
  }

  #has(role: string): boolean {
    return this.#leaves.some((buffer) => buffer.leaf?.role === role);
  }

  #destructure(from: string, buffers: readonly Buffer[]): void {
    if (buffers.length === 0) return;
    const parts = buffers.map((buffer) => {
      const name = buffer.leaf?.name as string;
      const local = buffer.leaf?.role === "clock" ? (this.#clock.get(name) as string) : identifier(name);
      const key = from === "params" ? local : /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
      return key === local ? local : `${key}: ${local}`;
    });
    this.#line(`const { ${parts.join(", ")} } = ${from};`);
  }

  #prologue(): void {
    const of = (...roles: string[]): readonly Buffer[] => this.#leaves.filter((buffer) => roles.includes(buffer.leaf?.role ?? ""));
    this.#destructure("params", of("param"));
    if (!this.#single) this.#destructure("data.columns", of("input", "target", "label", "index"));
    this.#destructure("hyper", of("hyper"));
    this.#destructure("clock", of("clock"));
    if (this.#has("count")) this.#line("const m = to - from;");
    const total = this.#program.buffers.find((buffer) => buffer.result?.role === "total");
    if (total !== undefined && !this.#locals.has(total)) this.#line("let total = 0;");
  }

  /** Local values that a later run of steps or a loop reads. */
  #neededLater(): ReadonlySet<Buffer> {
    const needed = new Set<Buffer>();
    const pieces = this.#program.sections.flatMap((section) => this.#runsOf(section).flatMap((run) => this.#pieces(run)));
    for (const [k, piece] of pieces.entries()) {
      const defined = new Set(piece.map((step) => step.target));
      for (const later of pieces.slice(k + 1)) for (const step of later) for (const load of loadsOf(step)) if (defined.has(load.buffer)) needed.add(load.buffer);
    }
    for (const buffer of this.#program.buffers) if (buffer.result?.role === "total") needed.add(buffer);
    return needed;
  }

  #runsOf(section: Section): readonly (readonly Step[])[] {
    return this.#schedule.runs.get(section) ?? [];
  }

  /** A run of steps in pieces: straight-line code together, each loop alone. */
  #pieces(run: readonly Step[]): readonly (readonly Step[])[] {
    const pieces: Step[][] = [];
    for (const step of run) {
      const last = pieces.at(-1);
      if (last !== undefined && this.#schedule.unrolled.has(step) && this.#schedule.unrolled.has(last[0] as Step)) last.push(step);
      else pieces.push([step]);
    }
    return pieces;
  }

  #section(section: Section, needed: ReadonlySet<Buffer>): void {
    const perExample = section.each === "example";
    const sums = perExample ? section.steps.filter((step) => step.accumulate && !step.target.perExample) : [];
    for (const step of sums) this.#zero(step.target);
    const inLoop = perExample && !this.#single;
    // What a loop over the examples declares may be declared again in the next.
    const write = (run: readonly Step[]): void => this.#run(run, sums, this.#surroundings(needed, inLoop ? this.#names.inner() : this.#names, perExample || this.#single));
    const runs = this.#runsOf(section);
    if (!inLoop) for (const run of runs) write(run);
    else if (this.#schedule.block === null) {
      for (const run of runs) {
        this.#loop("for (let k = from; k < to; k++)", () => {
          this.#line("const row = order === undefined ? k : order[k];");
          this.#start(run);
          write(run);
        });
      }
    } else this.#blocks(section, this.#schedule.block, write);
  }

  /** The examples in blocks: tiled steps take a block at once, the others one example after the other. */
  #blocks(section: Section, block: number, write: (run: readonly Step[]) => void): void {
    const [first, size] = [this.#first, this.#size];
    const runs = this.#runsOf(section);
    const readsRow = (run: readonly Step[]): boolean => !this.#schedule.tiles.has(run[0] as Step) && run.some((step) => this.#readsRow(step));
    this.#loop(`for (let ${first} = from; ${first} < to; ${first} += ${block})`, () => {
      this.#line(`const ${size} = Math.min(${block}, to - ${first});`);
      this.#loop(`for (let k = 0; k < ${size}; k++)`, () => {
        this.#line(`const row = order === undefined ? ${first} + k : order[${first} + k];`);
        if (runs.some(readsRow)) this.#line(`${this.#rows()}[k] = row;`);
        for (const leaf of this.#gathered) this.#gather(leaf);
      });
      for (const run of runs) {
        if (this.#schedule.tiles.has(run[0] as Step)) {
          write(run);
          continue;
        }
        this.#line("");
        this.#loop(`for (let k = 0; k < ${size}; k++)`, () => {
          if (readsRow(run)) this.#line(`const row = ${this.#rows()}[k];`);
          this.#start(run);
          write(run);
        });
      }
    });
  }

  #gather(leaf: Buffer): void {
    const size = bufferSize(leaf);
    const [from, to] = [identifier(leaf.leaf?.name as string), this.#gatheredArray(leaf)];
    if (size === 1) this.#line(`${to}[k] = ${from}[row];`);
    else {
      const [at] = [...this.#letters, this.#names.inner().give("at")];
      this.#line(`for (let ${at} = 0; ${at} < ${size}; ${at}++) ${to}[k * ${size} + ${at}] = ${from}[row * ${size} + ${at}];`);
    }
  }

  /** The rows of the data that a block's examples are. */
  #rows(): string {
    return this.#shared.integers("rows", this.#capacity);
  }

  #gatheredArray(leaf: Buffer): string {
    const name = identifier(`${leaf.name}_block`);
    if (leaf.leaf?.role === "label" || leaf.leaf?.role === "index") return this.#shared.integers(name, this.#capacity * bufferSize(leaf));
    return this.#shared.scratch({ ...leaf, name, kind: "value" }, this.#capacity);
  }

  #scratch(buffer: Buffer): string {
    return this.#shared.scratch(buffer, buffer.perExample ? this.#capacity : 1);
  }

  #run(run: readonly Step[], sums: readonly Step[], around: Surroundings): void {
    for (const piece of this.#pieces(run)) {
      const [first] = piece as readonly [Step];
      const tile = this.#schedule.tiles.get(first);
      if (this.#schedule.unrolled.has(first)) straight(piece, (step) => sums.includes(step), around);
      else {
        if (first.accumulate && !sums.includes(first)) this.#zero(first.target);
        if (tile === undefined) loop(first, around);
        else loop(tile.step, { ...around, places: { of: (buffer) => this.#place(buffer, true) } }, tile.widths);
      }
    }
  }

  #loop(head: string, body: () => void): void {
    this.#line(`${head} {`);
    this.#indent += "  ";
    body();
    this.#indent = this.#indent.slice(2);
    this.#line("}");
  }

  #readsRow(step: Step): boolean {
    const isOutside = (buffer: Buffer): boolean => buffer.perExample && buffer.kind !== "value";
    return isOutside(step.target) || loadsOf(step).some((load) => isOutside(load.buffer)) || [...within(step.value)].some((part) => part.kind === "draw");
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
      const name = this.#startNames.get(key) ?? this.#names.give(`${counter}${size}`);
      this.#startNames.set(key, name);
      this.#starts.set(key, name);
      this.#line(`const ${name} = ${counter} * ${size};`);
    }
  }

  /** What counts the examples of a buffer: rows of the data, or places in the block; null where there is only one. */
  #counterOf(buffer: Buffer): "row" | "k" | null {
    if (!buffer.perExample || this.#single) return null;
    if (buffer.kind === "leaf" || buffer.kind === "result") return "row";
    return this.#schedule.block === null || this.#locals.has(buffer) ? null : "k";
  }

  #zero(buffer: Buffer): void {
    if (!this.#locals.has(buffer)) {
      const place = this.#place(buffer);
      if ("variable" in place) return;
      this.#line(`${place.array}.fill(0${place.base === undefined ? "" : `, ${place.base}, ${place.base} + ${bufferSize(buffer)}`});`);
      return;
    }
    const names = Array.from({ length: bufferSize(buffer) }, (_, k) => this.#names.give(elementName(buffer, k)));
    this.#variables.set(buffer, new Map(names.entries()));
    const all = names.map((name) => `${name} = 0`);
    for (let k = 0; k < all.length; k += 8) this.#line(`let ${all.slice(k, k + 8).join(", ")};`);
  }

  #surroundings(needed: ReadonlySet<Buffer>, names: Names, perExample: boolean): Surroundings {
    let pending: Step | undefined;
    return {
      names, size: this.#size, letters: this.#letters, places: this.#places, locals: this.#locals, needed,
      variables: this.#variables,
      line: (text) => {
        if (pending !== undefined) this.#comment(pending);
        pending = undefined;
        this.#line(text);
      },
      comment: (step) => void (pending = step),
      use: (helper) => this.#shared.use(helper),
      count: (step, op, times) => {
        if (perExample) this.#shared.count(this.#program, step, op, times);
      },
      draw: (site, size, position) => {
        this.#shared.useDraws();
        this.#draws = true;
        return `draw(clock.seed, clock.t, ${site}, ${size === 0 ? position : `row * ${size}${position === "0" ? "" : ` + ${position}`}`})`;
      },
    };
  }

  #comment(step: Step): void {
    if (this.#lines.length > 0 && !this.#lines.at(-1)?.endsWith("{")) this.#line("");
    for (const text of this.#shared.describe(step, this.#program, (other) => (this.#locals.has(other.target) ? identifier(other.target.name) : this.#scratch(other.target)))) this.#line(`// ${text}`);
  }

  /** Where a buffer's elements are: those of the present example, or, in a tile, of all examples of the block. */
  #place(buffer: Buffer, tiled = false): ReturnType<Places["of"]> {
    const base = tiled ? {} : this.#base(buffer);
    if (buffer.kind === "constant") return { array: this.#shared.constant(buffer) };
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
      case "state": {
        const offset = this.#shared.stateOffset(leaf.name);
        return offset === 0 ? { array: "state" } : { array: "state", base: String(offset) };
      }
      default:
        if (!this.#single) return tiled ? { array: this.#gatheredArray(buffer) } : { array: name, ...base };
        return leaf.role === "label" || ownShape(leaf.shape).length === 0 ? { variable: name } : { array: name };
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
        return { variable: "total" };
      case "loss":
      case "metric": {
        const report = this.#program.name === "evaluate" ? "report" : "into.losses";
        return { array: report, base: String(reportPosition(this.#shared.graph, role, name)) };
      }
      case "jacobian":
        return { array: `into.${jacobianMember(name)}` };
      default:
        return { array: `into.${identifier(name)}`, ...base };
    }
  }
}
