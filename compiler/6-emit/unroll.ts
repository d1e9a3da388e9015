import { bufferSize, combines, type Buffer, type Expression, type Offset, type Step } from "../ir/program.ts";
import type { Scalar, Scalars } from "./scalars.ts";
import { fromNumber } from "../ir/rational.ts";

/** One element written: a value defined, added to, or stored. */
export interface Command {
  readonly step: Step;
  readonly buffer: Buffer;
  readonly element: number | { readonly constant: number; readonly terms: readonly { readonly scalar: Scalar; readonly coefficient: number }[] };
  readonly scalar: Scalar;
  readonly accumulate: boolean;
}

/** What is known of elements in local variables. */
export interface Environment {
  get(buffer: Buffer, element: number): Scalar | undefined;
  set(buffer: Buffer, element: number, scalar: Scalar): void;
}

/** Writes steps out: every point of every box, as scalars. */
export class Unroller {
  readonly #scalars: Scalars;
  readonly #environment: Environment;

  constructor(scalars: Scalars, environment: Environment) {
    this.#scalars = scalars;
    this.#environment = environment;
  }

  commands(step: Step, overExamples: boolean): readonly Command[] {
    const known = new Map<number, Scalar>();
    const commands: Command[] = [];
    for (const point of points(step.indices)) {
      if (!step.tests.every((test) => inside(this.#known(test.offset, point), test.extent))) continue;
      const scalar = this.#scalar(step.value, point);
      const element = this.#element(step.offset, point);
      if (step.accumulate && !overExamples && typeof element === "number") {
        // Of what is added up time step by time step, others may have written before.
        const before = known.get(element) ?? this.#environment.get(step.target, element);
        known.set(element, before === undefined ? scalar : this.#scalars.apply("add", [before, scalar]));
      } else if (!overExamples && typeof element === "number") known.set(element, scalar);
      else if (scalar !== this.#scalars.number(fromNumber(0))) commands.push({ step, buffer: step.target, element, scalar, accumulate: step.accumulate });
    }
    if (!overExamples && commands.length === 0) {
      const elements = step.accumulate ? Array.from({ length: bufferSize(step.target) }, (_, element) => element) : [...known.keys()].sort((a, b) => a - b);
      for (const element of elements) {
        const scalar = known.get(element) ?? this.#environment.get(step.target, element) ?? this.#scalars.number(fromNumber(0));
        this.#environment.set(step.target, element, scalar);
        commands.push({ step, buffer: step.target, element, scalar, accumulate: false });
      }
    }
    return commands;
  }

  #scalar(expression: Expression, point: ReadonlyMap<number, number>): Scalar {
    switch (expression.kind) {
      case "number":
        return this.#scalars.number(expression.value);
      case "position":
        return this.#integer(expression.offset, point);
      case "draw":
        return this.#scalars.draw(expression.site, expression.size, this.#integer(expression.offset, point));
      case "load": {
        const element = this.#element(expression.offset, point);
        if (typeof element !== "number") return this.#scalars.load(expression.buffer, element.constant, element.terms);
        if (expression.buffer.values !== undefined) return this.#scalars.number(expression.buffer.values[element] ?? 0);
        return this.#environment.get(expression.buffer, element) ?? this.#scalars.load(expression.buffer, element);
      }
      case "apply":
        return this.#scalars.apply(expression.op, expression.args.map((arg) => this.#scalar(arg, point)));
      case "guard":
        return expression.tests.every((test) => inside(this.#known(test.offset, point), test.extent)) ? this.#scalar(expression.value, point) : this.#scalars.number(fromNumber(0));
      case "reduce":
        return this.#reduce(expression, point);
    }
  }

  #reduce(expression: Expression & { readonly kind: "reduce" }, point: ReadonlyMap<number, number>): Scalar {
    const { op } = expression;
    const items = [...points(expression.indices)].map((inner) => {
      const whole = new Map([...point, ...inner]);
      return { value: this.#scalar(expression.value, whole), position: expression.position === undefined ? undefined : this.#integer(expression.position, whole) };
    });
    const first = items[0];
    if (first === undefined) return this.#scalars.number(fromNumber(op === "prod" ? 1 : 0));
    if (op !== "argmax" && op !== "argmin") {
      const combine = combines[op];
      return items.slice(1).reduce((total, { value }) => this.#scalars.apply(combine, [total, value]), first.value);
    }
    const [beats, keep] = op === "argmax" ? ["larger", "max2"] : ["smaller", "min2"];
    return items.slice(1).reduce(
      (best, { value, position }) => ({
        position: this.#scalars.apply("select", [this.#scalars.apply(beats, [value, best.value]), position as Scalar, best.position as Scalar]),
        value: this.#scalars.apply(keep, [best.value, value]),
      }),
      first,
    ).position as Scalar;
  }

  /** An integer known or read from data. */
  #integer(offset: Offset, point: ReadonlyMap<number, number>): Scalar {
    const constant = this.#scalars.number(fromNumber(evaluate(offset, point)));
    return offset.data.reduce<Scalar>((sum, { load, coefficient }) => this.#scalars.apply("add", [sum, this.#scalars.apply("mul", [this.#scalars.number(fromNumber(coefficient)), this.#scalar(load, point)])]), constant);
  }

  #element(offset: Offset, point: ReadonlyMap<number, number>): Command["element"] {
    const constant = evaluate(offset, point);
    if (offset.data.length === 0) return constant;
    return { constant, terms: offset.data.map(({ load, coefficient }) => ({ scalar: this.#scalar(load, point), coefficient })) };
  }

  #known(offset: Offset, point: ReadonlyMap<number, number>): number {
    if (offset.data.length > 0) throw new Error("a test on data cannot be settled when the code is written");
    return evaluate(offset, point);
  }
}

const inside = (value: number, extent: number): boolean => value >= 0 && value < extent;

const evaluate = (offset: Offset, point: ReadonlyMap<number, number>): number => offset.terms.reduce((sum, { index, coefficient }) => sum + coefficient * (point.get(index) as number), offset.constant);

/** Every point of a box, the last index fastest. */
function* points(indices: Step["indices"]): Generator<ReadonlyMap<number, number>> {
  const values = indices.map(() => 0);
  if (indices.some((index) => index.extent === 0)) return;
  for (;;) {
    yield new Map(indices.map((index, k) => [index.id, values[k] as number]));
    let k = indices.length - 1;
    while (k >= 0) {
      values[k] = (values[k] as number) + 1;
      if ((values[k] as number) < (indices[k] as { extent: number }).extent) break;
      values[k--] = 0;
    }
    if (k < 0) return;
  }
}
