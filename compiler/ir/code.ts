import type { Metadata } from "../../runtime/model.ts";
import type { Buffer, Program, Step } from "./program.ts";
import type { Constant } from "./rational.ts";

/** How numbers are stored in arrays; arithmetic is 64-bit in both. */
export type Precision = "f64" | "f32";

/** The type of a value: a number, a whole number (a counter, a position, an integer of the data), or 0 or 1 as a test gives it. */
export type Type = "f64" | "i32" | "bool";

/** A scalar of a function. It is assigned once, where it is defined, unless `mutable`; what it is called is settled beside (`Module.names`). */
export interface Variable {
  readonly kind: "variable";
  readonly type: Type;
  readonly mutable: boolean;
  /** What it would like to be called, a legal identifier. */
  readonly wish: string;
  /** What the caller or the host gives it: the number of examples, a bound of a range, a hyperparameter, a number of the clock, a column of one number. */
  readonly given?: Given;
}

export type Given = "count" | "from" | "to" | "size" | "begin" | "hyper" | "clock" | "column";

/** Numbers side by side. What holds it at run time is told by `place`; what it is called is settled beside (`Module.names`). */
export interface Store {
  readonly kind: "store";
  readonly wish: string;
  /** Whole numbers are rows of the data, and the classes in them. */
  readonly element: "number" | "integer";
  /** Elements: all of them, or those of one example where `per` says so. */
  readonly length: number;
  /** Whether each row of the data, or each example of the batch, has `length` elements of its own, one example after the other. */
  readonly per: "row" | "batch" | null;
  readonly place: Place;
}

/** Where the elements of a store are. */
export type Place =
  /** A parameter, a direction or a column of the data, by its name in the spec; `variable` is what a direction is one of. */
  | { readonly kind: "parameter" | "column"; readonly name: string }
  | { readonly kind: "direction"; readonly name: string; readonly variable: string }
  /** A part of the state of the update rule, which begins at `offset`. */
  | { readonly kind: "state"; readonly name: string; readonly offset: number }
  /** What is handed out: a member of the structure that the caller gave. Losses and metrics stand at `offset` of a report. */
  | { readonly kind: "result"; readonly role: Exclude<NonNullable<Buffer["result"]>["role"], "total">; readonly name: string; readonly offset: number }
  /** Numbers of the spec. */
  | { readonly kind: "constant"; readonly values: readonly number[] }
  /** An array of the module; those of one `array` take turns in it. */
  | { readonly kind: "work"; readonly buffer: Buffer | null };

/** An element's position, or a whole number: constant + Σ coefficient · term. A term is a variable or an integer read from a store. */
export interface Index {
  readonly constant: number;
  readonly terms: readonly { readonly of: Variable | Load; readonly coefficient: number }[];
}

export interface Load {
  readonly kind: "load";
  readonly store: Store;
  readonly index: Index;
}

/** Holds where 0 ≤ index < extent. */
export interface Inside {
  readonly index: Index;
  readonly extent: number;
}

export type Value =
  | { readonly kind: "number"; readonly value: Constant }
  | Variable
  | Load
  /** A scalar operation of the registry. */
  | { readonly kind: "apply"; readonly op: string; readonly args: readonly Value[] }
  /** A whole number as a value. */
  | { readonly kind: "integer"; readonly index: Index }
  /** A uniform draw in [0, 1), keyed by the clock, the site and the position. */
  | { readonly kind: "draw"; readonly site: number; readonly position: Index }
  /** The value where every test holds, else 0; it is not computed elsewhere. */
  | { readonly kind: "guard"; readonly tests: readonly Inside[]; readonly value: Value }
  /** The row of the data that stands at a place of the order that the caller gave. */
  | { readonly kind: "row"; readonly at: Index };

/** What a loop runs over: blocks of examples, examples, time steps, elements, or what is added up. */
export type Over = "blocks" | "examples" | "time" | "space" | "sum";

/** The step that a statement carries out: its node, rule and spec line follow from it. `spare`: for a further example of a tile. */
export interface Purpose {
  readonly step: Step;
  readonly spare: boolean;
}

export type Statement =
  /** Variables and their values, in one declaration. */
  | { readonly kind: "let"; readonly definitions: readonly { readonly variable: Variable; readonly value: Value }[]; readonly of: Purpose | null }
  | { readonly kind: "set"; readonly variable: Variable; readonly operator: "=" | "+=" | "*="; readonly value: Value; readonly of: Purpose | null }
  | { readonly kind: "store"; readonly store: Store; readonly index: Index; readonly operator: "=" | "+="; readonly value: Value; readonly of: Purpose | null }
  /** Zeros in all of a store, or in `length` elements from `index` on. */
  | { readonly kind: "fill"; readonly store: Store; readonly range: { readonly index: Index; readonly length: number } | null }
  /** `length` elements of one store beside each other in another. */
  | { readonly kind: "copy"; readonly to: Store; readonly at: Index; readonly from: Store; readonly index: Index; readonly length: number; readonly counter: Variable }
  /** Room in a store of the whole batch for `count` examples and `spare` more. What it held is lost if it has to grow. */
  | { readonly kind: "grow"; readonly store: Store; readonly count: Variable; readonly spare: number }
  /** A store of the whole batch gets its name in this function; it is as long as it is then. */
  | { readonly kind: "bind"; readonly store: Store }
  | Loop
  | { readonly kind: "if"; readonly test: readonly Inside[] | Value; readonly then: readonly Statement[] }
  | { readonly kind: "call"; readonly function: CodeFunction; readonly arguments: readonly Parameter[] }
  | { readonly kind: "return"; readonly value: Value | "into" }
  | Block;

