import { CompileError } from "../../compiler/diagnostics.ts";
import { rootsOf } from "../../compiler/ir/graph.ts";
import type { DerivedOperation, Operation, PointwiseOperation, RecurrentOperation, StructuralOperation } from "../../compiler/ir/op.ts";
import { ownShape, sizeOf } from "../../compiler/ir/shape.ts";
import { samples } from "../ops/samples.ts";
import { read } from "./pipeline.ts";

/** A tiny spec in which one operation of the registry matters to the loss. */
export interface Sample {
  readonly operation: string;
  readonly title: string;
  readonly text: string;
  /** Its numbers are the spec's own: initial parameters and data; otherwise points are to be chosen. */
  readonly exact: boolean;
  /** Whether the second oracle means the same by it. */
  readonly comparable: boolean;
}

/** Specs for an operation, made from what the registry says of it. Internal operations can be called while this and what follows runs under `unlocked`. */
export function samplesOf(op: Operation): readonly Sample[] {
  return unlocked(op, () => (op.kind === "pointwise" ? pointwiseSamples(op) : callSamples(op)));
}

/** Runs `work` with some properties of an operation replaced; they are as before when it ends. */
export function patched<T>(op: Operation, changes: object, work: () => T): T {
  const before = Object.getOwnPropertyDescriptors(op);
  Object.assign(op, changes);
  try {
    return work();
  } finally {
    for (const key of Object.keys(changes)) Reflect.deleteProperty(op, key);
    Object.defineProperties(op, before);
  }
}

/** Runs `work` while specs may call the operation by its name, internal though it be. */
export const unlocked = <T>(op: Operation, work: () => T): T => patched(op, { internal: false }, work);

/** Weights of different size and sign, so that every element matters and none like another. */
const weights = (size: number): string => Array.from({ length: size }, (_, k) => ((k % 2 === 0 ? 1 : -1) * (0.7 + 0.13 * ((5 * k) % 7))).toFixed(2)).join(", ");

function pointwiseSamples(op: PointwiseOperation): readonly Sample[] {
  const all = samples(op);
  const rows = all.filter((_, k) => k % Math.ceil(all.length / 24) === 0);
  const names = op.parameters.map((_, k) => `w${k}`);
  const params = names.map((name, k) => `${name} = param([${rows.map((row) => row[k]).join(", ")}])`);
  /** Words between their operands cannot be called. */
  const written = (args: readonly string[]): string => (isLegal(`w = param()\nr = ${op.name}(${args.map(() => "w").join(", ")})`) ? `${op.name}(${args.join(", ")})` : args.map((arg) => `(${arg})`).join(` ${op.name} `));
  // As a prediction too, which functions of inference compute in a way of their own.
  const ends = (args: readonly string[]): string => `r = output(${written(args)})\nJ = loss(dot([${weights(rows.length)}], r))`;
  const spelling = op.spelling?.ts;
  const tests = spelling !== undefined && "condition" in spelling && spelling.of === "conditions";
  const data = [1, -2, 3].map((scale) => rows.map((_, k) => (scale * (1 + (k % 3)) * 1e-5).toFixed(6)).join(", ")).join("; ");
  const made = (title: string, lines: readonly string[]): Sample => ({ operation: op.name, title, text: lines.join("\n"), exact: true, comparable: true });
  return [
    made("once per batch", [...params, ends(names)]),
    made("per example", [`x = input(${rows.length})`, ...params, ends(names.map((name) => `${name} + x`)), `data([${data}])`]),
    ...(tests ? [made("of tests", [...params, ends(names.map((name) => `(${name} > 0)`))])] : []),
  ];
}

/** Ways to fill an argument place: a declaration of its name, or text in its place. */
interface Filling {
  readonly declare?: (name: string) => string;
  readonly text?: string;
  readonly shape?: readonly number[];
  readonly label?: boolean;
}

const numbers = (size: number, place: number, positive: boolean): string[] =>
  Array.from({ length: size }, (_, k) => (positive ? (0.15 + ((0.17 * (3 * k + 5 * place + 1)) % 0.7)).toFixed(2) : ((k + place) % 2 === 0 ? "" : "-") + (0.3 + ((0.23 * (3 * k + 5 * place + 1)) % 1.1)).toFixed(2)));

function fillings(place: number, positive: boolean): readonly Filling[] {
  const literal = (shape: readonly number[]): Filling => {
    const flat = numbers(sizeOf(shape), place, positive);
    const columns = shape.at(-1) ?? 1;
    const rows = Array.from({ length: flat.length / columns }, (_, r) => flat.slice(r * columns, (r + 1) * columns).join(", "));
    return { shape, declare: (name) => (shape.length === 0 ? `${name} = param(0.7)` : `${name} = param([${rows.join("; ")}])`) };
  };
  const drawn = (shape: readonly number[]): Filling => ({ shape, declare: (name) => `${name} = param(${shape.join(", ")})` });
  return [...[[], [3], [2, 3], [3, 3], [3, 2]].map(literal), drawn([2, 4, 4]), drawn([3, 2, 2, 2]), ...(positive ? ["0.4", "[0.3, 0.6]"] : ["1", "2", "3", "0.25", "[3, 2]"]).map((text) => ({ text })), { text: "step" }];
}

