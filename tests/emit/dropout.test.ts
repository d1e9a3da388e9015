import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examplesFromRows } from "../../runtime/examples.ts";
import { expectReference } from "./drawn.ts";
import { codeOf, run, type Emitted } from "./emitted.ts";

const network = (p: string, units = 6): string => `x = input(5)
d = target(3)
share = hyper(${p})
W = param(${units}, 5)
b = param(${units}, 0.3)
Q = param(3, ${units})
h = dropout(tanh(W * x + b), share)
y = output(Q * dropout(h, 0.25))
J = loss(squaredError(y, d))
R = loss(0.1 * sum(dropout(W, 0.5) .^ 2))
`;

const masked = (p: number, size = 1): string => `x = input(${size})\nw = param(${size})\ny = output(dropout(w .* x, ${p}))\nJ = loss(sum(y))`;

/** What becomes of w · x = 1 · x in one step, and the gradient with respect to w, for each of several seeds. */
function stepsOf(module: Emitted, size: number, clocks: readonly { readonly seed: number; readonly t: number }[]): readonly { readonly loss: number; readonly gradient: readonly number[] }[] {
  const params = module.createParameters(new Float64Array(size).fill(1));
  const data = examplesFromRows(module.metadata.columns, [Array.from({ length: size }, () => 1)], "f64");
  return clocks.map((clock) => {
    const into = module.createGradients(1);
    const loss = module.gradient(params, data, into, undefined, 0, 1, {}, { epoch: 1, rate: 0, ...clock });
    return { loss, gradient: [...into["w"]!] };
  });
}

describe("dropout", () => {
  it.each([["0.4", 6], ["0.75", 6], ["0.4", 70]])("of share %s over %d units gives the reference's masks, in every schedule", (p, units) => expectReference(network(p, units)));

  it("keeps the mean over many draws: an element is 0 or scaled up", async () => {
    for (const [p, kept] of [[0.1, 10 / 9], [0.5, 2], [0.8, 5]] as const) {
      const module = await run(masked(p));
      const steps = stepsOf(module, 1, Array.from({ length: 20_000 }, (_, k) => ({ seed: k % 100, t: 1 + Math.floor(k / 100) })));
      const mean = steps.reduce((sum, { loss }) => sum + loss, 0) / steps.length;
      const error = Math.sqrt(p / (1 - p) / steps.length);
      expect(Math.abs(mean - 1)).toBeLessThan(4 * error);
      expect(new Set(steps.map(({ loss }) => loss))).toEqual(new Set([0, kept]));
    }
  });

  it("masks and scales the gradient by the draw of the forward pass", async () => {
    const module = await run(masked(0.75, 8));
    for (const { loss, gradient } of stepsOf(module, 8, [1, 2, 3, 4].map((t) => ({ seed: 5, t })))) {
      expect(gradient.every((one) => one === 0 || one === 4)).toBe(true);
      expect(gradient.reduce((a, b) => a + b, 0)).toBe(loss);
    }
  });

  it("draws anew in each step, for each seed, element and call, and the same for the same", async () => {
    const module = await run(masked(0.5, 64));
    const [a, again, later, other] = stepsOf(module, 64, [{ seed: 1, t: 1 }, { seed: 1, t: 1 }, { seed: 1, t: 2 }, { seed: 2, t: 1 }]).map(({ gradient }) => gradient.join());
    expect(again).toBe(a);
    expect(new Set([a, later, other]).size).toBe(3);
    const twice = await run("x = input(64)\nw = param(64)\nJ = loss(sum(dropout(w .* x, 0.5) - dropout(w .* x, 0.5)))");
    const [{ gradient } = { gradient: [] }] = stepsOf(twice, 64, [{ seed: 1, t: 1 }]);
    expect(new Set(gradient)).toEqual(new Set([-2, 0, 2]));
  });

  it("is exactly the identity at inference, whatever is dropped", () =>
    fc.assert(fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.array(fc.double({ noNaN: true }), { minLength: 3, maxLength: 3 }), async (p, x) => {
      const module = await run(`x = input(3)\nw = param(2)\ny = output(dropout(x, ${p}))\nJ = loss(sum(w))`);
      const params = module.initialise(0);
      expect([...(module.forward(params, x)["y"] as Float64Array)]).toEqual(x);
    }), { numRuns: 20 }));

  it("is the identity in Jacobians of a spec without a loss", async () => {
    const module = await run("x = input(3)\ny = output(dropout(x .^ 2, 0.9))");
    const into = module.createJacobians();
    module.jacobian(module.createParameters(), [1, 2, 3], into);
    expect([...into["y"]!, ...into["dy_dx"]!]).toEqual([1, 4, 9, 2, 0, 0, 0, 4, 0, 0, 0, 6]);
  });

  it("trains in a standalone module to the bits of a plain one, and is not in its forward function", async () => {
    const rows = Array.from({ length: 12 }, (_, r) => Array.from({ length: 8 }, (_, k) => Math.sin(3 * r + k)));
    const text = `${network("0.3")}train({optimizer: "momentum", rate: 0.05, batch: 5, epochs: 4, seed: 2})`;
    const [plain, alone] = [await run(text), await run(text, { standalone: true }) as Emitted & { train(data: unknown): Promise<{ params: { flat: Float64Array } }>; examples(rows: unknown): unknown }];
    const { train } = await import("../../runtime/train.ts");
    const [a, b] = [await train(plain, examplesFromRows(plain.metadata.columns, rows, "f64")), await alone.train(alone.examples(rows))];
    expect([...b.params.flat]).toEqual([...a.params.flat]);
    expect(/export function forward\([\s\S]*?\n}/.exec(codeOf(text))![0]).not.toMatch(/draw|share/);
  });
});
