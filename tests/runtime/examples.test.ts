import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examplesFromRows, trainingSize } from "../../runtime/examples.ts";
import type { Column } from "../../runtime/model.ts";

const columns: readonly Column[] = [
  { name: "c", role: "label", shape: [], classes: 3 },
  { name: "x", role: "input", shape: [2] },
  { name: "d", role: "target", shape: [1, 2] },
  { name: "u", role: "input", shape: [] },
  { name: "i", role: "index", shape: [2], classes: 10 },
];
//            x     u  c  d     i
const good = [1, 2, 3, 2, 5, 6, 9, 0];
const changed = (at: number, value: number): number[] => good.map((old, i) => (i === at ? value : old));

describe("examplesFromRows", () => {
  it("takes the inputs first, then targets, labels and indexes as declared", () => {
    const examples = examplesFromRows(columns, [good, [-1, -2, -3, 0, -5, -6, 1, 2]], "f64");
    expect(examples).toEqual({
      size: 2,
      columns: {
        c: Int32Array.of(2, 0),
        x: Float64Array.of(1, 2, -1, -2),
        d: Float64Array.of(5, 6, -5, -6),
        u: Float64Array.of(3, -3),
        i: Int32Array.of(9, 0, 1, 2),
      },
    });
  });

  it("holds 32-bit numbers for a 32-bit model", () => {
    const { columns: values } = examplesFromRows(columns, [good], "f32");
    expect(values["x"]).toEqual(Float32Array.of(1, 2));
    expect(values["c"]).toEqual(Int32Array.of(2));
  });

  it("lists every bad row with its place", () => {
    const rows = [good.slice(1), changed(0, NaN), changed(3, 3), changed(7, 1.5), changed(4, Infinity), changed(3, -1), good];
    const message = [
      "row 1: expected 8 numbers (x 2, u 1, c 1, d 2, i 2), found 7",
      "row 2, number 1 (x): expected a finite number, found NaN",
      "row 3, number 4 (c): expected a whole number from 0 to 2, found 3",
      "row 4, number 8 (i): expected a whole number from 0 to 9, found 1.5",
      "row 5, number 5 (d): expected a finite number, found Infinity",
      "row 6, number 4 (c): expected a whole number from 0 to 2, found -1",
    ].join("\n");
    expect(() => examplesFromRows(columns, rows, "f64")).toThrow(expect.objectContaining({ name: "DataError", message }));
  });

  it("names rows as the caller does, and numbers that 32 bits cannot hold", () => {
    expect(() => examplesFromRows(columns, [good, changed(1, 1e39)], "f32", (row) => `a.csv:${row + 3}`)).toThrow(
      expect.objectContaining({ message: "a.csv:4, number 2 (x): 1e+39 is too large for 32 bits" }),
    );
  });

  it("stops listing after ten problems", () => {
    const message = [...Array.from({ length: 10 }, (_, r) => `row ${r + 1}: expected 8 numbers (x 2, u 1, c 1, d 2, i 2), found 1`), "… and 5 more"];
    expect(() => examplesFromRows(columns, new Array<number[]>(15).fill([1]), "f64")).toThrow(
      expect.objectContaining({ message: message.join("\n") }),
    );
  });
});

describe("trainingSize", () => {
  it("takes the share from the end", () => {
    expect([trainingSize(10, 0), trainingSize(10, 0.3), trainingSize(100, 0.29), trainingSize(10, 0.99)]).toEqual([10, 7, 71, 1]);
  });

  it("leaves an example for either part where there are two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1000 }), fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (size, share) => {
        const training = trainingSize(size, share);
        return training >= 1 && training < size;
      }),
    );
    expect(trainingSize(1, 0.5)).toBe(1);
  });
});
