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

type Kind = "scalar" | "two" | "three" | "wide" | "tall" | "square";

const leaves: Readonly<Record<Kind, readonly string[]>> = {
  scalar: ["s", "a", "0.3", "w[2]", "A[2, 1]", "lambda", "pi"],
  two: ["x", "b", "A[:, 2]", "w[1:2]", "[s, a]", "[0.5, -1]"],
  three: ["w", "u", "A[1, :]", "E[i, :]", "d"],
  wide: ["A", "C'", "X", "[w, u]", "E[k, :]"],
  tall: ["C", "A'", "E[k, :]'"],
  square: ["B", "identity(2)", "[s, a; 1, 0.5]", "(X * A')"],
};

/** An expression of a kind: vectors of 2 and 3, matrices 2 × 3, 3 × 2, 2 × 2. */
function expression(choose: Choices, kind: Kind, depth: number): string {
  if (depth === 0) return choose.of(leaves[kind]);
  const one = (k: Kind = kind): string => expression(choose, k, depth - 1);
  const elementwise = [
    () => choose.of(leaves[kind]),
    () => `(${one()} + ${one()})`,
    () => `(${one()} - ${one()})`,
    () => `(${one()} - ${one("scalar")})`,
    () => `(${one()} .* ${one()})`,
    () => `(${one("scalar")} * ${one()})`,
    () => `(${one()} / (2 + ${one("scalar")} ^ 2))`,
    () => `(${one()} ./ (2 + ${one()} .^ 2))`,
    () => `(-${one()})`,
    () => `${choose.of(["tanh", "sigmoid", "relu", "softplus", "gelu", "sin", "abs", "leakyRelu"])}(${one()})`,
    () => `(${one()} > ${one()} ? ${one()} : ${one()})`,
    () => `max(${one()}, ${one()})`,
    () => `clamp(${one()}, -0.5, 0.7)`,
  ];
  const own: Readonly<Record<Kind, readonly (() => string)[]>> = {
    scalar: [() => `sum(${one("three")})`, () => `sum(${one("wide")})`, () => `dot(${one("two")}, ${one("two")})`, () => `trace(${one("square")})`, () => `max(${one("wide")})`, () => `prod(${one("two")})`, () => `norm(${one("three")})`, () => `mean(${one("tall")})`, () => `logsumexp(${one("three")})`, () => `argmax(${one("three")})`, () => `squaredError(${one("two")}, ${one("two")})`],
    two: [() => `(${one("wide")} * ${one("three")})`, () => `(${one("square")} * ${one("two")})`, () => `(${one("three")} * ${one("tall")})`, () => `sum(${one("wide")}, 2)`, () => `softmax(${one("two")})`, () => `cumsum(${one("two")})`, () => `(${one("wide")})[:, 3]`, () => `max(${one("wide")}, [], 2)`, () => `diag(${one("square")})`, () => `concat([${one("scalar")}], [${one("scalar")}])`, () => `(${one("three")})[2:3]`],
    three: [() => `(${one("tall")} * ${one("two")})`, () => `sum(${one("wide")}, 1)`, () => `logSoftmax(${one("three")})`, () => `concat(${one("two")}, [${one("scalar")}])`, () => `cumsum(${one("three")})`, () => `[${one("scalar")}, ${one("scalar")}, ${one("scalar")}]`, () => `(${one("wide")})[2, :]`, () => `prod(${one("wide")}, 1)`],
    wide: [() => `(${one("tall")})'`, () => `outer(${one("two")}, ${one("three")})`, () => `(${one("square")} * ${one("wide")})`, () => `[${one("three")}, ${one("three")}]`, () => `reshape(${one("tall")}, [2, 3])`, () => `softmax(${one("wide")}, ${choose.of(["1", "2"])})`, () => `(${one("wide")} + ${one("three")})`, () => `cumsum(${one("wide")}, ${choose.of(["1", "2"])})`],
    tall: [() => `(${one("wide")})'`, () => `outer(${one("three")}, ${one("two")})`, () => `reshape(${one("wide")}, [3, 2])`, () => `(${one("tall")} * ${one("square")})`, () => `(${one("tall")} .* ${one("two")})`],
    square: [() => `(${one("wide")} * ${one("tall")})`, () => `diag(${one("two")})`, () => `(${one("square")})'`, () => `outer(${one("two")}, ${one("two")})`, () => `[${one("scalar")}, ${one("scalar")}; ${one("scalar")}, ${one("scalar")}]`, () => `concat((${one("square")})[:, 1:1], (${one("square")})[:, 2:2])`],
  };
  return choose.of([...elementwise, ...own[kind]])();
}

/** What every random spec declares. */
const declarations = `x = input(2)
X = input(2, 3)
t = target(3)
i = index(4)
k = index(4, 2)
d = label(3)
s = param(0.4)
a = param(-0.7)
b = param([0.2, -0.9])
w = param([0.5, 1.1, -0.3])
u = param([0.8, -0.6, 0.35])
A = param([0.3, -0.8, 0.55; 1.2, 0.15, -0.45])
B = param([0.9, -0.2; 0.4, 0.7])
C = param([0.6, -0.5; 0.25, 0.95; -1.05, 0.1])
E = param([0.1, 0.2, -0.3; 0.4, -0.5, 0.6; 0.7, 0.8, -0.9; 1.0, -1.1, 1.2])
lambda = hyper(0.05)`;

/** A spec with a loss, of a few named values, each of which may use the one before. */
export function randomSpec(numbers: readonly number[]): string {
  const choose = new Choices(numbers);
  const kinds: readonly Kind[] = ["two", "three", "wide", "tall", "square", "scalar"];
  const named = [0, 1, 2].map((n) => {
    const kind = choose.of(kinds);
    return { name: `v${n}`, kind, text: expression(choose, kind, 1 + (n % 3)) };
  });
  const sums = named.map(({ name, kind }) => (kind === "scalar" ? name : `sum(${name} .* ${name})`));
  return [declarations, ...named.map(({ name, text }) => `${name} = ${text}`), `y = output(${expression(choose, "three", 2)})`, `J = loss(${sums.join(" + ")} + sum((y - t) .^ 2) / 2)`].join("\n");
}
