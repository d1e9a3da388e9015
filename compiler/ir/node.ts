import type { Span } from "../diagnostics.ts";
import type { Affine } from "./affine.ts";
import type { Constant } from "./rational.ts";
import type { Extent, Shape } from "./shape.ts";

interface Common {
  /** Rises in order of creation, so that arguments come before what uses them. */
  readonly id: number;
  readonly shape: Shape;
  readonly args: readonly Node[];
}

/** Something whose number is known only when the emitted code runs. */
export interface Leaf extends Common {
  readonly kind: "leaf";
  /** `count` is the batch size m; `clock` the rate, step or epoch; `noise` uniform draws in [0, 1) that training makes; at inference they are ½, or what they decide is not done, and what is normal is its mean; `direction` what a Hessian is multiplied by; `bound` an argument of a function that is about to be repeated. */
  readonly role: "input" | "target" | "label" | "index" | "param" | "hyper" | "state" | "clock" | "count" | "noise" | "direction" | "bound";
  readonly name: string;
}

/** One number, the same everywhere. */
export interface Fill extends Common {
  readonly kind: "fill";
  readonly value: Constant;
}

/** Numbers written in the spec, row-major. */
export interface Literal extends Common {
  readonly kind: "literal";
  readonly values: readonly Constant[];
}

/** A scalar formula at every index; all arguments have the shape of the result. */
export interface Pointwise extends Common {
  readonly kind: "pointwise";
  readonly op: string;
}

/**
 * result[write(i)] += Π over operands of operand[read(i)], for every i of the box; a factor read outside its operand is 0.
 * Operands are the first `reads.length` arguments; the others are integer leaves that index expressions read.
 */
export interface Contraction extends Common {
  readonly kind: "contraction";
  readonly box: readonly Extent[];
  readonly reads: readonly (readonly Affine[])[];
  readonly write: readonly Affine[];
}

/** The reducer over the box indices behind those of the result. `argmax` gives the first position, from 0, in row-major order. */
export interface Reduction extends Common {
  readonly kind: "reduction";
  readonly op: "max" | "min" | "prod" | "argmax" | "argmin";
  /** Who gets the gradient where several elements are the largest or smallest. */
  readonly tie: "first" | "split";
  readonly box: readonly Extent[];
  readonly read: readonly Affine[];
}

/** The same numbers in row-major order under another shape (the example index stays). */
export interface View extends Common {
  readonly kind: "view";
}

/** A formula over other operations, kept whole while rewrites may recognise it. */
export interface Derived extends Common {
  readonly kind: "derived";
  readonly op: string;
  /** The dimensions that it works along, counted from the end: −1 is the last. */
  readonly dimensions: readonly number[];
}

/**
 * A value of the time step before: along the own dimension `axis`, which counts time, result[0] is the one argument and
 * result[t] = next[t − 1]; `backward`, where time runs the other way, result[T − 1] is the argument and result[t] =
 * next[t + 1]. What comes next is made with the delay itself: this is the one place where a graph goes round.
 */
export interface Delay extends Common {
  readonly kind: "delay";
  readonly direction: "forward" | "backward";
  readonly axis: number;
  /** Tied once, by the space. */
  readonly knot: { next?: Node };
}

export type Node = Leaf | Fill | Literal | Pointwise | Contraction | Reduction | View | Derived | Delay;

/** Where a node comes from: a place in the spec, a parameter of one of its functions, or a rule applied for the sake of another node. */
export interface Origin {
  readonly span?: Span;
  /** What a function of the spec calls it. */
  readonly parameter?: string;
  readonly rule?: string;
  readonly primal?: Node;
}
