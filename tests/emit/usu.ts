import type { Gradient } from "./emitted.ts";

/** The names of specs/usu.grad, in the order of its statements. */
export const names = ["a1", "t", "w2", "b2", "w3", "b3", "z2", "a2", "z3", "a3", "C"] as const;
export type Name = (typeof names)[number];

const statements: readonly { readonly defines: Name; readonly uses: readonly Name[]; readonly text: (n: (name: Name) => string) => string }[] = [
  { defines: "a1", uses: [], text: (n) => `${n("a1")} = input(2)` },
  { defines: "t", uses: [], text: (n) => `${n("t")} = target(2)` },
  { defines: "w2", uses: [], text: (n) => `${n("w2")} = param([-0.81, -0.34; -1.57, -0.03; 0.60, -0.52])` },
  { defines: "b2", uses: [], text: (n) => `${n("b2")} = param([0.27, 0.87, 0.13])` },
  { defines: "w3", uses: [], text: (n) => `${n("w3")} = param([0.51, 0.65, -0.74; -1.42, -0.89, 2.02])` },
  { defines: "b3", uses: [], text: (n) => `${n("b3")} = param([0.33, 0.65])` },
  { defines: "z2", uses: ["w2", "a1", "b2"], text: (n) => `${n("z2")} = ${n("w2")} * ${n("a1")} + ${n("b2")}` },
  { defines: "a2", uses: ["z2"], text: (n) => `${n("a2")} = sigmoid(${n("z2")})` },
  { defines: "z3", uses: ["w3", "a2", "b3"], text: (n) => `${n("z3")} = ${n("w3")} * ${n("a2")} + ${n("b3")}` },
  { defines: "a3", uses: ["z3"], text: (n) => `${n("a3")} = output(sigmoid(${n("z3")}))` },
];

/** Ways to write the quadratic cost of the outputs `a` against `t`; what stands above the loss first. */
export const costs: Readonly<Record<string, (a: string, t: string) => readonly [...string[], string]>> = {
  "sum((t - a) .^ 2) / 2": (a, t) => [`sum((${t} - ${a}) .^ 2) / 2`],
  "sum((a - t) .^ 2) / 2": (a, t) => [`sum((${a} - ${t}) .^ 2) / 2`],
  "1/2 sum((t - a) .^ 2)": (a, t) => [`(1/2) sum((${t} - ${a}) .^ 2)`],
  "sum((t - a) .^ 2 / 2)": (a, t) => [`sum((${t} - ${a}) .^ 2 / 2)`],
  "sum(square(t - a)) / 2": (a, t) => [`sum(square(${t} - ${a})) / 2`],
  "squaredError(a, t)": (a, t) => [`squaredError(${a}, ${t})`],
  "squaredError(t, a)": (a, t) => [`squaredError(${t}, ${a})`],
  "0.5 sum((t - a) .* (t - a))": (a, t) => [`0.5 * sum((${t} - ${a}) .* (${t} - ${a}))`],
  "0.5 sum((t - a) .* (a - t)) negated": (a, t) => [`-0.5 * sum((${t} - ${a}) .* (${a} - ${t}))`],
  "dot(e, e) / 2": (a, t) => [`err = ${t} - ${a}`, `dot(err, err) / 2`],
  "err * err / 2": (a, t) => [`err = ${a} - ${t}`, `err * err / 2`],
  "norm(t - a)^2 / 2": (a, t) => [`norm(${t} - ${a})^2 / 2`],
  "norm(a - t)^2 / 2": (a, t) => [`norm(${a} - ${t})^2 / 2`],
  "by component": (a, t) => [`((${t}[1] - ${a}[1])^2 + (${t}[2] - ${a}[2])^2) / 2`],
  "a user's function": (a, t) => [`cost(y, d) = sum((y - d) .^ 2) / 2`, `cost(${a}, ${t})`],
};

export interface Copy {
  readonly rename?: Readonly<Partial<Record<Name, string>>>;
  /** The statements before the loss, as indexes into `statements`, in an order in which each name is declared before it is used. */
  readonly order?: readonly number[];
  readonly cost?: keyof typeof costs;
}

/** specs/usu.grad under other names, in another order, with its loss written another way. */
export function copyOf({ rename = {}, order = statements.map((_, k) => k), cost = "sum((t - a) .^ 2) / 2" }: Copy = {}): string {
  const n = (name: Name): string => rename[name] ?? name;
  const lines = order.map((k) => statements[k]!.text(n));
  const loss = costs[cost]!(n("a3"), n("t"));
  return [...lines, ...loss.slice(0, -1), `${n("C")} = loss(${loss.at(-1)!})`, "data([1, 1, 1, 1])", 'train({optimizer: "sgd", rate: 1, batch: 1, epochs: 100})', ""].join("\n");
}

/** The statements before the loss in an order drawn from a generator of numbers from 0 to 1. */
export function shuffledOrder(random: () => number): readonly number[] {
  const rest = statements.map((_, k) => k);
  const done = new Set<Name>();
  const order: number[] = [];
  while (rest.length > 0) {
    const ready = rest.filter((k) => statements[k]!.uses.every((name) => done.has(name)));
    const next = ready[Math.floor(random() * ready.length)]!;
    rest.splice(rest.indexOf(next), 1);
    done.add(statements[next]!.defines);
    order.push(next);
  }
  return order;
}

/** S56 of the course notes, to ten digits: the cost and its gradients at x = (1, 1), y = (1, 1). */
export const expected: Gradient = {
  loss: 0.1255220623,
  gradients: {
    w2: [0.0033349247, 0.0033349247, -0.0054250289, -0.0054250289, -0.0052827176, -0.0052827176],
    b2: [0.0033349247, -0.0054250289, -0.0052827176],
    w3: [-0.030891465, -0.0342650168, -0.058195408, -0.0144174941, -0.0159919796, -0.0271606397],
    b3: [-0.1053676888, -0.0491766263],
  },
};
