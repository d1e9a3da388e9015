import { describe, expect, test } from "vitest";
import { close } from "./close.ts";
import { differences, evaluateSpec } from "./mathjs.ts";
import type { Nested } from "./mathjs.ts";
import { entries, shapeOf } from "./nested.ts";

/** A deterministic array: f of the row-major place. */
function series(shape: number[], f: (k: number) => number): Nested {
  let k = 0;
  const build = ([first, ...rest]: number[]): Nested =>
    first === undefined ? f(k++) : Array.from({ length: first }, () => build(rest));
  return build(shape);
}

describe("the numbers of the course notes", () => {
  test("S2: squared losses", () => {
    const point = { params: {}, batch: [{ y: [0.3, -1], d: [1, 1] }] };
    const half = "y = input(2)\nd = target(2)\nJ = loss(squaredError(y, d))";
    const whole = "y = input(2)\nd = target(2)\nJ = loss(sum((y - d) .^ 2))";
    close(evaluateSpec(half, point).loss, 2.245);
    close(evaluateSpec(whole, point).loss, 4.49);
    close(differences(half, point, { example: 0, name: "y" }), [-0.7, -2]);
    close(differences(whole, point, { example: 0, name: "y" }), [-1.4, -4]);
  });

  test("S3: binary cross-entropy", () => {
    const spec = "Y = input()\nd = target()\nJ = loss(binaryCrossEntropy(Y, d))";
    for (const [d, loss, slope] of [[1, 0.2231435513, -1.25], [0, 1.6094379124, 5]] as const) {
      const point = { params: {}, batch: [{ Y: 0.8, d }] };
      close(evaluateSpec(spec, point).loss, loss);
      close(differences(spec, point, { example: 0, name: "Y" }), slope);
    }
  });

  test("S4, S6: divergences of one-hot and smoothed targets", () => {
    const y = [0.0900305732, 0.2447284711, 0.6652409558];
    const spec = "y = input(3)\nc = label(3)\nJ = loss(kl(c, y))\nX = metric(crossEntropy(y, c))";
    const point = { params: {}, batch: [{ y, c: 1 }] };
    const result = evaluateSpec(spec, point);
    close(result.losses["J"], 1.4076059644);
    close(result.metrics["X"], 1.4076059644);
    expect(result.values[0]?.["c"]).toEqual([0, 1, 0]);
    close(differences(spec, point, { example: 0, name: "y" }), [0, -4.0861612696, 0], 2e-9);
    const smoothed = "z = param(3)\nd = [0.1, 0.8, 0.1]\nK = loss(kl(d, softmax(z)))\nX = metric(crossEntropy(softmax(z), d))";
    const smooth = { params: { z: [1, 2, 3] }, batch: [{}] };
    close(evaluateSpec(smoothed, smooth).loss, 0.7685741048);
    close(evaluateSpec(smoothed, smooth).metrics["X"], 1.4076059644);
    close(differences(smoothed, smooth, { param: "z" }), [-0.0099694268, -0.5552715289, 0.5652409558]);
  });

  test("S16: softmax and its Jacobian", () => {
    const spec = "z = input(3)\ny = output(softmax(z))";
    const point = { params: {}, batch: [{ z: [1, 2, 3] }] };
    const jacobian = [0, 1, 2].map((row) =>
      differences(spec, point, { example: 0, name: "z" }, { objective: (e) => entries(e.outputs[0]?.["y"] ?? [])[row] ?? NaN }),
    );
    close(jacobian, [
      [0.0819250691, -0.0220330445, -0.0598920245],
      [-0.0220330445, 0.1848364465, -0.162803402],
      [-0.0598920245, -0.162803402, 0.2226954265],
    ]);
  });

  test("S29: XOR, summed over the batch", () => {
    const spec = `
      x = input(2)
      d = target(1)
      W1 = param(2, 2)
      b1 = param(2)
      W2 = param(1, 2)
      b2 = param(1)
      h = relu(W1 * x + b1)
      y = output(W2 * h + b2)
      J = loss(sum((y - d) .^ 2) / 2)
      data([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0])
      train({optimizer: "sgd", rate: 0.1})
      conventions({reduction: "sum", reluAtZero: 1})`;
    const batch = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map(([a = 0, b = 0, d = 0]) => ({ x: [a, b], d: [d] }));
    const point = { params: { W1: [[0.5, -0.4], [0.3, 0.8]], W2: [[1.2, -0.7]], b1: [0.1, -0.2], b2: [0.05] }, batch };
    close(evaluateSpec(spec, point).loss, 1.0557);
    close(evaluateSpec(spec, point, { reduction: "mean" }).loss, 1.0557 / 4);
    close(differences(spec, point, { param: "W1" }), [[-0.768, -0.408], [0.448, 1.197]]);
    close(differences(spec, point, { param: "W2" }), [[-0.231, -1.158]]);
    close(differences(spec, point, { param: "b1" }), [-0.564, 1.407]);
    close(differences(spec, point, { param: "b2" }), [-1.84]);
    const perfect = { params: { W1: [[1, 1], [1, 1]], W2: [[1, -2]], b1: [0, -1], b2: [0] }, batch };
    expect(evaluateSpec(spec, perfect).loss).toBe(0);
  });

  test("S40, S41: scores, softmax, hinge", () => {
    const s = [3.2, 5.1, -1.7];
    const spec = "s = input(3)\nc = label(3)\np = output(softmax(s))\nJ = loss(crossEntropy(p, c))\nH = metric(hinge(s, c))";
    const point = { params: {}, batch: [{ s, c: 0 }] };
    const result = evaluateSpec(spec, point);
    close(result.outputs[0]?.["p"], [0.129982539, 0.8690495352, 0.0009679258]);
    close(result.loss, 2.0403551528);
    close(result.metrics["H"], 2.9);
    close(differences(spec, point, { example: 0, name: "s" }), [-0.870017461, 0.8690495352, 0.0009679258]);
    const hinge = "s = input(3)\nc = label(3)\nJ = loss(hinge(s, c))";
    close(differences(hinge, point, { example: 0, name: "s" }), [-1, 1, 0]);
  });

  test("S47: 3-4-4-1", () => {
    const spec = `
      x = input(3)
      W1 = param(4, 3)
      b1 = param(4)
      W2 = param(4, 4)
      b2 = param(4)
      W3 = param(1, 4)
      b3 = param(1, 0.1)
      h1 = sigmoid(W1 * x + b1)
      h2 = sigmoid(W2 h1 + b2)
      out = output(W3 * h2 + b3)`;
    const params = {
      W1: series([4, 3], (k) => Math.sin(k)),
      b1: series([4], (k) => Math.cos(k)),
      W2: series([4, 4], (k) => Math.sin(k + 0.5)),
      b2: series([4], (k) => Math.cos(k + 0.5)),
      W3: series([1, 4], (k) => Math.sin(k + 0.25)),
    };
    const result = evaluateSpec(spec, { params, batch: [{ x: [0.5, -1, 2] }] });
    close(result.values[0]?.["h1"], [0.8783742308, 0.36582178, 0.6826279656, 0.0962248852]);
    close(result.outputs[0]?.["out"], [0.7975850044]);
    expect(result.loss).toBe(0);
  });

  test("S52: the small NumPy net, five steps of gradient descent", () => {
    const spec = `
      x = input(5)
      t = target(2)
      w1 = param(5, 3)
      w2 = param(3, 2)
      y = output(relu(x * w1) * w2)
      J = loss(sum((y - t) .^ 2))
      conventions({reduction: "sum"})`;
    const of = (f: (i: number, j: number) => number, rows: number, columns: number): number[][] =>
      Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => f(i, j)));
    const xs = of((i, j) => Math.sin(0.7 * i + 0.13 * j), 4, 5);
    const ts = of((i, k) => Math.cos(0.3 * i + 0.9 * k), 4, 2);
    const batch = xs.map((x, i) => ({ x, t: ts[i] ?? [] }));
    let params: Record<string, Nested> = {
      w1: of((i, j) => Math.sin(0.11 * i + 0.17 * j + 1), 5, 3),
      w2: of((i, k) => Math.cos(0.19 * i + 0.23 * k), 3, 2),
    };
    const wanted = [716.4957717659, 275.5187392562, 141.8347624096, 81.8514709208, 50.2350309568];
    for (const loss of wanted) {
      close(evaluateSpec(spec, { params, batch }).loss, loss, 1e-8);
      const stepped = Object.entries(params).map(([name, w]): [string, Nested] => {
        const slope = entries(differences(spec, { params, batch }, { param: name }));
        const moved = entries(w).map((v, k) => v - 1e-3 * (slope[k] ?? NaN));
        return [name, series(shapeOf(w), (k) => moved[k] ?? NaN)];
      });
      params = Object.fromEntries(stepped);
    }
  });

  test("S56: the worked 2-3-2 example, forward and backward", () => {
    const spec = `
      x = input(2)
      y = target(2)
      w2 = param([-0.81, -0.34; -1.57, -0.03; 0.60, -0.52])
      b2 = param([0.27, 0.87, 0.13])
      w3 = param([0.51, 0.65, -0.74; -1.42, -0.89, 2.02])
      b3 = param([0.33, 0.65])
      z2 = w2 * x + b2
      a2 = sigmoid(z2)
      z3 = w3 * a2 + b3
      a3 = output(sigmoid(z3))
      C = loss(norm(y - a3)^2 / 2)`;
    const point = { params: {}, batch: [{ x: [1, 1], y: [1, 1] }] };
    const result = evaluateSpec(spec, point);
    const [values] = result.values;
    close(values?.["z2"], [-0.88, -0.73, 0.21]);
    close(values?.["a2"], [0.2931777789, 0.3251947274, 0.5523079096]);
    close(values?.["z3"], [0.282189387, 1.0599262239]);
    close(values?.["a3"], [0.5700828994, 0.7426764463]);
    close(result.loss, 0.1255220623);
    close(differences(spec, point, { param: "b3" }), [-0.1053676888, -0.0491766263]);
    const delta2 = [0.0033349247, -0.0054250289, -0.0052827176];
    close(differences(spec, point, { param: "b2" }), delta2);
    close(differences(spec, point, { param: "w2" }), delta2.map((d) => [d, d]));
    close(differences(spec, point, { param: "w3" }), [
      [-0.030891465, -0.0342650168, -0.058195408],
      [-0.0144174941, -0.0159919796, -0.0271606397],
    ]);
    close(differences(spec, point, { example: 0, name: "x" }), [0.0026463759, 0.0017758896]);
  });

  test("S60: least squares", () => {
    const spec = "z = input(2)\ny = target()\nx = param(2)\ne = x' * z - y\nl = loss(e^2 / 2)";
    const point = { params: { x: [1, 2] }, batch: [{ z: [3, -1], y: 5 }] };
    close(evaluateSpec(spec, point).loss, 8);
    close(differences(spec, point, { param: "x" }), [-12, 4]);
  });
});

