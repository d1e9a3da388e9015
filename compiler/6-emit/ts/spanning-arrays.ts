import type { Stored } from "../../ir/memory.ts";
import { bufferSize, loadsOf, type Buffer, type Step } from "../../ir/program.ts";
import type { Schedule } from "../../ir/schedule.ts";
import type { ModuleScope } from "./module-scope.ts";
import { identifier, type Names } from "./names.ts";

/** How one function works in the arrays that all examples of a batch keep their values in. */
export class SpanningArrays {
  readonly #stored: ReadonlyMap<Buffer, Stored>;
  readonly #scope: ModuleScope;
  readonly #floats: string;
  readonly #names: Names;
  /** The function's own names for the arrays that it touches. */
  readonly #arrays: ReadonlyMap<Buffer, string>;
  /** The variables that hold where the present example is among those of the batch, and where the present block begins. */
  readonly place: string;
  readonly begin: string;
  /** Where the values of a block begin, by their size. */
  readonly #begins = new Map<number, string>();

  constructor(schedule: Schedule, scope: ModuleScope, steps: readonly Step[], names: Names) {
    this.#stored = new Map([...schedule.memory.values].filter(([, stored]) => stored.spanning !== undefined));
    this.#scope = scope;
    this.#floats = scope.floats;
    this.#names = names;
    this.#arrays = new Map(this.touchedBy(steps).map((buffer) => [buffer, names.give(identifier(buffer.name))]));
    [this.place, this.begin] = this.#arrays.size === 0 ? ["", ""] : [names.give("place"), names.give("begin")];
  }

  /** Whether any function that this one is a part of has such arrays. */
  get exist(): boolean {
    return this.#stored.size > 0;
  }

  has(buffer: Buffer): boolean {
    return this.#stored.has(buffer);
  }

  touchedBy(steps: readonly Step[]): readonly Buffer[] {
    return [...new Set(steps.flatMap((step) => [step.target, ...loadsOf(step).map((load) => load.buffer)]))].filter((buffer) => this.has(buffer));
  }

  arrayOf(buffer: Buffer): string | undefined {
    return this.#arrays.get(buffer);
  }

  /** Lines that make room for a batch of `m` examples, where an earlier batch was smaller. */
  grown(): readonly string[] {
    return [...new Set(this.#stored.values())].map((stored) => {
      const array = this.#scope.array(stored);
      const { spare } = stored.spanning as NonNullable<Stored["spanning"]>;
      const examples = spare === 0 ? "m" : `(m + ${spare})`;
      const length = stored.length === 1 ? examples.replace(/^\((.*)\)$/, "$1") : `${examples} * ${stored.length}`;
      return `if (${array}.length < ${length}) ${array} = new ${this.#floats}(${length});`;
    });
  }

  /** Lines that give the arrays their names in the function. */
  named(): readonly string[] {
    return [...this.#arrays].map(([buffer, name]) => `const ${name} = ${this.#scope.array(this.#stored.get(buffer) as Stored)};`);
  }

  /** Lines that say where the values of a block begin, for steps that take all of its examples at once. */
  begins(steps: readonly Step[]): readonly string[] {
    const sizes = [...new Set(this.touchedBy(steps).map(bufferSize))].filter((size) => size > 1);
    return sizes.map((size) => {
      const name = this.#begins.get(size) ?? this.#names.give(`${this.begin}${size}`);
      this.#begins.set(size, name);
      return `const ${name} = ${this.begin} * ${size};`;
    });
  }

  /** Where a buffer's values of the present block begin. */
  beginOf(buffer: Buffer): string {
    return this.#begins.get(bufferSize(buffer)) ?? this.begin;
  }
}
