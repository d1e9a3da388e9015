import type { Buffer, Expression, Index, Load, Offset, Program, Section, Step, Test } from "../ir/program.ts";
import { section } from "./write-graph.ts";
import { pointwiseText } from "./write-pointwise.ts";
import { atom, bracketed, choice, constant, levels, prefixed, type Text } from "./write-text.ts";

const signs: Readonly<Record<string, string>> = { sum: "Σ", prod: "Π" };

/** A lowered function: what it runs once a batch and for each example, a step a line, and where its numbers lie. */
export function writeProgram(program: Program): string {
  const buffers = program.buffers.map((buffer) => [buffer.name, buffer.extents.length === 0 ? "1" : buffer.extents.join(" × "), buffer.perExample ? "per example" : "once", buffer.result?.role ?? (buffer.leaf === undefined ? buffer.kind : buffer.leaf.role)]);
  const taken = new Set(program.buffers.map((buffer) => buffer.name));
  const sections = program.sections.map((one) => section(headingOf(one), one.steps.map((step) => stepText(step, taken))));
  return [program.name, section("buffers", buffers), ...sections].filter((text) => text !== "").join("\n\n") + "\n";
}

/** How often the steps of a section run. */
export const headingOf = ({ each, rowsOf }: Pick<Section, "each" | "rowsOf">): string => (each === "batch" ? "once a batch" : `for each example${rowsOf === undefined ? "" : `, at what it looked up in ${rowsOf}`}`);

/** The assignment, and the indices that it is made for. */
function stepText(step: Step, taken: ReadonlySet<string>): readonly string[] {
  const letters = new Letters(taken);
  const times = step.loops.map(({ index: { id, extent }, direction }) => `${letters.ofTime(id)} ${direction === "forward" ? `< ${extent}` : `from ${extent - 1} down`}`);
  const ranges = step.indices.map((index) => `${letters.of(index.id)} < ${index.extent}`);
  const tests = step.tests.map((test) => testText(test, letters).text);
  const target = element(step.target, step.offset, letters);
  const value = expressionText(step.value, letters).text;
  return [`${target} ${step.accumulate ? "+=" : "="} ${value}`, [times.length + ranges.length === 0 ? "" : `for ${[...times, ...ranges].join(", ")}`, tests.length === 0 ? "" : `if ${tests.join(" and ")}`].filter((part) => part !== "").join(" ")];
}

/** Names for the indices of one step, as they come. */
class Letters {
  readonly #free: string[];
  readonly #names = new Map<number, string>();

  constructor(taken: ReadonlySet<string>) {
    this.#free = [..."ijklpqrstuvwxyz"].filter((letter) => !taken.has(letter));
  }

  /** Time is called t, where nothing else is. */
  ofTime(index: number): string {
    const k = this.#free.indexOf("t");
    if (k >= 0) this.#names.set(index, ...(this.#free.splice(k, 1) as [string]));
    return this.of(index);
  }

  of(index: number): string {
    const known = this.#names.get(index) ?? this.#free.shift() ?? `i${index}`;
    this.#names.set(index, known);
    return known;
  }
}

/** `W1[2 i + j]`; a buffer of one number is its name. */
const element = (buffer: Buffer, offset: Offset, letters: Letters): string => (buffer.extents.length === 0 ? buffer.name : `${buffer.name}[${offsetText(offset, letters)}]`);

const loadText = ({ buffer, offset }: Load, letters: Letters): string => element(buffer, offset, letters);

function offsetText({ constant: shift, terms, data }: Offset, letters: Letters): string {
  const scaled = (coefficient: number, text: string): { readonly negative: boolean; readonly text: string } => ({ negative: coefficient < 0, text: Math.abs(coefficient) === 1 ? text : `${Math.abs(coefficient)} ${text}` });
  const parts = [...data.map(({ load, coefficient }) => scaled(coefficient, loadText(load, letters))), ...terms.map(({ index, coefficient }) => scaled(coefficient, letters.of(index)))];
  if (shift !== 0 || parts.length === 0) parts.push({ negative: shift < 0, text: String(Math.abs(shift)) });
  return parts.map(({ negative, text }, k) => (k === 0 ? (negative ? `-${text}` : text) : negative ? ` - ${text}` : ` + ${text}`)).join("");
}

function testText({ offset, extent }: Test, letters: Letters): Text {
  const text = extent === 1 ? `${offsetText({ ...offset, constant: 0 }, letters)} == ${-offset.constant}` : `0 <= ${offsetText(offset, letters)} < ${extent}`;
  return { text, level: levels.compare, own: [] };
}

const range = (indices: readonly Index[], letters: Letters): string => indices.map((index) => `${letters.of(index.id)}<${index.extent}`).join(", ");

/** A scalar expression; positions count from 0 here, as in the emitted code. */
function expressionText(expression: Expression, letters: Letters): Text {
  switch (expression.kind) {
    case "load":
      return atom(loadText(expression, letters));
    case "number":
      return constant(expression.value);
    case "position":
      return { text: offsetText(expression.offset, letters), level: levels.sum, own: [] };
    case "draw":
      return atom(`random${expression.site}[${offsetText(expression.offset, letters)}]`);
    case "apply":
      return pointwiseText(expression.op, expression.args.map((arg) => expressionText(arg, letters)));
    case "guard": {
      const value = expressionText(expression.value, letters);
      const tests = expression.tests.map((test) => testText(test, letters));
      const all: Text = { text: tests.map((test) => test.text).join(" and "), level: tests.length > 1 ? levels.and : levels.compare, own: [] };
      return choice(all, value, constant(0));
    }
    case "reduce": {
      const bound = range(expression.indices, letters);
      const value = expressionText(expression.value, letters);
      const sign = signs[expression.op];
      if (sign !== undefined) return prefixed(`${sign} ${bound}:`, value);
      const place = expression.position === undefined ? "" : ` at ${offsetText(expression.position, letters)}`;
      return atom(`${expression.op}(${bound}: ${bracketed(value, levels.or)}${place})`);
    }
  }
}
