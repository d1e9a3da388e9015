import type { Node } from "./node.ts";
import type { Space } from "./space.ts";

/** Thrown by a shape rule; whoever knows the place in the text turns it into a diagnostic. */
export class Misuse extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  /** Which argument is at fault, from 0; undefined where it is the call as a whole. */
  readonly argument: number | undefined;

  constructor(code: string, message: string, hint?: string, argument?: number) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.argument = argument;
  }
}

interface Common {
  readonly name: string;
  /** Names of the arguments, as the operation's own math text uses them; `name?` may be left out. */
  readonly parameters: readonly string[];
  /** Rewrites that hold of it, tried in this order: `pattern -> replacement`, optionally ` | x constant` or ` | x not constant`; `stable: ` before one that changes rounding or range. See rewrite/pattern.ts. */
  readonly rewrites?: readonly string[];
  /** Where the formula or the convention is from. */
  readonly source: string;
  /** Of what layers end in: whether it flattens out on both sides, on one side at most, or shares 1 out. */
  readonly activation?: "squashing" | "rectifying" | "distribution";
  /** Which subgradient is taken at a kink, where no convention of the spec chooses it: for the report. */
  readonly atKink?: string;
  /** True for operations that only the compiler writes. */
  readonly internal?: boolean;
  /** Another operation that takes its place under a convention of the spec: the convention, then operation by value. */
  readonly variants?: { readonly convention: "reluAtZero" | "maxTie" } & { readonly [value: string]: string };
}

/**
 * How a target writes a scalar operation, with JavaScript's precedence: an infix or prefix operator, a call, a template
 * over `$0`, `$1` …, a test of values or of other tests, a choice by a test, or a call of a helper with a body of its own.
 */
export type Spelling =
  | { readonly infix: string; readonly precedence: number }
  | { readonly prefix: string }
  | { readonly call: string; /** Whether calls may nest into one with more arguments. */ readonly variadic?: boolean }
  | { readonly template: string; readonly precedence: number }
  | { readonly condition: string; readonly of: "values" | "conditions"; readonly precedence: number }
  | { readonly choice: true }
  | { readonly helper: string; readonly parameters: readonly string[]; readonly body: readonly string[]; /** One sentence. */ readonly summary: string };

export interface PointwiseOperation extends Common {
  readonly kind: "pointwise";
  /** The float64 oracle. */
  value(...args: number[]): number;
  /** ∂y/∂parameter as math text over the parameters and the output `y`; absent where the formula's chain rule serves. */
  readonly partials?: readonly string[];
  /** The cotangent of each parameter as math text over the parameters, `y` and its cotangent `g`; goes before g · partial where that would be unsafe or wasteful. */
  readonly cotangents?: readonly string[];
  /** Math text for the parameters that may be left out. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** The open interval of each parameter on which the value is finite; absent: all reals. */
  readonly domain?: readonly (readonly [number, number])[];
  /** The one lowered form of an operation that no target spells: math text over simpler ones. */
  readonly formula?: string;
  readonly spelling?: { readonly ts: Spelling };
  /** Distance of the arguments from the nearest kink or jump; absent where there is none. */
  kinks?(...args: number[]): number;
  /** At inference the value is that of the argument `is`; with `draw`, where that argument comes of random draws. */
  readonly inference?: { readonly draw?: string; readonly is: string };
  /**
   * For functions that saturate: the difference in their derivative that loses its digits there, and what value and
   * difference are of one exponential, as math text; `limit` is the largest number whose exponential is finite. Taken
   * where a function computes both.
   */
  readonly saturation?: { readonly difference: string; readonly value: string; readonly accurate: string };
  readonly commutative?: boolean;
  /** True where moderate arguments already give infinity. */
  readonly overflows?: boolean;
  /** f(−x) = f(x). */
  readonly even?: boolean;
  /** The number that leaves the other argument as it is: on either side, or only on the right. */
  readonly unit?: number;
  readonly rightUnit?: number;
  /** What it is of the right argument alone where the left one is this number: 0 − x is −x. */
  readonly leftUnit?: { readonly value: number; readonly op: string };
  /** Of a whole right argument n: the left one n times under `by`, and where n is negative, taken from its unit by `inverse`. */
  readonly repeats?: { readonly by: string; readonly inverse: string };
  /** The number that makes the result itself, on either side. */
  readonly zero?: number;
  /** Counted as an arithmetic operation under this heading in reports; absent: a call of that name. */
  readonly counts?: "add" | "subtract" | "multiply" | "divide" | "negate" | "compare" | "select";
}

/** A formula over other operations that works along dimensions, or over everything. */
export interface DerivedOperation extends Common {
  readonly kind: "derived";
  /** `along`: one argument, a dimension may be given; `whole`: operands of one shape, a scalar result. */
  readonly scope: "along" | "whole";
  /** `vector` (the default): without a dimension it wants a vector; `array`: it then works along all dimensions, of which there is one at least; `anything`: of a scalar too. */
  readonly wants?: "vector" | "array" | "anything";
  /** What becomes of the dimensions that it works along. */
  readonly result: "same" | "reduced";
  /** True where the elements along its dimensions are not negative and add up to 1. */
  readonly distribution?: boolean;
  /** The float64 oracle on one line of numbers per argument. */
  value(...lines: (readonly number[])[]): readonly number[] | number;
  /** Math text; reductions of one argument work along the operation's own dimensions and keep them as extents of 1. */
  readonly formula: string;
  /** The cotangent of each parameter as math text over the parameters, the output `y` and its cotangent `g`. */
  readonly vjp?: readonly string[];
}

/** Anything else that the language spells as a call or an operator: it builds nodes of the structural kinds. */
export interface StructuralOperation extends Common {
  readonly kind: "structural";
  build(space: Space, args: readonly Node[], context: BuildContext): Node;
}

/** Keeps running statistics beside the parameters of a spec. */
export interface Statistics {
  /** Whether there are batches: a spec without a loss is of one example. */
  readonly hasBatches: boolean;
  /** For one use of an operation: makes a statistic of some name, shape and initial value; `update` is its value after a step of training, and null where there are no batches. */
  keep(operation: string): (name: string, shape: readonly number[], initial: number, update: ((running: Node) => Node) | null) => Node;
}

export interface BuildContext {
  /** The default value of a hyperparameter, where it is known. */
  defaultOf?(hyper: Node): number | undefined;
  /** Whether values may differ between the examples of a batch: then what is drawn does. */
  readonly batched?: boolean;
  /** Whether reductions keep the dimensions they reduce, and along which they work when none is given (formulas). */
  readonly along?: readonly number[];
  /** Who gets the gradient where several elements are the largest. */
  readonly maxTie: "first" | "split";
  /** Absent where what is built is no value of a spec, and where it is one of a function that is repeated. */
  readonly statistics?: Statistics;
  /** Applies another operation of the registry, with its broadcasting. */
  apply(name: string, ...args: Node[]): Node;
}

/** A function carried from state to state along the first dimension of a value: the first parameter is the function, of a state and a row. */
export interface RecurrentOperation extends Common {
  readonly kind: "recurrent";
  /** Which states it gives. */
  readonly result: "last" | "all";
}

export type Operation = PointwiseOperation | DerivedOperation | StructuralOperation | RecurrentOperation;
