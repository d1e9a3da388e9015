import { combines, mapOffsets, offsetAt, within, type Expression, type Index, type Program, type Step } from "../ir/program.ts";
import { writtenTermsPerReduction } from "./thresholds.ts";

type Reduce = Expression & { readonly kind: "reduce" };

/**
 * The program with short reductions written out: a kernel three wide adds three products in each turn of its loop over
 * the rows, and the largest of a window of 2 × 2 is `Math.max` of four.
 */
export const withShortReductions = (program: Program): Program => ({
  ...program,
  sections: program.sections.map((section) => ({ ...section, steps: section.steps.map(withValue) })),
});

/** The step itself where it has nothing short. */
function withValue(step: Step): Step {
  const value = writtenOut(step.value);
  return value === step.value ? step : { ...step, value };
}

function writtenOut(expression: Expression): Expression {
  switch (expression.kind) {
    case "apply": {
      const args = expression.args.map(writtenOut);
      return args.every((arg, k) => arg === expression.args[k]) ? expression : { ...expression, args };
    }
    case "guard": {
      const value = writtenOut(expression.value);
      return value === expression.value ? expression : { ...expression, value };
    }
    case "reduce": {
      const value = writtenOut(expression.value);
      return reduced(value === expression.value ? expression : { ...expression, value });
    }
    case "load":
    case "number":
    case "position":
    case "draw":
      return expression;
  }
}

/** A reduction whose innermost loops are written out, as many of them as are short together. */
function reduced(reduce: Reduce): Expression {
  const { op, indices, value } = reduce;
  // What asks at each place whether it is inside would ask in every term; what adds several terms already is long enough.
  if (value.kind === "apply" && op !== "argmax" && op !== "argmin" && value.op === combines[op]) return reduce;
  if (op === "argmax" || op === "argmin" || [...within(value)].some((part) => part.kind === "guard" || part.kind === "reduce")) return reduce;
  const kept = indices.length - shortAtEnd(indices);
  if (kept === indices.length) return reduce;
  const all = indices.slice(kept).reduce<readonly Expression[]>((terms, index) => terms.flatMap((term) => Array.from({ length: index.extent }, (_, k) => at(term, index, k))), [value]);
  const combined = all.reduce((a, b) => ({ kind: "apply", op: combines[op], args: [a, b] }));
  return kept === 0 ? combined : { ...reduce, indices: indices.slice(0, kept), value: combined };
}

/** How many indices, from the last on, have few values together. */
function shortAtEnd(indices: readonly Index[]): number {
  let [count, terms] = [0, 1];
  for (const { extent } of indices.toReversed()) {
    terms *= extent;
    if (terms > writtenTermsPerReduction) break;
    count++;
  }
  return count;
}

/** An expression with an index at one of its values. */
const at = (expression: Expression, { id }: Index, value: number): Expression => mapOffsets(expression, (offset) => offsetAt(offset, id, value));