describe("the batch", () => {
  const spec = `
    i = index(3)
    c = label(2)
    w = param(2)
    lambda = hyper(0.01)
    E = param([1, 2; 3, 4; 5, 6])
    p = softmax(E[i, :] .* w)
    penalty(v) = lambda * sum(v .^ 2)
    J = loss(crossEntropy(p, c))
    R = loss(penalty(w))
    hit = metric(argmax(p) == argmax(c))`;
  const point = { params: { w: [1, 0.5] }, batch: [{ i: 0, c: 0 }, { i: 2, c: 1 }, { i: 1, c: 0 }] };

  test("mean by default; each loss and metric reported", () => {
    const { losses, metrics, loss, values } = evaluateSpec(spec, point);
    const each = [[0, 0], [2, 0], [1, 0]].map(([row = 0]) => {
      const [a = 0, b = 0] = [[1, 1], [3, 2], [5, 3]][row] ?? [];
      return [Math.log(1 + Math.exp(b - a)), Math.log(1 + Math.exp(a - b))];
    });
    const nats = [each[0]?.[0] ?? 0, each[1]?.[1] ?? 0, each[2]?.[0] ?? 0];
    close(losses["J"], nats.reduce((a, b) => a + b, 0) / 3, 1e-14);
    close(losses["R"], 0.0125, 1e-15);
    close(loss, (losses["J"] ?? 0) + 0.0125, 1e-15);
    close(metrics["hit"], 2 / 3, 1e-15);
    expect(values.map((v) => v["i"])).toEqual([1, 3, 2]);
    expect(values.map((v) => v["c"])).toEqual([[1, 0], [0, 1], [1, 0]]);
  });

  test("under sum, what does not depend on the example counts once, through functions too", () => {
    const mean = evaluateSpec(spec, point);
    const sum = evaluateSpec(spec, { ...point, hyper: { lambda: 1 } }, { reduction: "sum" });
    close(sum.losses["J"], 3 * (mean.losses["J"] ?? 0), 1e-14);
    close(sum.losses["R"], 1.25, 1e-15);
    const hidden = evaluateSpec("x = input()\nf(a) = a * x\nJ = loss(f(2))", { params: {}, batch: [{ x: 1 }, { x: 2 }] }, { reduction: "sum" });
    expect(hidden.loss).toBe(6);
  });

  test("index(k, n), literal and filled params", () => {
    const text = "i = index(4, 2)\nE = param(4, 2, 0.5)\nb = param([1, 2])\ns = param(0.25)\nz = param()\no = param(2 * ones(2))\ny = output(E[i, :] + b * s + o + z)";
    const result = evaluateSpec(text, { params: {}, batch: [{ i: [0, 3] }] });
    expect(result.outputs).toEqual([{ y: [[2.75, 3], [2.75, 3]] }]);
  });

  test("what does not fit is refused", () => {
    expect(() => evaluateSpec("W = param(2, 2)", { params: {}, batch: [{}] })).toThrow("random");
    expect(() => evaluateSpec("w = param(2)", { params: { v: 1 }, batch: [{}] })).toThrow("no v");
    expect(() => evaluateSpec("w = param(2)", { params: { w: 1 }, batch: [{}] })).toThrow("declared (2)");
    expect(() => evaluateSpec("x = input(2)", { params: {}, batch: [{ x: [1] }] })).toThrow("declared (2)");
    expect(() => evaluateSpec("c = label(2)", { params: {}, batch: [{ c: 2 }] })).toThrow("not one of");
  });

  test("differences beside a kink and beside the edge of the domain", () => {
    const kink = "w = param()\nJ = loss(relu(w) + 3 w)";
    close(differences(kink, { params: { w: 1e-4 }, batch: [{}] }, { param: "w" }), 4, 1e-10);
    close(differences(kink, { params: { w: -0.01 }, batch: [{}] }, { param: "w" }), 3, 1e-10);
    const edge = "w = param()\nJ = loss(log(w))";
    close(differences(edge, { params: { w: 0.01 }, batch: [{}] }, { param: "w" }), 100, 1e-8);
    const steep = "w = param()\nJ = loss(sin(w))";
    close(differences(steep, { params: { w: 20 }, batch: [{}] }, { param: "w" }), Math.cos(20), 1e-10);
  });
});
