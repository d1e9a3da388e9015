import type { Buffer } from "../ir/program.ts";
import type { PointwiseOperation } from "../ir/op.ts";
import { equals, fromNumber, toNumber, type Constant } from "../ir/rational.ts";
import { fold } from "../ops/fold.ts";
import { pointwise } from "../ops/index.ts";

/** One scalar of straight-line code. Equal expressions are the same object. */
export type Scalar = { readonly id: number } & ScalarDraft;

type ScalarDraft =
  | { readonly kind: "number"; readonly value: Constant }
  /** A variable of the code around. */
  | { readonly kind: "variable"; readonly name: string }
  /** An element: constant + Σ coefficient · scalar. */
  | { readonly kind: "load"; readonly buffer: Buffer; readonly constant: number; readonly terms: readonly { readonly scalar: Scalar; readonly coefficient: number }[] }
  | { readonly kind: "draw"; readonly site: number; readonly size: number; readonly position: Scalar }
  | { readonly kind: "apply"; readonly op: string; readonly args: readonly Scalar[] };

type Repeats = NonNullable<PointwiseOperation["repeats"]>;

/** Beyond, a call is shorter than products, and no less exact. */
const mostRepeated = 16;

/** Makes scalars, folds what is known when the code is written, and shares what is equal. */
export class Scalars {
  readonly #interned = new Map<string, Scalar>();
  readonly #buffers = new Map<Buffer, number>();

  number(value: Constant): Scalar {
    return this.#intern(`n${typeof value === "number" && Object.is(value, -0) ? "-0" : toNumber(value)}`, { kind: "number", value });
  }

  variable(name: string): Scalar {
    return this.#intern(`v${name}`, { kind: "variable", name });
  }

  load(buffer: Buffer, constant: number, terms: readonly { readonly scalar: Scalar; readonly coefficient: number }[] = []): Scalar {
    if (!this.#buffers.has(buffer)) this.#buffers.set(buffer, this.#buffers.size);
    return this.#intern(`l${this.#buffers.get(buffer)}[${constant}|${terms.map((t) => `${t.coefficient}*${t.scalar.id}`).join("+")}`, { kind: "load", buffer, constant, terms });
  }

  draw(site: number, size: number, position: Scalar): Scalar {
    return this.#intern(`d${site},${position.id}`, { kind: "draw", site, size, position });
  }

  apply(op: string, args: readonly Scalar[]): Scalar {
    const operation = pointwise(op);
    if (args.every((arg) => arg.kind === "number")) return this.number(fold(op, args.map((arg) => (arg).value)));
    const is = (arg: Scalar | undefined, value: number | undefined): boolean => value !== undefined && arg?.kind === "number" && equals(arg.value, value);
    const [a, b] = args;
    if (b !== undefined && args.length === 2) {
      if (is(a, operation.unit)) return b;
      if (is(b, operation.unit) || is(b, operation.rightUnit)) return a as Scalar;
      if (operation.leftUnit !== undefined && is(a, operation.leftUnit.value)) return this.apply(operation.leftUnit.op, [b]);
      if (is(a, operation.zero)) return a as Scalar;
      if (is(b, operation.zero)) return b;
    }
    const times = operation.repeats !== undefined && b?.kind === "number" ? toNumber(b.value) : NaN;
    if (Number.isInteger(times) && Math.abs(times) <= mostRepeated) return this.#repeated(operation.repeats as Repeats, a as Scalar, times);
    const test = "choice" in (operation.spelling?.ts ?? {}) ? a : undefined;
    if (test !== undefined && args[1] === args[2]) return args[1] as Scalar;
    if (test?.kind === "number") return args[equals(test.value, 0) ? 2 : 1] as Scalar;
    if ("choice" in (operation.spelling?.ts ?? {}) && b === args[2]) return b as Scalar;
    const ordered = operation.commutative === true && args.length === 2 && (a as Scalar).id > (b as Scalar).id ? `${(b as Scalar).id},${(a as Scalar).id}` : args.map((arg) => arg.id).join(",");
    return this.#intern(`a${op}(${ordered})`, { kind: "apply", op, args });
  }

  /** A scalar `times` times under an operation, halves first, so that they are shared. */
  #repeated(repeats: Repeats, scalar: Scalar, times: number): Scalar {
    const again = (count: number): Scalar => this.#repeated(repeats, scalar, count);
    const unit = this.number(fromNumber(pointwise(repeats.by).unit as number));
    if (times < 0) return this.apply(repeats.inverse, [unit, again(-times)]);
    if (times < 2) return times === 0 ? unit : scalar;
    return this.apply(repeats.by, times % 2 === 0 ? [again(times / 2), again(times / 2)] : [again(times - 1), scalar]);
  }

  #intern(key: string, draft: ScalarDraft): Scalar {
    const known = this.#interned.get(key);
    if (known !== undefined) return known;
    const scalar = { ...draft, id: this.#interned.size } as Scalar;
    this.#interned.set(key, scalar);
    return scalar;
  }
}

/** What a scalar is made of. */
export function partsOf(scalar: Scalar): readonly Scalar[] {
  switch (scalar.kind) {
    case "number":
    case "variable":
      return [];
    case "load":
      return scalar.terms.map((term) => term.scalar);
    case "draw":
      return [scalar.position];
    case "apply":
      return scalar.args;
  }
}
