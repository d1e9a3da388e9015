import fc from "fast-check";
import { operations } from "../../compiler/ops/index.ts";

export type Rank = "scalar" | "vector" | "matrix";

/** Whole numbers to choose by; where they run out, the first and simplest choice. */
export class Choices {
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

export type Leaves = Readonly<Record<Rank, readonly string[]>>;

export const leaves: Leaves = {
  scalar: ["s", "t", "0.3", "w[2]", "lambda", "A[1, 3]", "d[3]"],
  vector: ["w", "x", "v", "d", "A[2, :]", "E[i, :]", "M[:, 1]", "[0.2, -0.4, 0.9]", "[s, t, 0.5]"],
  matrix: ["A", "M", "A'", "outer(w, x)", "[w, x, v]", "identity(3)", "[s, t, 1; 0.5, s, 2; t, t, s]"],
};

/** Vectors of 3 and matrices of 3 × 3, so that everything fits. */
export function expression(choose: Choices, rank: Rank, depth: number, from: Leaves = leaves): string {
  const one = (r: Rank = rank): string => expression(choose, r, depth - 1, from);
  if (depth === 0) return choose.of(from[rank]);
  const elementwise = [
    () => choose.of(from[rank]),
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

export const preamble = `x = input(3)
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
export const specs = fc.tuple(fc.array(fc.nat(1000), { minLength: 4, maxLength: 60 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom("mean", "sum")).map(([numbers, depth, reduction]) => {
  const choose = new Choices(numbers);
  return `${preamble}\nh = ${expression(choose, choose.of(["vector", "matrix"]), depth)}\nJ = loss(${expression(choose, "scalar", depth)} + sum(sin(h)))\nR = loss(lambda * sum(w .^ 2))\nconventions({reduction: "${reduction}"})`;
});

/** What the larger specs have besides: a layer of any width, indexes of their own, a further target and hyperparameter. */
const more: Leaves = {
  scalar: [...leaves.scalar, "r", "mu", "u[2]", "dot(p, k)", "sum(k)", "E[i, 2]"],
  vector: [...leaves.vector, "q", "q", "q", "U[1:3, 2]", "u[end-2:end]", "g(w)", "(E[j, :])[2, :]"],
  matrix: [...leaves.matrix, "E[j, :]", "reshape(concat(u[1:5], [1, s, t, r]), [3, 3])", "outer(q, x)", "diag(q)", "U[2:4, 1:3]", "A * M"],
};

const activations = ["relu", "tanh", "sigmoid", "softplus", "gelu", "leakyRelu", "elu", "sin", "g"] as const;

/** A spec of many roles, and what is to be differentiated with respect to. */
export interface LargeSpec {
  readonly text: string;
  readonly wrt: readonly string[];
}

/** Several losses, metrics and outputs, an optimizer, conventions, a layer that may be too wide to be written out. */
export const largeSpecs: fc.Arbitrary<LargeSpec> = fc.tuple(fc.array(fc.nat(1000), { minLength: 12, maxLength: 90 }), fc.integer({ min: 1, max: 3 })).map(([numbers, depth]) => {
  const choose = new Choices(numbers);
  const [width, units] = [choose.of([5, 6, 31, 60]), choose.of([4, 5, 47])];
  const one = (rank: Rank, deep = depth): string => expression(choose, rank, deep, more);
  const optimizer = choose.of(["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]);
  const text = [
    preamble,
    `u = input(${width})`,
    "j = index(4, 3)",
    "r = target()",
    "mu = hyper(0.7)",
    "g(z) = z ./ (1 + abs(z)) + f(z, 0.3 z)",
    `U = param(${units}, ${width})`,
    `p = param(${units})`,
    `Q = param(3, ${units})`,
    `k = ${choose.of(activations)}(U * u + p)`,
    `q = Q * k${choose.of(["", " + v", " .* w"])}`,
    `h = ${one(choose.of(["vector", "matrix"]))}`,
    `y = output(${one(choose.of(["vector", "matrix", "scalar"]))})`,
    ...choose.of([[], [`Y = output(${one("matrix", 1)})`], ["Y = output(softmax(q))"]]),
    `J = loss(${one("scalar")} + sum(sin(h)))`,
    ...choose.of([[], ["R = loss(lambda * sum(w .^ 2))"], ["R = loss(lambda * sum(w .^ 2))", `K = loss(${one("scalar", 1)})`]]),
    ...choose.of([[], ["right = metric(argmax(q) == argmax(c))"], ["right = metric(argmax(q) == argmax(c))", `far = metric(${one("scalar", 1)})`]]),
    `conventions({reduction: "${choose.of(["mean", "sum"])}", reluAtZero: ${choose.of(["0", "1", "0.5"])}, maxTie: "${choose.of(["first", "split"])}"})`,
    `train({optimizer: "${optimizer}", rate: ${choose.of(["0.05", '"0.1 / (t + epoch)"'])}})`,
  ].join("\n");
  const parameters = ["A", "w", "v", "s", "t", "E", "U", "p", "Q"];
  return { text, wrt: choose.of([parameters, parameters, [...parameters, "x"], [...parameters, "h"], ["q", "M", "Q"], ["k", "h", "u", "U"]]) };
});
