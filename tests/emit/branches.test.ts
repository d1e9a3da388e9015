import { describe, expect, it } from "vitest";
import { parametersAt, examplesAt, looped, rescheduled, tiled, unrolled } from "./at-point.ts";

/** At x = [-1, 4], w = [-0.5, 1], s = -1; the gradients by hand. */
const cases: readonly (readonly [string, Readonly<Record<string, readonly number[]>>])[] = [
  ["sum(w > 0 ? sqrt(w) : w .^ 2)", { w: [-1, 0.5] }],
  ["sum(w > 0 ? w .* log(w) : w)", { w: [1, 1] }],
  ["sum(w > 0 ? log(w) .^ 2 : w)", { w: [1, 0] }],
  ["sum(x > 0 ? sqrt(x) .* w : w)", { w: [1, 2] }],
  ["sum(x > 0 ? w .* log(x) .* w : w .^ 3)", { w: [0.75, 2 * Math.log(4)] }],
  ["sum(w + 0.5 == 0 ? w : sin(w + 0.5) ./ (w + 0.5))", { w: [1, Math.cos(1.5) / 1.5 - Math.sin(1.5) / 2.25] }],
  ["sum(x > 0 ? w : 1 ./ (x - [-1, 0]) .* w .* (w + 0.5)) > 0 ? s : 2 s", { s: [2] }],
  ["s > 0 ? sqrt(s) : s^2", { s: [-2] }],
  ["s > 0 ? log(s) * (w * x) : s * w[2]", { s: [1], w: [0, -1] }],
  ["s > 0 ? dot(w, log(x)) : w[1]", { w: [1, 0] }],
  ["s > 0 ? exp(-1000 s) : (s < 0 ? w * x : w * exp(-1000 * s * x))", { w: [-1, 4] }],
  ["s > 0 ? sum(outer(w, log(x))) : sum(w)", { w: [1, 1] }],
];

describe("a branch not taken lets nothing through", () => {
  it.each(cases)("%s", async (loss, expected) => {
    const text = `x = input(2)\nw = param(2)\ns = param()\nJ = loss(${loss})`;
    for (const limits of [unrolled, looped, tiled]) {
      const { module } = await rescheduled(text, {}, limits);
      const point = { params: { w: Float64Array.of(-0.5, 1), s: Float64Array.of(-1) }, hyper: {}, columns: { x: [-1, 4] }, size: 1 };
      const into = module.createGradients!(1);
      module.gradient!(parametersAt(module, point), examplesAt(module, point), into, undefined, undefined, undefined, {}, { t: 0, epoch: 0, rate: 0, seed: 0 });
      for (const [name, values] of Object.entries(expected)) for (const [k, value] of values.entries()) expect(into[name]![k], `d${name}[${k + 1}]`).toBeCloseTo(value, 12);
    }
  });
});