/** For arguments that may be left out: dimensions, and the kind of a norm. */
const options: readonly Filling[] = ["1", "2", "3", "Inf"].map((text) => ({ text }));

/** Every way of filling the places of a call that the language accepts; of very many, some from everywhere. */
function callSamples(op: DerivedOperation | StructuralOperation | RecurrentOperation): readonly Sample[] {
  const places = op.parameters.filter((name) => !/[?…]$/.test(name));
  const whole = op.kind === "derived" && op.scope === "whole";
  const fill = (name: string, place: number): readonly Filling[] => [...fillings(place, whole).filter(({ shape }) => !whole || place < 2 || shape?.length === 0), ...(name === "d" ? [{ declare: (n: string) => `${n} = label(3)`, label: true }] : [])];
  let calls: readonly (readonly Filling[])[] = [[]];
  for (const [place, name] of places.entries()) calls = calls.flatMap((call) => fill(name, place).map((filling) => [...call, filling]));
  const more: (readonly Filling[])[] = [...calls];
  let longer = calls;
  const extras = op.parameters.some((name) => name.endsWith("…")) ? 2 : op.parameters.length - places.length + (op.kind === "derived" && op.scope === "along" ? 1 : 0);
  const variadic = op.parameters.some((name) => name.endsWith("…"));
  for (let extra = 0; extra < extras; extra++) {
    longer = spread(longer, 16).flatMap((call) => (variadic ? [...fillings(call.length, whole), { text: "[]" }] : options).map((filling) => [...call, filling])).filter((call) => !variadic || call.length < 3 || accepted(op.name, call) !== null);
    more.push(...longer);
  }
  const working = more.flatMap((call) => {
    const shape = call.length === 0 ? null : accepted(op.name, call);
    return shape === null ? [] : [{ call, shape }];
  });
  const varying = working.filter(({ call }) => call.some((filling) => filling.declare !== undefined));
  const [labelled, others] = [true, false].map((label) => (varying.length > 0 ? varying : working).filter(({ call }) => call.some((filling) => filling.label === true) === label));
  const kept = [...spread(others!, 12), ...spread(labelled!, 4)];
  return kept.flatMap(({ call, shape }) => {
    const comparable = !(whole && op.parameters.includes("d")) || call.some((filling) => filling.label === true);
    const params = call.flatMap((filling, k) => (filling.shape === undefined ? [] : [k]));
    return [[], ...params.slice(0, 2).map((k) => [k]), ...(params.length > 1 ? [params] : [])].flatMap((batched): Sample[] => {
      const text = specOf(op, call, shape, batched);
      return isLegal(text) ? [{ operation: op.name, title: text.split("\n").filter((line) => !line.startsWith("J =") && !line.startsWith("step")).join("; "), text, exact: false, comparable }] : [];
    });
  });
}

const declarations = (call: readonly Filling[]): string[] => ["step(a, b) = tanh(a + b)", ...call.flatMap((filling, k) => (filling.declare === undefined ? [] : [filling.declare(`a${k}`)]))];

/** At most `count` of them, from beginning to end. */
const spread = <T>(all: readonly T[], count: number): readonly T[] => all.filter((_, k) => k % Math.ceil(all.length / count) === 0);

/** The shape that the call gives; null where the language refuses it. */
function accepted(name: string, call: readonly Filling[]): readonly number[] | null {
  const text = [...declarations(call), `r = output(${name}(${call.map((filling, k) => filling.text ?? `a${k}`).join(", ")}))`].join("\n");
  try {
    return ownShape(rootsOf(read(text), "output")[0]!.node.shape);
  } catch (error) {
    if (error instanceof CompileError) return null;
    throw error;
  }
}

/** Whether the language accepts a spec. */
export function isLegal(text: string): boolean {
  try {
    read(text);
    return true;
  } catch (error) {
    if (error instanceof CompileError) return false;
    throw error;
  }
}

function specOf({ name, kind }: Operation, call: readonly Filling[], shape: readonly number[], batched: readonly number[]): string {
  const size = sizeOf(shape);
  const constant = call.every((filling) => filling.text !== undefined);
  return [
    // Of what takes no values the loss is learnt all the same: of one that is not, training computes nothing.
    ...(constant ? ["u = param(0.8)"] : []),
    ...batched.map((k) => `x${k} = input(${call[k]!.shape!.join(", ")})`),
    ...declarations(call),
    `r = ${name}(${call.map((filling, k) => filling.text ?? (batched.includes(k) ? `a${k} + 0.1 * x${k}` : `a${k}`)).join(", ")})`,
    // Told of what a recurrence gives, all states or the last, whatever its shape.
    `J = loss(${constant ? "u * " : ""}${kind === "recurrent" ? "sum(sin(0.7 * r + 0.2))" : shape.length === 0 ? "0.7 * r" : `dot([${weights(size)}], flatten(r))`})`,
  ].join("\n");
}
