import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emittedAt } from "../../compiler/commands/emitted-at.ts";
import { inspectJacobian } from "../../compiler/commands/inspect-jacobian.ts";
import { loadModule } from "../../compiler/commands/run-module.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import { evaluateSpec } from "../oracle/mathjs.ts";
import { math, rewrite } from "../oracle/machine.ts";
import { oraclePoint } from "../reference/points.ts";
import { read } from "../reference/pipeline.ts";
import { Choices, expression, type Leaves, type Rank } from "../reference/random-specs.ts";

interface Form {
  readonly of: string;
  readonly wrt: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly structure: "zero" | "diagonal" | "full";
  readonly affine: boolean;
  readonly element: { readonly subscripts: readonly string[]; readonly text: string } | null;
  readonly entries: readonly (readonly string[])[] | null;
}

type Jacobian = Form & { readonly factors: readonly Form[] };

const δ = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (__, j) => (i === j ? 1 : 0)));

/** math.js lacks what the compiler writes for positions and for long sums, and one function of the language. */
const lacks = /\b(argmin|softsign)\(|Σ/;

const valueOf = (text: string, scope: Readonly<Record<string, unknown>>): number => Number(rewrite(math.parse(text)).compile().evaluate({ ...scope, δ }));

/** The matrix that a form stands for, by its elements and again by its general element. */
function matricesOf(form: Form, scope: Readonly<Record<string, unknown>>): readonly number[][][] {
  const written = form.entries === null ? [] : [form.entries.map((row) => row.map((text) => valueOf(text, scope)))];
  const { element } = form;
  if (element?.subscripts.length !== 2) return written;
  const [i, j] = element.subscripts as [string, string];
  return [...written, Array.from({ length: form.rows }, (_, row) => Array.from({ length: form.columns }, (__, column) => valueOf(element.text, { ...scope, [i]: row + 1, [j]: column + 1 })))];
}

const leaves: Leaves = {
  scalar: ["s", "x[2]", "0.3", "M[1, 3]", "lambda", "fold(step, s, x)"],
  vector: ["x", "x", "v", "M[2, :]", "M[:, 1]", "[0.2, -0.4, 0.9]", "[s, x[1], 0.5]", "[1, 2, 3]", "scan(step, 0.3, x)", "fold(turn, x, [v, v])"],
  matrix: ["M", "M", "A", "M'", "outer(x, v)", "[x, v, x]", "identity(3)", "[1, 0, 2; 0, 3, 0; 0.5, 0, 1]"],
};
const preamble = ["x = input(3)", "s = input()", "M = input(3, 3)", "d = input(3)", "c = label(3)", "i = index(4)", "E = param(4, 3)", "v = param([0.6, -0.3, 1.1])", "A = param(3, 3)", "lambda = hyper(0.3)", "f(a, b) = a .* b + sin(a)", "step(z, r) = s * z + r", "turn(z, r) = sin(z) .* r"];

const specs = fc.tuple(fc.array(fc.nat(1000), { minLength: 6, maxLength: 50 }), fc.integer({ min: 1, max: 2 }), fc.constantFrom<Rank>("scalar", "vector")).map(([numbers, depth, rank]) => {
  const choose = new Choices(numbers);
  const inner: Leaves = { ...leaves, vector: ["h", "h", ...leaves.vector] };
  return [...preamble, `h = ${expression(choose, "vector", depth, leaves)}`, `y = output(${expression(choose, rank, depth, inner)})`].join("\n");
});

const runs = { numRuns: Number(process.env["RANDOM_SPECS"] ?? 60), seed: Number(process.env["SEED"] ?? 20261121), endOnFailure: process.env["SHRINK"] === undefined, maxSkipsPerRun: 200 };

describe("symbolic Jacobians", () => {
  it("have elements that math.js evaluates to what the emitted code gives, in both layouts, and so has the product of the factors", { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(specs, async (text) => {
      fc.pre(!lacks.test(text));
      const graph = read(text);
      const [chosen] = choosePoints(graph, { count: 1 });
      fc.pre(chosen !== undefined && chosen.note === undefined);
      const { point } = chosen;
      const loaded = await loadModule(text, { wrt: ["x"] });
      const wanted = emittedAt(loaded, point).gradients["y,x"]!;
      fc.pre(wanted.every((value) => Math.abs(value) < 1e4));
      const scope = evaluateSpec(text, oraclePoint(graph, point)).values[0]!;
      const close = (found: readonly number[]): void => {
        for (const [k, value] of found.entries()) expect(Math.abs(value - wanted[k]!), `${text}\n${found.join(" ")}\n${wanted.join(" ")}`).toBeLessThan(1e-8 * (1 + Math.abs(wanted[k]!)));
      };
      for (const layout of ["derivative", "gradient"] as const) {
        const form = inspectJacobian(text, "test.grad", { of: "y", wrt: ["x"] }, layout).json as Jacobian;
        fc.pre(!lacks.test(JSON.stringify(form)));
        for (const matrix of matricesOf(form, scope)) close(layout === "derivative" ? matrix.flat() : matrix[0]!.flatMap((_, k) => matrix.map((row) => row[k]!)));
        if (form.structure === "zero") expect(wanted.every((value) => value === 0), text).toBe(true);
        const parts = form.factors.map((factor) => matricesOf(factor, scope)[0]);
        if (parts.length > 0 && parts.every((part) => part !== undefined)) {
          const product = math.multiply(...(parts as [number[][], number[][]]));
          close(layout === "derivative" ? product.flat() : product[0]!.flatMap((_: number, k: number) => product.map((row: readonly number[]) => row[k]!)));
        }
      }
    }), runs);
  });
});
