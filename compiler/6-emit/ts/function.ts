import type { Leaf } from "../../ir/node.ts";
import { loadsOf, type Buffer, type Program, type Section, type Step } from "../../ir/program.ts";
import { blockOf, type Part, type Schedule } from "../../ir/schedule.ts";
import type { Parameter } from "../structure.ts";
import { Body } from "./body.ts";
import { identifier } from "./names.ts";
import type { ModuleScope } from "./module-scope.ts";
import { signatureOf, type Signature } from "./signature.ts";

export interface EmittedFunction {
  readonly name: string;
  readonly signature: Signature;
  readonly body: readonly string[];
  /** The functions that it is divided into, where it is. */
  readonly parts: readonly EmittedPart[];
}

export interface EmittedPart {
  readonly name: string;
  /** What it computes. */
  readonly doc: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly string[];
}

/** Emits one function of the module. */
export function emitFunction(schedule: Schedule, scope: ModuleScope): EmittedFunction {
  return new FunctionEmitter(schedule, scope).emit();
}

/** Functions over examples that give no loss. */
const returnsInto: ReadonlySet<string> = new Set(["hessian", "hvp"]);

class FunctionEmitter {
  readonly #schedule: Schedule;
  readonly #program: Program;
  readonly #scope: ModuleScope;
  readonly #body: Body;
  readonly #parts: EmittedPart[] = [];
  /** Whether the function works on one example given as arguments. */
  readonly #single: boolean;
  #draws = false;

  constructor(schedule: Schedule, scope: ModuleScope) {
    this.#schedule = schedule;
    this.#program = schedule.program;
    this.#scope = scope;
    this.#single = this.#program.single;
    this.#body = new Body(schedule, scope, this.#program.sections.flatMap((section) => section.steps));
  }

