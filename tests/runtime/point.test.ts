import { describe, expect, it } from "vitest";
import type { Metadata } from "../../runtime/model.ts";
import { readPoint } from "../../runtime/point.ts";
import { linearMetadata } from "./linear-model.ts";

const metadata: Metadata = {
  ...linearMetadata,
  parameters: [
    { name: "W1", shape: [2, 2], offset: 0, initial: { kind: "glorot" } },
    { name: "b", shape: [], offset: 4, initial: { kind: "zeros" } },
  ],
  columns: [
    { name: "x", role: "input", shape: [2] },
    { name: "c", role: "label", shape: [], classes: 3 },
    { name: "i", role: "index", shape: [2], classes: 4 },
  ],
  hypers: [{ name: "lambda", value: 0.5 }, { name: "mu", value: 2 }],
};
const initial = Float64Array.of(1, 2, 3, 4, 5);
const example = { x: [1, 2], c: 0, i: [1, 3] };

function failure(value: unknown, changes: Partial<Metadata> = {}): string {
  try {
    readPoint(value, { ...metadata, ...changes }, initial);
  } catch (error) {
    return error instanceof Error && error.name === "DataError" ? error.message : `unexpected ${String(error)}`;
  }
  return "no error";
}

describe("readPoint", () => {
  it("reads parameters, hyperparameters and a batch", () => {
    const point = readPoint(
      { params: { W1: [[10, 20], [30, "Infinity"]], b: -1 }, hyper: { mu: "NaN" }, batch: [example, { i: [0, 2], x: ["-Infinity", 4], c: 2 }] },
      metadata,
      initial,
    );
    expect(point).toEqual({
      params: Float64Array.of(10, 20, 30, Infinity, -1),
      hyper: { lambda: 0.5, mu: NaN },
      batch: { size: 2, columns: { x: Float64Array.of(1, 2, -Infinity, 4), c: Int32Array.of(0, 2), i: Int32Array.of(1, 3, 0, 2) } },
    });
  });

  it("keeps initial values where the point is silent, and leaves them alone", () => {
    expect(readPoint({ params: { b: 9 }, batch: [example] }, metadata, initial).params).toEqual(Float64Array.of(1, 2, 3, 4, 9));
    expect(readPoint({ batch: [example] }, metadata, initial)).toMatchObject({ params: initial, hyper: { lambda: 0.5, mu: 2 } });
    expect(initial).toEqual(Float64Array.of(1, 2, 3, 4, 5));
  });

  it("needs no batch where the model has no columns", () => {
    expect(readPoint({}, { ...metadata, columns: [] }, initial).batch).toEqual({ size: 1, columns: {} });
  });

  it("holds 32-bit numbers for a 32-bit model", () => {
    const point = readPoint({ batch: [example] }, { ...metadata, precision: "f32" }, Float32Array.from(initial));
    expect(point.batch.columns["x"]).toEqual(Float32Array.of(1, 2));
    expect(point.params).toBeInstanceOf(Float32Array);
  });

  it.each<[unknown, string]>([
    [[], "point: expected an object, found a list of 0\nbatch: expected a list of at least one example, found nothing"],
    [{ parms: {}, batch: [example] }, "point.parms: unknown name; expected params, hyper, batch"],
    [{ params: { W2: 1 }, batch: [example] }, "params.W2: unknown name; expected W1, b"],
    [{ params: [1], batch: [example] }, "params: expected an object, found a list of 1"],
    [{ params: { W1: [[1, 2], [3]] }, batch: [example] }, "params.W1: expected a 2 × 2 matrix, found a list of 1 at [1]"],
    [{ params: { b: [1] }, batch: [example] }, "params.b: expected a number, found a list of 1"],
    [{ hyper: { lamda: 1 }, batch: [example] }, "hyper.lamda: unknown name; expected lambda, mu"],
    [{ hyper: { mu: "1" }, batch: [example] }, 'hyper.mu: expected a number, found "1"'],
    [{ batch: [] }, "batch: expected a list of at least one example, found a list of 0"],
    [{ batch: example }, "batch: expected a list of at least one example, found an object"],
    [{ batch: [example, 3] }, "batch[1]: expected an object, found 3"],
    [{ batch: [example, example, { c: 0, i: [1, 3] }] }, "batch[2].x: expected a vector of 2, found nothing"],
    [{ batch: [{ ...example, x: [1, 2, 3] }] }, "batch[0].x: expected a vector of 2, found a list of 3"],
    [{ batch: [{ ...example, y: 1 }] }, "batch[0].y: unknown name; expected x, c, i"],
    [{ batch: [{ ...example, c: 3 }] }, "batch[0].c: expected a whole number from 0 to 2, found 3"],
    [{ batch: [{ ...example, i: [1, 0.5] }] }, "batch[0].i: expected a whole number from 0 to 3, found 0.5"],
    [{ batch: [{ ...example, c: "NaN" }] }, "batch[0].c: expected a whole number from 0 to 2, found NaN"],
    [JSON.parse('{"batch": [{"x": [1, 2], "c": 0, "i": [1, 3], "__proto__": 1}]}'), "batch[0].__proto__: unknown name; expected x, c, i"],
  ])("refuses %j", (value, message) => {
    expect(failure(value)).toBe(message);
  });

  it("reports several mistakes together", () => {
    expect(failure({ params: { b: "x" }, hyper: { h: 1 }, batch: [{ ...example, c: -1 }] }, { hypers: [] })).toBe(
      [
        'params.b: expected a number, found "x"',
        "hyper.h: unknown name; expected none",
        "batch[0].c: expected a whole number from 0 to 2, found -1",
      ].join("\n"),
    );
  });
});
