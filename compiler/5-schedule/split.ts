import { mapOffsets, offsetBounds, within, type Expression, type Index, type Offset, type Program, type Step, type Test } from "../ir/program.ts";
import { equals, fromNumber } from "../ir/rational.ts";
import { pointwise } from "../ops/index.ts";

/** More parts than this are more code than their tests cost. */
const mostParts = 6;

/**
 * The program with every step whose loops ask where they are, as those of arrays put together and of values among zeros
 * do, divided into steps over the ranges on which the answers do not change.
 */
export function splitByTests(program: Program): Program {
  const used = program.sections.flatMap((section) => section.steps.flatMap((step) => [...step.indices, ...reducedIn(step)])).map((index) => index.id);
  let next = Math.max(-1, ...used) + 1;
  const split = (step: Step): readonly Step[] => {
    const ranges = step.indices.map((index) => rangesOf(index, testsIn(step.value)));
    const parts = ranges.reduce((count, own) => count * own.length, 1);
    if (parts < 2 || parts > mostParts || step.accumulate || step.tests.length > 0) return [step];
    return combinations(ranges).map((chosen) => restricted(step, chosen, () => next++));
  };
  return { ...program, sections: program.sections.map((section) => ({ ...section, steps: section.steps.flatMap(split) })) };
}

interface Range {
  readonly from: number;
  readonly count: number;
}

const reducedIn = (step: Step): readonly Index[] => [...within(step.value)].flatMap((part) => (part.kind === "reduce" ? part.indices : []));

/** Tests that stand outside of sums: those within hold for some of what is added up. */
function testsIn(expression: Expression): readonly Test[] {
  switch (expression.kind) {
    case "guard":
      return [...expression.tests, ...testsIn(expression.value)];
    case "apply":
      return expression.args.flatMap(testsIn);
    default:
      return [];
  }
}

/** The ranges of an index on each of which every test of it alone always holds or never does. */
function rangesOf(index: Index, tests: readonly Test[]): readonly Range[] {
  const cuts = tests.flatMap(({ offset, extent }) => {
    const [term] = offset.terms;
    if (offset.data.length > 0 || offset.terms.length !== 1 || term?.index !== index.id || term.coefficient !== 1) return [];
    return [-offset.constant, extent - offset.constant];
  });
  const inside = [...new Set(cuts.filter((cut) => cut > 0 && cut < index.extent))].sort((a, b) => a - b);
  const starts = [0, ...inside];
  return starts.map((from, k) => ({ from, count: (starts[k + 1] ?? index.extent) - from }));
}

function combinations(ranges: readonly (readonly Range[])[]): readonly (readonly Range[])[] {
  return ranges.reduce<readonly (readonly Range[])[]>((all, own) => all.flatMap((chosen) => own.map((range) => [...chosen, range])), [[]]);
}

/** A step over a part of its box, its tests decided where they can be. */
function restricted(step: Step, ranges: readonly Range[], newId: () => number): Step {
  const moved = new Map(step.indices.map((index, k) => [index.id, { index: { id: newId(), extent: (ranges[k] as Range).count }, from: (ranges[k] as Range).from }]));
  const move = (offset: Offset): Offset => ({
    ...offset,
    constant: offset.terms.reduce((sum, { index, coefficient }) => sum + coefficient * (moved.get(index)?.from ?? 0), offset.constant),
    terms: offset.terms.flatMap(({ index, coefficient }) => {
      const to = moved.get(index)?.index;
      return to?.extent === 1 ? [] : [{ index: to?.id ?? index, coefficient }];
    }),
  });
  const indices = [...moved.values()].map(({ index }) => index);
  const extents = new Map([...indices, ...reducedIn(step), ...step.loops.map((loop) => loop.index)].map((index) => [index.id, index.extent]));
  return { ...step, indices: indices.filter((index) => index.extent > 1), offset: move(step.offset), value: decided(mapOffsets(step.value, move), extents) };
}

const zero: Expression = { kind: "number", value: fromNumber(0) };

const isZero = (expression: Expression): boolean => expression.kind === "number" && equals(expression.value, 0);

/** An expression without the tests that the extents settle, and without what is then nothing. */
function decided(expression: Expression, extents: ReadonlyMap<number, number>): Expression {
  switch (expression.kind) {
    case "guard": {
      const bounds = expression.tests.map((test) => ({ test, ...offsetBounds(test.offset, extents) }));
      if (bounds.some(({ test, low, high }) => high < 0 || low >= test.extent)) return zero;
      const open = bounds.filter(({ test, low, high }) => low < 0 || high >= test.extent).map(({ test }) => test);
      const value = decided(expression.value, extents);
      return open.length === 0 || isZero(value) ? value : { ...expression, tests: open, value };
    }
    case "apply": {
      const args = expression.args.map((arg) => decided(arg, extents));
      const [a, b] = args;
      const operation = pointwise(expression.op);
      if (b !== undefined && args.length === 2) {
        if (operation.zero !== undefined && args.some(isZero) && equals(fromNumber(operation.zero), 0)) return zero;
        if (operation.unit === 0 && isZero(a as Expression)) return b;
        if ((operation.unit === 0 || operation.rightUnit === 0) && isZero(b)) return a as Expression;
      }
      return { ...expression, args };
    }
    default:
      return expression;
  }
}
