import type { Affine } from "../ir/affine.ts";
import type { Load, Offset } from "../ir/program.ts";

export const constantOffset = (constant: number): Offset => ({ constant, terms: [], data: [] });
export const indexOffset = (index: number): Offset => ({ constant: 0, terms: [{ index, coefficient: 1 }], data: [] });

/** Σ coefficient · offset. */
export function combine(parts: readonly { readonly offset: Offset; readonly coefficient: number }[], constant = 0): Offset {
  const terms = new Map<number, number>();
  let total = constant;
  for (const { offset, coefficient } of parts) {
    total += offset.constant * coefficient;
    for (const term of offset.terms) terms.set(term.index, (terms.get(term.index) ?? 0) + term.coefficient * coefficient);
  }
  return {
    constant: total,
    terms: [...terms].filter(([, c]) => c !== 0).map(([index, coefficient]) => ({ index, coefficient })),
    data: parts.flatMap(({ offset, coefficient }) => offset.data.map((datum) => ({ load: datum.load, coefficient: datum.coefficient * coefficient }))),
  };
}

/** The row-major position of an access in a value of the given extents. */
export function flatten(access: readonly Offset[], extents: readonly number[]): Offset {
  let stride = 1;
  const parts = [];
  for (let k = extents.length - 1; k >= 0; k--) {
    parts.unshift({ offset: access[k] as Offset, coefficient: stride });
    stride *= extents[k] as number;
  }
  return combine(parts);
}

/** An index expression with its box indices bound to offsets. */
export function bindAffine(e: Affine, bound: readonly Offset[], datum: (arg: number, at: readonly Affine[]) => Load): Offset {
  const whole = combine(e.terms.map(({ index, coefficient }) => ({ offset: bound[index] as Offset, coefficient })), e.constant);
  return e.datum === undefined ? whole : { ...whole, data: [...whole.data, { load: datum(e.datum.arg, e.datum.at), coefficient: 1 }] };
}