/** A counter from `from` on, `by` at a time: while it is below `below`, or, where `by` is negative, not below 0. */
export interface Loop {
  readonly kind: "loop";
  readonly over: Over;
  readonly counter: Variable;
  readonly from: number | Variable;
  readonly below: number | Variable;
  readonly by: number;
  /** Of a loop over blocks: the variable that holds how many examples the present one has, `by` at the most. */
  readonly size: Variable | null;
  /** Of a loop over the examples of a block: how many there are at the most. */
  readonly most: number | null;
  readonly body: readonly Statement[];
}

/** A paragraph: statements that carry out some steps together, with a comment on what these compute or, where it has no steps, with one of its own. */
export interface Block {
  readonly kind: "block";
  readonly steps: readonly Step[];
  readonly note: string | null;
  readonly body: readonly Statement[];
}

/** What a function is given: a structure that its caller has, or a variable or store by itself. */
export type Parameter =
  | { readonly kind: "structure"; readonly structure: Structure }
  | { readonly kind: "given"; readonly what: Variable | Store };

export type Structure = "params" | "direction" | "state" | "data" | "clock" | "hyper" | "into" | "report" | "order" | "from" | "to";

export interface CodeFunction {
  /** A public function is called as its program is; what a part is called is settled beside. */
  readonly wish: string;
  readonly program: Program;
  /** Whether it is a part of the function of that program. */
  readonly part: boolean;
  /** What it computes, in one sentence. */
  readonly doc: string;
  readonly parameters: readonly Parameter[];
  /** What it takes out of its structures before anything else. */
  readonly opened: readonly (Variable | Store)[];
  /** Whether it draws random numbers, and so needs the clock. */
  readonly draws: boolean;
  readonly body: readonly Statement[];
}

/** An array of the module. What takes turns in it is never needed at the same time. */
export interface WorkArray {
  readonly element: Store["element"];
  readonly length: number;
  readonly members: readonly Member[];
  /** Of what spans the batch: `length` is that of one example, and there is room for `spare` examples that are not there. */
  readonly spare: number | null;
}

/** A value that functions of a module keep in an array: the same one where it has the same name and size. */
export interface Member {
  readonly wish: string;
  readonly length: number;
  readonly stores: readonly Store[];
}

export interface Module {
  readonly face: Face;
  /** In the order of their programs; a function's parts come behind it. */
  readonly functions: readonly CodeFunction[];
  readonly arrays: readonly WorkArray[];
  /** Numbers of the spec that functions read by position, each under the stores that hold the same. */
  readonly constants: readonly { readonly values: readonly number[]; readonly stores: readonly Store[] }[];
  /** What everything is called, no two things in one scope the same; members by their own names. */
  readonly names: ReadonlyMap<Variable | Store | CodeFunction | Member, string>;
  /** The comment of each block that has one, line by line. */
  readonly remarks: ReadonlyMap<Block, readonly string[]>;
  /** What the module is, what it costs, what was decided, and its mathematics, line by line. */
  readonly report: readonly string[];
}

/** What callers see of a module: it is the same in every target. */
export interface Face {
  /** Names, shapes, defaults and data of the spec. */
  readonly metadata: Metadata & SecondMetadata;
  /** Whether functions work on examples of a batch (a spec with a loss), or on one example alone. */
  readonly batched: boolean;
  /** Whether what trains the module is part of it. */
  readonly standalone: boolean;
  /** What `forward` fills for one example. */
  readonly outputs: readonly Handed[];
  /** What `gradient` fills beside the losses. */
  readonly gradients: readonly Handed[];
  readonly jacobians: readonly Handed[];
  readonly hessians: readonly Handed[];
  /** What `hvp` fills, and what its direction has. */
  readonly products: readonly Handed[];
  /** Numbers that the update rule keeps. */
  readonly stateLength: number;
}

/** An array that a function hands out, shaped as one example has it. */
export interface Handed {
  /** The name in the spec; `f,x` of a Jacobian ∂f/∂x, `J,p,q` of a block ∂²J/∂p∂q. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Whether each row of the data has its own. */
  readonly perExample: boolean;
}

/** What metadata say where a module has second derivatives. */
export interface SecondMetadata {
  /** Of which scalar they are, and with respect to what. */
  readonly second?: { readonly of: string; readonly wrt: readonly string[] };
}
