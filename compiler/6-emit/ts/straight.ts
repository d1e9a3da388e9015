import type { Buffer, Step } from "../../ir/program.ts";
import { pointwise } from "../../ops/index.ts";
import { partsOf, Scalars, type Scalar } from "../scalars.ts";
import { Unroller, type Command, type Environment } from "../unroll.ts";
import type { Names } from "./names.ts";
import { elementCode, elementName, type Places } from "./places.ts";
import { asValue, atom, numberCode, spell, wrap, type Code, type Helper } from "./spelling.ts";

/** The variable that counts time steps, and those that hold products of it. */
export interface Time {
  readonly letter: string;
  readonly products: ReadonlyMap<number, string>;
  readonly extent: number;
}

/** What straight-line code needs to know of the function around it. */
export interface Surroundings {
  readonly names: Names;
  /** The variable that holds how many examples there are in the present block. */
  readonly size: string;
  /** Letters that no value of the function is called by, for loops. */
  readonly letters: ReadonlySet<string>;
  /** What counts the time of the loops around, by its index. */
  readonly times: ReadonlyMap<number, Time>;
  readonly places: Places;
  readonly locals: ReadonlySet<Buffer>;
  /** Values that live in a variable of the loop that makes and reads them. */
  readonly carried: ReadonlySet<Buffer>;
  /** Values in local variables that other parts of the function read: each element must have a name. */
  readonly needed: ReadonlySet<Buffer>;
  /** Names of elements in local variables, by buffer and element. */
  readonly variables: Map<Buffer, Map<number, string | Scalar>>;
  line(text: string): void;
  /** What the steps of the code that follows compute. */
  comment(...steps: readonly Step[]): void;
  use(helper: Helper): void;
  /** An operation was written, for the report. */
  count(step: Step, op: string, times: number): void;
  /** The code of a random draw. */
  draw(site: number, size: number, position: string): string;
}

/** Writes a run of steps out as straight-line code, each scalar computed once. */
export function straight(steps: readonly Step[], overExamples: (step: Step) => boolean, around: Surroundings): void {
  const scalars = new Scalars();
  const known = new Map<Buffer, Map<number, Scalar>>();
  const environment: Environment = {
    get(buffer, element) {
      const here = known.get(buffer)?.get(element);
      if (here !== undefined) return here;
      const there = around.variables.get(buffer)?.get(element);
      if (there === undefined) return undefined;
      return typeof there === "string" ? scalars.variable(there) : there.kind === "number" ? scalars.number(there.value) : undefined;
    },
    set(buffer, element, scalar) {
      if (!known.has(buffer)) known.set(buffer, new Map());
      known.get(buffer)?.set(element, scalar);
    },
  };
  const unroller = new Unroller(scalars, environment);
  const commands = steps.flatMap((step) => unroller.commands(step, overExamples(step)));
  new Straight(commands, around).emit(steps);
}

class Straight {
  readonly #commands: readonly Command[];
  readonly #around: Surroundings;
  readonly #uses = new Map<Scalar, number>();
  readonly #variables = new Map<Scalar, string>();
  #step: Step | undefined;

  constructor(commands: readonly Command[], around: Surroundings) {
    this.#commands = commands;
    this.#around = around;
    const seen = new Set<Scalar>();
    const count = (scalar: Scalar): void => {
      this.#uses.set(scalar, (this.#uses.get(scalar) ?? 0) + 1);
      if (seen.has(scalar)) return;
      seen.add(scalar);
      partsOf(scalar).forEach(count);
    };
    for (const command of this.#live()) {
      count(command.scalar);
      if (typeof command.element !== "number") command.element.terms.forEach((term) => count(term.scalar));
    }
  }

  emit(steps: readonly Step[]): void {
    for (const step of steps) {
      const mine = this.#commands.filter((command) => command.step === step);
      if (mine.length > 0) this.#around.comment(step);
      for (const command of mine) this.#command(command);
    }
  }

