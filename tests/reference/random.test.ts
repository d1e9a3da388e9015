import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rootsOf } from "../../compiler/ir/graph.ts";
import { operations } from "../../compiler/ops/index.ts";
import { check } from "../../compiler/reference/check.ts";
import { evaluate } from "../../compiler/reference/evaluate.ts";
import { formatCheck } from "../../compiler/reference/format.ts";
import { choosePoints, type ChosenPoint } from "../../compiler/reference/points.ts";
import { evaluated, graphsOf, simplified } from "./pipeline.ts";
import { mathjsLoss } from "./points.ts";

type Rank = "scalar" | "vector" | "matrix";

/** Whole numbers to choose by; where they run out, the first and simplest choice. */
class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  of<T>(choices: readonly T[]): T {
    return choices[(this.#numbers[this.#next++] ?? 0) % choices.length]!;
  }
}

/** Every elementwise function of one argument that is defined everywhere. */
const unary = [...operations.values()].flatMap((op) => (op.kind === "pointwise" && op.internal !== true && op.parameters.length === 1 && op.domain === undefined ? [op.name] : []));

const leaves: Readonly<Record<Rank, readonly string[]>> = {
  scalar: ["s", "t", "0.3", "w[2]", "lambda", "A[1, 3]", "d[3]"],
  vector: ["w", "x", "v", "d", "A[2, :]", "E[i, :]", "M[:, 1]", "[0.2, -0.4, 0.9]", "[s, t, 0.5]"],
  matrix: ["A", "M", "A'", "outer(w, x)", "[w, x, v]", "identity(3)", "[s, t, 1; 0.5, s, 2; t, t, s]"],
};

/** Vectors of 3 and matrices of 3 × 3, so that everything fits. */
function expression(choose: Choices, rank: Rank, depth: number): string {
  const one = (r: Rank = rank): string => expression(choose, r, depth - 1);
  if (depth === 0) return choose.of(leaves[rank]);
  const elementwise = [
    () => choose.of(leaves[rank]),
    () => `(${one()} + ${one()})`,
    () => `(${one()} - ${one("scalar")})`,
    () => `(${one()} .* ${one()})`,
    () => `(-${one()})`,
    () => `${choose.of(unary)}(${one()})`,
    () => `(${one()} ./ (1.5 + ${one()} .^ 2))`,
    () => `(${one()} / (1.5 + ${one("scalar")}^2))`,
    () => `(${one("scalar")} * ${one()})`,
    () => `log(1 + exp(${one()}))`,
    () => `(1 ./ (1 + exp(-${one()})))`,
    () => `sqrt(2 + ${one()} .^ 2)`,
    () => `max(${one()}, ${one()})`,
    () => `min(${one()}, 0.4)`,
    () => `(${one()} > ${one()} ? ${one()} : 0.5 * ${one()})`,
    () => `f(${one()}, ${one()})`,
  ];
  const own: Readonly<Record<Rank, readonly (() => string)[]>> = {
    scalar: [
      () => `dot(${one("vector")}, ${one("vector")})`,
      () => `(${one("vector")} * ${one("vector")})`,
      () => `${choose.of(["sum", "mean", "norm", "logsumexp", "max", "min", "prod"])}(${one("vector")})`,
      () => `${choose.of(["sum", "mean", "norm", "max", "prod", "trace"])}(${one("matrix")})`,
      () => `crossEntropy(softmax(${one("vector")}), c)`,
      () => `squaredError(${one("vector")}, ${one("vector")})`,
      () => `binaryCrossEntropy(sigmoid(${one("vector")}), d)`,
      () => `hinge(${one("vector")}, c)`,
      () => `(${one("vector")})[2]`,
      () => `norm(${one("vector")}, ${choose.of(["1", "Inf"])})`,
    ],
    vector: [
      () => `(${one("matrix")} * ${one("vector")})`,
      () => `(${one("vector")} * ${one("matrix")})`,
      () => `${choose.of(["softmax", "logSoftmax", "cumsum"])}(${one("vector")})`,
      () => `${choose.of(["sum", "mean", "prod", "logsumexp"])}(${one("matrix")}, ${choose.of(["1", "2"])})`,
      () => `max(${one("matrix")}, [], ${choose.of(["1", "2"])})`,
      () => `concat((${one("vector")})[2:3], [${one("scalar")}])`,
      () => `diag(${one("matrix")})`,
      () => `(${one("matrix")})[:, 2]`,
      () => `flatten((${one("matrix")})[1:1, :])`,
    ],
    matrix: [
      () => `(${one("matrix")} * ${one("matrix")})`,
      () => `(${one("matrix")})'`,
      () => `outer(${one("vector")}, ${one("vector")})`,
      () => `diag(${one("vector")})`,
      () => `${choose.of(["softmax", "logSoftmax", "cumsum"])}(${one("matrix")}, ${choose.of(["1", "2"])})`,
      () => `(${one("matrix")} + ${one("vector")})`,
      () => `reshape(concat(${one("vector")}, flatten(${one("matrix")})[1:6]), [3, 3])`,
      () => `[${one("vector")}, ${one("vector")}, ${one("vector")}]`,
    ],
  };
  return choose.of([...elementwise, ...own[rank], ...own[rank]])();
}

const preamble = `x = input(3)
M = input(3, 3)
d = target(3)
c = label(3)
i = index(4)
A = param(3, 3)
w = param(3)
v = param(3)
s = param()
t = param(0.7)
E = param(4, 3)
lambda = hyper(0.3)
f(a, b) = tanh(a .* b) + 0.1 a`;

/** One line of text per spec: `reduction` decides how examples add up. */
const specs = fc.tuple(fc.array(fc.nat(1000), { minLength: 4, maxLength: 60 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom("mean", "sum")).map(([numbers, depth, reduction]) => {
  const choose = new Choices(numbers);
  return `${preamble}\nh = ${expression(choose, choose.of(["vector", "matrix"]), depth)}\nJ = loss(${expression(choose, "scalar", depth)} + sum(sin(h)))\nR = loss(lambda * sum(w .^ 2))\nconventions({reduction: "${reduction}"})`;
});

function hold(text: string): void {
  const graphs = graphsOf(text);
  const total = rootsOf(graphs.parsed, "total")[0]!.node;
  const [chosen] = choosePoints(graphs.parsed, { count: 1, also: rootsOf(graphs.differentiated, "total").map((root) => root.node) }) as [ChosenPoint];
  const loss = evaluate([total], chosen.point).get(total)![0]!;
  fc.pre(Number.isFinite(loss) && Math.abs(loss) < 1e3);
  // The slope of a cube root is infinite at 0, where a matrix may well be 0 by its making.
  const { gradients } = evaluated(graphs.differentiated)(chosen.point);
  fc.pre(!text.includes("cbrt") || Object.values(gradients).every((gradient) => gradient.every(Number.isFinite)));
  for (const graph of [graphs.differentiated, simplified(text)]) {
    const result = check(graphs, evaluated(graph), { points: [chosen] });
    fc.pre(result.rows.every((row) => row.undecided === 0));
    expect(result.ok, `${text}\n${formatCheck(result)}`).toBe(true);
  }
  // Under sum the compiler counts a term without examples once, the oracle a whole loss.
  if (graphs.parsed.spec.conventions.reduction === "sum") return;
  const second = mathjsLoss(graphs.parsed, chosen.point);
  expect(second, text).not.toBeNull();
  expect(Math.abs(second! - loss), text).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(loss)));
}

describe("random specs", () => {
  it("agree with differences and with math.js, differentiated and simplified", { timeout: 600_000 }, () => {
    fc.assert(fc.property(specs, hold), { numRuns: Number(process.env["RANDOM_SPECS"] ?? 150), seed: Number(process.env["SEED"] ?? 20240607) });
  });

  it.each([...new Set(Object.values(leaves).flat())])("%s can be written", (leaf) => hold(`${preamble}\nJ = loss(sum(sin(${leaf}) .* tanh(w[1] * (${leaf}))))`));
});
