import type { Graph } from "../../ir/graph.ts";
import type { Stored } from "../../ir/memory.ts";
import type { Buffer, Program, Step } from "../../ir/program.ts";
import type { Helper } from "./spelling.ts";

/** What all functions of a module share: arrays for values, constants, helpers, and the comments of steps. */
export interface ModuleScope {
  readonly graph: Graph;
  /** The class of arrays that hold numbers. */
  readonly floats: string;
  /** The module's array for a value that does not live in local variables. */
  array(stored: Stored): string;
  /** The module's array of numbers written in the spec. */
  constant(buffer: Buffer): string;
  /** A name for a function that is a part of another. */
  nameOfPart(of: string): string;
  use(helper: Helper): void;
  useDraws(): void;
  /** An operation was written into a function; it runs `times` times in one run of its section. */
  count(program: Program, step: Step, op: string, times: number): void;
  describe(step: Step, program: Program, called: (step: Step) => string): readonly string[];
  /** Offset of a state in the flat state array. */
  stateOffset(leafName: string): number;
}
