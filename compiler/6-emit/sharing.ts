import type { Expression, Offset } from "../ir/program.ts";

/** Indices that an expression depends on; those that it sums over itself are bound. */
export function freeIndices(expression: Expression): Set<number> {
  const free = new Set<number>();
  const ofOffset = (offset: Offset): void => {
    offset.terms.forEach((term) => free.add(term.index));
    offset.data.forEach((datum) => ofOffset(datum.load.offset));
  };
  switch (expression.kind) {
    case "number":
      break;
    case "load":
    case "position":
    case "draw":
      ofOffset(expression.offset);
      break;
    case "apply":
      for (const arg of expression.args) for (const index of freeIndices(arg)) free.add(index);
      break;
    case "guard":
      expression.tests.forEach((test) => ofOffset(test.offset));
      for (const index of freeIndices(expression.value)) free.add(index);
      break;
    case "reduce":
      for (const index of freeIndices(expression.value)) free.add(index);
      expression.indices.forEach((index) => free.delete(index.id));
      break;
  }
  return free;
}

/** Tells equal expressions: each has a text that it shares with its equals. */
export class Keys {
  readonly #texts = new Map<Expression, string>();
  readonly #buffers = new Map<unknown, number>();

  of(expression: Expression): string {
    const known = this.#texts.get(expression);
    if (known !== undefined) return known;
    const text = JSON.stringify(expression, (name, value: unknown) => {
      if (name !== "buffer") return value;
      if (!this.#buffers.has(value)) this.#buffers.set(value, this.#buffers.size);
      return this.#buffers.get(value);
    });
    this.#texts.set(expression, text);
    return text;
  }

  /** How often each expression stands in one, a repeated one being looked into once. */
  countsIn(expression: Expression, counts = new Map<string, number>()): ReadonlyMap<string, number> {
    const key = this.of(expression);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > 1) return counts;
    if (expression.kind === "apply") for (const arg of expression.args) this.countsIn(arg, counts);
    if (expression.kind === "guard" || expression.kind === "reduce") this.countsIn(expression.value, counts);
    return counts;
  }
}
