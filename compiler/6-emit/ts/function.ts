import { reportPosition } from "../report.ts";
import type { Graph } from "../../ir/graph.ts";
import { bufferSize, loadsOf, type Buffer, type Program, type Section, type Step } from "../../ir/program.ts";
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
  /** The module's array for a value that does not live in local variables. */
  scratch(buffer: Buffer): string;
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
  /** Whether the positions of the example's values are in variables, for loops, or written out. */
  #hoisted = false;
  readonly #rowNames = new Map<number, string>();
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

  constructor(schedule: Schedule, shared: Shared) {
    this.#schedule = schedule;
    this.#program = schedule.program;
    this.#shared = shared;
    this.#single = this.#program.name === "forward" || this.#program.name === "jacobian";
    const loads = this.#program.sections.flatMap((section) => section.steps.flatMap((step) => loadsOf(step).map((load) => load.buffer)));
    const written = this.#program.buffers.filter((buffer) => buffer.leaf !== undefined);
    this.#leaves = [...new Map([...loads, ...written].filter((b) => b.leaf !== undefined).map((b) => [`${b.leaf?.role} ${b.leaf?.name}`, b])).values()];
    const arrays = this.#program.buffers.filter((buffer) => buffer.kind === "value" && !schedule.locals.has(buffer)).map((buffer) => shared.scratch(buffer));
    const isClock = (buffer: Buffer): boolean => buffer.leaf?.role === "clock";
    this.#names = new Names([...arrays, ...this.#leaves.filter((buffer) => !isClock(buffer)).map((buffer) => identifier(buffer.leaf?.name ?? ""))]);
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
    const runs = this.#program.sections.flatMap((section) => this.#runs(section));
    for (const [k, run] of runs.entries()) {
      const defined = new Set(run.map((step) => step.target));
      for (const later of runs.slice(k + 1)) for (const step of later) for (const load of loadsOf(step)) if (defined.has(load.buffer)) needed.add(load.buffer);
    }
    for (const buffer of this.#program.buffers) if (buffer.result?.role === "total") needed.add(buffer);
    return needed;
  }

  /** Steps of a section in runs: straight-line code together, each loop alone. */
  #runs(section: Section): readonly (readonly Step[])[] {
    const runs: Step[][] = [];
    for (const step of section.steps) {
      const last = runs.at(-1);
      if (last !== undefined && this.#schedule.unrolled.has(step) && this.#schedule.unrolled.has(last[0] as Step)) last.push(step);
      else runs.push([step]);
    }
    return runs;
  }

  #section(section: Section, needed: ReadonlySet<Buffer>): void {
    const perExample = section.each === "example";
    const sums = perExample ? section.steps.filter((step) => step.accumulate && !step.target.perExample) : [];
    const inLoop = perExample && !this.#single;
    if (perExample) for (const step of sums) this.#zero(step.target);
    const names = this.#names;
    if (inLoop) {
      this.#line("for (let k = from; k < to; k++) {");
      this.#indent += "  ";
      this.#rows(section);
    }
    for (const run of this.#runs(section)) {
      const around = this.#surroundings(needed, names, perExample || this.#single);
      const [first] = run as readonly [Step];
      if (this.#schedule.unrolled.has(first)) straight(run, (step) => sums.includes(step), around);
      else {
        if (first.accumulate && !sums.includes(first)) this.#zero(first.target);
        loop(first, around);
      }
    }
    if (inLoop) {
      this.#indent = this.#indent.slice(2);
      this.#line("}");
    }
  }

  /** Which example it is, and where its values start in each column. */
  #rows(section: Section): void {
    this.#line("const row = order === undefined ? k : order[k];");
    this.#hoisted = section.steps.some((step) => !this.#schedule.unrolled.has(step));
    if (!this.#hoisted) return;
    const used = new Set(section.steps.flatMap((step) => [...loadsOf(step).map((load) => load.buffer), step.target]));
    const strides = new Set([...used].filter((buffer) => buffer.perExample && (buffer.kind === "leaf" || buffer.kind === "result")).map(bufferSize).filter((size) => size > 1));
    for (const stride of [...strides].sort((a, b) => a - b)) {
      const name = this.#names.give(`row${stride}`);
      this.#rowNames.set(stride, name);
      this.#line(`const ${name} = row * ${stride};`);
    }
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
      names, letters: this.#letters, places: this.#places, locals: this.#locals, needed,
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
    for (const text of this.#shared.describe(step, this.#program, (other) => (this.#locals.has(other.target) ? identifier(other.target.name) : this.#shared.scratch(other.target)))) this.#line(`// ${text}`);
  }

  #place(buffer: Buffer): ReturnType<Places["of"]> {
    const size = bufferSize(buffer);
    const row = size === 1 ? "row" : this.#hoisted ? (this.#rowNames.get(size) ?? `row * ${size}`) : `row * ${size}`;
    if (buffer.kind === "constant") return { array: this.#shared.constant(buffer) };
    if (buffer.kind === "value") return { array: this.#shared.scratch(buffer) };
    if (buffer.kind === "result" && buffer.leaf === undefined) return this.#resultPlace(buffer, row);
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
        if (!this.#single) return { array: name, base: row };
        return leaf.role === "label" || ownShape(leaf.shape).length === 0 ? { variable: name } : { array: name };
    }
  }

  #resultPlace(buffer: Buffer, row: string): ReturnType<Places["of"]> {
    const { role, name } = buffer.result as NonNullable<Buffer["result"]>;
    const base = buffer.perExample && !this.#single ? { base: row } : {};
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
