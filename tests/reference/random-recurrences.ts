import fc from "fast-check";
import { Choices, expression, leaves, preamble, type LargeSpec, type Leaves, type Rank } from "./random-specs.ts";

/** A function of a state and a row that a spec may carry along a value. */
interface Step {
  readonly name: string;
  readonly state: Rank;
  readonly row: Rank;
}

const zeros: Readonly<Record<Rank, string>> = { scalar: "0", vector: "zeros(3)", matrix: "zeros(3, 3)" };

/** Values of three rows each, and of any number of rows. */
const threeOf: Readonly<Record<Rank, readonly string[]>> = { scalar: ["x", "w", "(A * x)", "[s, t, 0.4]", "M[2, :]"], vector: ["M", "A", "(M * A)", "M'", "[w, x, v]", "E[2:4, :]"], matrix: ["B", "(0.5 * B)"] };
const anyOf: Readonly<Record<Rank, readonly string[]>> = { scalar: [...threeOf.scalar, "concat(x, w, v)", "x[2:2]", "flatten(M)", "E[:, 2]"], vector: [...threeOf.vector, "E", "M[2:2, :]", "M[1:2, :]"], matrix: ["B", "C", "B[3:3, :, :]", "(C * s)"] };

/** Calls of recurrences that give a value of some rank. */
function calls(choose: Choices, rank: Rank, steps: readonly Step[], given: Leaves): readonly string[] {
  return steps.flatMap(({ name, state, row }) => {
    const init = choose.of([zeros[state], ...given[state]]);
    const own = row === "matrix" ? [] : given[row === "scalar" ? "vector" : "matrix"];
    const three = choose.of([...threeOf[row], ...own]);
    const any = choose.of([...anyOf[row], ...own]);
    const folds = state === rank ? [`fold(${name}, ${init}, ${any})`] : [];
    if (rank === "vector" && state === "scalar") return [`scan(${name}, ${init}, ${three})`];
    if (rank === "vector" && state === "vector") return [...folds, `scan(${name}, ${init}, ${any})[end, :]`, `sum(scan(${name}, ${init}, ${any}), 1)`];
    if (rank === "matrix" && state === "vector") return [`scan(${name}, ${init}, ${three})`];
    if (rank === "matrix" && state === "matrix") return [...folds, `scan(${name}, ${init}, ${any})[1, :, :]`, `scan(${name}, ${init}, ${three})[:, 2, :]`];
    return folds;
  });
}

const withMore = (from: Leaves, more: Partial<Readonly<Record<Rank, readonly string[]>>>): Leaves => ({
  scalar: [...from.scalar, ...(more.scalar ?? [])], vector: [...from.vector, ...(more.vector ?? [])], matrix: [...from.matrix, ...(more.matrix ?? [])],
});

/** What the state or the row of a step gives: itself, most often, and parts of it. */
const partsOf = (name: string, rank: Rank): Partial<Readonly<Record<Rank, readonly string[]>>> => ({
  scalar: { scalar: [name, name, name, `(1 - ${name})`] },
  vector: { vector: [name, name, name, name, `(W * ${name})`], scalar: [`${name}[2]`, `sum(${name})`, `max(${name})`], matrix: [`outer(${name}, w)`, `[${name}, w, ${name}]`] },
  matrix: { matrix: [name, name, name, name, `${name}'`, `(${name} * A)`], vector: [`${name}[1, :]`, `${name}[:, 2]`, `concat(${name}[1, 1:2], ${name}[3:3, 1])`], scalar: [`${name}[2, 3]`, `norm(${name} + 0.1)`] },
})[rank];

const draws: Partial<Readonly<Record<Rank, readonly string[]>>> = { vector: ["dropout(h, 0.3)", "randomLeakyRelu(w - x, 0.1, 0.3)", "dropout(x, 0.5)"], scalar: ["dropout(s, 0.4)"] };

/** Steps that each may use the recurrences of those before it. */
function stepsOf(choose: Choices, from: Leaves, drawn: boolean): { readonly steps: readonly Step[]; readonly lines: readonly string[] } {
  const steps: Step[] = [];
  const lines: string[] = [];
  for (const name of ["first", "second", "third"].slice(0, choose.of([1, 2, 3]))) {
    const [state, row] = [choose.of<Rank>(["vector", "vector", "scalar", "matrix"]), choose.of<Rank>(["vector", "scalar", "matrix"])];
    const parts = withMore(withMore(from, partsOf("h", state)), partsOf("r", row));
    const known = withMore(parts, drawn ? (state === "vector" ? draws : { scalar: draws.scalar ?? [] }) : {});
    const inner = Object.fromEntries((["scalar", "vector", "matrix"] as const).map((rank) => [rank, calls(choose, rank, steps, known)]));
    const body = expression(choose, state, choose.of([1, 2, 0]), withMore(known, inner));
    lines.push(`${name}(h, r) = ${choose.of([`tanh(${body})`, `0.5 * h + 0.3 * sin(${body})`, body, `tanh(${choose.of(known[state])} + ${body})`])}`);
    steps.push({ name, state, row });
  }
  return { steps, lines };
}

/** Specs in which recurrences feed losses, outputs and each other; `drawn`: their steps make random draws. */
export const recurrentSpecs = (drawn: boolean): fc.Arbitrary<LargeSpec> => fc.tuple(fc.array(fc.nat(1000), { minLength: 20, maxLength: 90 }), fc.integer({ min: 0, max: 2 })).map(([numbers, depth]) => {
  const choose = new Choices(numbers);
  const { steps, lines } = stepsOf(choose, leaves, drawn);
  const of = (rank: Rank): readonly string[] => calls(choose, rank, steps, leaves);
  const known = withMore(leaves, { scalar: of("scalar"), vector: of("vector"), matrix: of("matrix") });
  const all = (["vector", "matrix", "scalar"] as const).flatMap((rank) => of(rank).map((text) => ({ rank, text })));
  const hs = choose.of(all);
  const later = withMore(known, { [hs.rank]: ["hs", "hs", "hs"] });
  const text = [
    preamble, "B = input(3, 3, 3)", "C = param(2, 3, 3)", "W = param(3, 3)", ...lines,
    `hs = ${hs.text}`,
    `y = output(${expression(choose, choose.of<Rank>(["vector", "matrix", "scalar"]), depth, later)})`,
    `J = loss(${expression(choose, "scalar", depth, later)} + sum(sin(hs)))`,
    ...choose.of([[], [`far = metric(${expression(choose, "scalar", 1, later)})`]]),
    `conventions({reduction: "${choose.of(["mean", "sum"])}", maxTie: "${choose.of(["first", "split"])}"})`,
    `train({optimizer: "${choose.of(["sgd", "adam", "momentum"])}", rate: 0.05})`,
  ].join("\n");
  const parameters = ["A", "w", "v", "s", "t", "E", "C", "W"];
  return { text, wrt: choose.of([parameters, parameters, [...parameters, "x"], [...parameters, "hs"], ["hs", "B", "W"], ["x", "M", "C"]]) };
});