  /** Commands whose effect is seen outside the run of steps; the others only name values. */
  #live(): readonly Command[] {
    return this.#commands.filter((command) => command.accumulate || !this.#around.locals.has(command.buffer) || this.#around.needed.has(command.buffer));
  }

  #command(command: Command): void {
    this.#step = command.step;
    const { buffer, element, scalar } = command;
    const local = this.#around.locals.has(buffer) && typeof element === "number";
    if (local && !command.accumulate) return this.#define(buffer, element, scalar);
    const target = local ? atom(this.#named(buffer, element)) : this.#place(buffer, element);
    const change = command.accumulate ? { operator: "+=", by: scalar } : this.#change(command);
    const value = asValue(this.#code(change?.by ?? scalar, false, typeof element === "number" ? elementName(buffer, element) : undefined)).text;
    this.#around.line(`${target.text} ${change?.operator ?? "="} ${value};`);
  }

  /** Gives an element of a local value its variable, where a variable says more than the expression itself. */
  #define(buffer: Buffer, element: number, scalar: Scalar): void {
    const remember = (what: string | Scalar): void => {
      if (!this.#around.variables.has(buffer)) this.#around.variables.set(buffer, new Map());
      this.#around.variables.get(buffer)?.set(element, what);
    };
    if (scalar.kind === "number") return remember(scalar);
    const known = scalar.kind === "variable" ? scalar.name : this.#variables.get(scalar);
    if (known !== undefined) return remember(known);
    const used = this.#uses.get(scalar) ?? 0;
    if (used === 0 && !this.#around.needed.has(buffer)) return;
    const name = this.#around.names.give(elementName(buffer, element));
    this.#around.line(`const ${name} = ${asValue(this.#code(scalar, true)).text};`);
    this.#variables.set(scalar, name);
    remember(name);
  }

  /** `w = w - d` is `w -= d`. */
  #change({ buffer, element, scalar }: Command): { readonly operator: string; readonly by: Scalar } | null {
    // What has a variable was computed before; its operands may have changed since.
    if (scalar.kind !== "apply" || scalar.args.length !== 2 || this.#variables.has(scalar) || (this.#uses.get(scalar) ?? 0) > 1) return null;
    const [old, by] = scalar.args as readonly [Scalar, Scalar];
    const spelling = pointwise(scalar.op).spelling?.ts;
    const same = old.kind === "load" && old.terms.length === 0 && old.constant === element && old.buffer.leaf !== undefined && old.buffer.leaf === buffer.leaf;
    if (!same || spelling === undefined || !("infix" in spelling)) return null;
    this.#around.count(this.#step as Step, scalar.op, 1);
    return { operator: `${spelling.infix}=`, by };
  }

  #named(buffer: Buffer, element: number): string {
    const name = this.#around.variables.get(buffer)?.get(element);
    if (typeof name !== "string") throw new Error(`${buffer.name} has no variable for element ${element}`);
    return name;
  }

  #place(buffer: Buffer, element: Command["element"]): Code {
    return elementCode(this.#around.places, buffer, typeof element === "number" ? String(element) : this.#position(element.constant, element.terms));
  }

  #position(constant: number, terms: readonly { readonly scalar: Scalar; readonly coefficient: number }[]): string {
    const parts = terms.map(({ scalar, coefficient }) => (coefficient === 1 ? wrap(this.#code(scalar), 11) : `${wrap(this.#code(scalar), 12)} * ${coefficient}`));
    return [...parts, ...(constant === 0 && parts.length > 0 ? [] : [String(constant)])].join(" + ");
  }

  /** The code of a scalar; what is used again gets a variable first. */
  #code(scalar: Scalar, defining = false, called = "t"): Code {
    const known = this.#variables.get(scalar);
    if (known !== undefined) return atom(known);
    if (!defining && this.#worthNaming(scalar)) {
      const name = this.#around.names.give(scalar.kind === "load" ? elementName(scalar.buffer, scalar.constant) : called);
      this.#around.line(`const ${name} = ${asValue(this.#code(scalar, true)).text};`);
      this.#variables.set(scalar, name);
      return atom(name);
    }
    switch (scalar.kind) {
      case "number":
        return numberCode(scalar.value);
      case "variable":
        return atom(scalar.name);
      case "load":
        return elementCode(this.#around.places, scalar.buffer, this.#position(scalar.constant, scalar.terms));
      case "draw":
        return atom(this.#around.draw(scalar.site, scalar.size, this.#code(scalar.position).text));
      case "apply":
        this.#around.count(this.#step as Step, scalar.op, 1);
        return spell(scalar.op, scalar.args.map((arg) => this.#code(arg)), (helper) => this.#around.use(helper));
    }
  }

  /** Operations used twice are computed once; elements of the example are read once. */
  #worthNaming(scalar: Scalar): boolean {
    if ((this.#uses.get(scalar) ?? 0) < 2) return false;
    if (scalar.kind === "load") return (scalar.buffer.perExample || scalar.terms.length > 0) && !("variable" in this.#around.places.of(scalar.buffer));
    return scalar.kind === "apply" || scalar.kind === "draw";
  }
}