  emit(): EmittedFunction {
    const body = this.#body;
    body.prologue(this.#schedule.divided ? body.gathered(this.#program.sections.flatMap((section) => section.steps)) : body.leaves);
    if (body.has("count") || body.spanning.exist) body.line("const m = to - from;");
    for (const line of [...body.spanning.grown(), ...(this.#schedule.divided ? [] : body.spanning.named())]) body.line(line);
    body.declareTotal();
    for (const section of this.#program.sections) this.#section(section);
    const total = this.#program.buffers.find((buffer) => buffer.result?.role === "total");
    if (total !== undefined) body.line(`return ${body.reread(total)};`);
    else if (this.#single || returnsInto.has(this.#program.name)) body.line("return into;");
    const leaves = new Set<Leaf | undefined>(body.leaves.map((buffer) => buffer.leaf));
    return { name: this.#program.name, signature: signatureOf(this.#program.name, this.#scope.graph.spec, leaves, this.#draws || body.draws), body: body.lines, parts: this.#parts };
  }

  #section(section: Section): void {
    const body = this.#body;
    const perExample = section.each === "example";
    const parts = this.#schedule.parts.get(section) ?? [];
    const sums = new Set(perExample ? section.steps.filter((step) => step.accumulate && !step.target.perExample) : []);
    for (const step of sums) body.zero(step.target);
    const { divided } = this.#schedule;
    const block = blockOf(this.#schedule, section);
    if (section.rowsOf !== undefined) {
      body.line("");
      body.line(`// What the examples looked up in ${section.rowsOf}; the rest is left alone: where its gradient is 0 the update rule changes nothing.`);
    }
    if (!perExample || this.#single) {
      for (const part of parts) {
        if (divided) this.#call(part, sums, "once");
        else for (const run of part) body.run(run, sums, body.names);
      }
    } else if (block === null) for (const part of parts) for (const run of part) body.rowRun(run, sums);
    else this.#blocks(section, block, parts, sums);
  }

  /** The examples in blocks: tiled steps take a block at once, the others one example after the other. */
  #blocks(section: Section, block: number, parts: readonly Part[], sums: ReadonlySet<Step>): void {
    const body = this.#body;
    const { first, size } = body;
    body.loop(`for (let ${first} = from; ${first} < to; ${first} += ${block})`, () => {
      body.line(`const ${size} = Math.min(${block}, to - ${first});`);
      this.#begin(section);
      const keepRow = section.steps.some((step) => body.readsRow(step));
      if (keepRow || body.gathered(section.steps).length > 0) body.loop(`for (let k = 0; k < ${size}; k++)`, () => {
        body.line(`const row = order === undefined ? ${first} + k : order[${first} + k];`);
        body.gather(section.steps, keepRow);
      });
      for (const part of parts) {
        if (this.#schedule.divided) this.#call(part, sums, "block");
        else body.blockRuns(part, sums);
      }
    });
  }

  /** Says where a block begins among the examples of the batch, where some of its steps ask. */
  #begin(section: Section): void {
    const { spanning } = this.#body;
    if (spanning.touchedBy(section.steps).length === 0) return;
    this.#body.line(`const ${spanning.begin} = ${this.#body.first} - from;`);
    if (!this.#schedule.divided) for (const line of spanning.begins(section.steps.filter((step) => this.#schedule.tiles.has(step)))) this.#body.line(line);
  }

  /** Writes a part as a function of its own, and calls it. */
  #call(part: Part, sums: ReadonlySet<Step>, over: "once" | "block"): void {
    const { name: program } = this.#program;
    const body = new Body(this.#schedule, this.#scope, part.flat());
    // What only tiled steps read of the examples is gathered before.
    const reads = new Set(part.flat().filter((step) => this.#single || body.readsRow(step)).flatMap((step) => loadsOf(step).map((load) => load.buffer.leaf)));
    body.prologue(body.leaves.filter(({ perExample, leaf }) => !perExample || reads.has(leaf)));
    for (const line of [...body.spanning.named(), ...body.spanning.begins(part.flat().filter((step) => this.#schedule.tiles.has(step)))]) body.line(line);
    if (over === "block") body.blockRuns(part, sums);
    else for (const run of part) body.run(run, sums, body.names);
    const name = this.#scope.nameOfPart(program);
    this.#draws ||= body.draws;
    const parameters = this.#parametersOf(part.flat(), body, over, reads);
    const targets = [...new Set(part.flat().map((step) => step.target.name))];
    const doc = `A part of \`${program}\`: ${targets.length > 8 ? `${targets.slice(0, 7).join(", ")} and ${targets.length - 7} more` : targets.join(", ")}.`;
    this.#parts.push({ name, doc, parameters, body: body.lines });
    const args = parameters.map(({ name: own }) => (own === body.size ? this.#body.size : own === body.spanning.begin ? this.#body.spanning.begin : own));
    this.#body.line(`${name}(${args.join(", ")});`);
  }

  #parametersOf(steps: readonly Step[], body: Body, over: "once" | "block", reads: ReadonlySet<Leaf | undefined>): readonly Parameter[] {
    const all = signatureOf(this.#program.name, this.#scope.graph.spec, new Set(body.leaves.map((buffer) => buffer.leaf)), true).parameters;
    const touched = steps.flatMap((step) => [step.target, ...loadsOf(step).map((load) => load.buffer)]);
    const handsOut = touched.some(({ kind, leaf, result }) => kind === "result" && leaf === undefined && result?.role !== "total");
    const columns = new Set(this.#single ? body.leaves.map((buffer) => identifier(buffer.leaf?.name as string)) : []);
    const isRead = ({ perExample, leaf }: Buffer): boolean => perExample && reads.has(leaf);
    const uses: Record<string, boolean> = {
      params: body.has("param"), direction: body.leaves.some((buffer) => buffer.leaf?.role === "direction" && (!buffer.perExample || isRead(buffer))), state: body.has("state"), clock: body.has("clock") || body.draws, hyper: body.has("hyper"),
      data: body.leaves.some((buffer) => buffer.leaf?.role !== "direction" && isRead(buffer)),
      into: handsOut, report: handsOut,
    };
    const kept = all.filter(({ name }) => uses[name] ?? columns.has(name)).map(({ name, type }) => ({ name, type }));
    return [...kept, ...(body.has("count") ? [{ name: "m", type: "number" }] : []), ...(over === "block" ? [{ name: body.size, type: "number" }] : []), ...(body.spanning.begin === "" ? [] : [{ name: body.spanning.begin, type: "number" }])];
  }
}
