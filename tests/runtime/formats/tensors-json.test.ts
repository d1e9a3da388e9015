import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../../runtime/data-error.ts";
import { decodeTensorsJson, encodeTensorsJson } from "../../../runtime/formats/tensors-json.ts";

describe("tensors as JSON", () => {
  it("give back every number", () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 6, maxLength: 6 }), fc.string(), fc.boolean(), (numbers, text, single) => {
        const values = single ? Float32Array.from(numbers) : Float64Array.from(numbers);
        const file = { metadata: new Map([[text, text]]), tensors: new Map([["W", { shape: [2, 3], values }], ["b", { shape: [], values: values.slice(0, 1) }], ["none", { shape: [0], values: values.slice(0, 0) }]]) };
        expect(decodeTensorsJson(encodeTensorsJson(file), "x")).toEqual(file);
      }),
    );
  });

  it("are nested as mathematics has them, numbers that JSON lacks as strings", () => {
    const text = encodeTensorsJson({ metadata: new Map(), tensors: new Map([["W", { shape: [2, 2], values: Float64Array.of(1, -0, NaN, -Infinity) }]]) });
    expect(text).toContain('"W": {"dtype": "F64", "shape": [2,2], "values": [[1, -0], ["NaN", "-Infinity"]]}');
    expect((JSON.parse(text) as { tensors: object }).tensors).toEqual({ W: { dtype: "F64", shape: [2, 2], values: [[1, -0], ["NaN", "-Infinity"]] } });
  });

  it.each([
    ["{", "is not JSON"],
    ["[]", 'expected an object with "tensors" in it, found a list of 0'],
    ["{}", 'expected an object with "tensors" in it, found none'],
    ['{"tensors": {}, "metadata": 3}', "metadata: expected an object of texts, found 3"],
    ['{"tensors": {}, "metadata": {"step": 3}}', "metadata.step: expected a text, found 3"],
    ['{"tensors": {"W": 3}}', "tensors.W: expected an object with shape and values, found 3"],
    ['{"tensors": {"W": {"dtype": "F16", "shape": [], "values": 3}}}', 'tensors.W: expected the dtype F64 or F32, found "F16"'],
    ['{"tensors": {"W": {"shape": [1.5], "values": [3]}}}', "tensors.W: expected a shape of whole numbers, found [1.5]"],
    ['{"tensors": {"W": {"shape": [2], "values": [3]}}}', "tensors.W: expected a vector of 2, found a list of 1"],
    ['{"tensors": {"W": {"shape": [2], "values": [3, "four"]}}}', 'tensors.W: expected a vector of 2, found "four" at [1]'],
    ['{"tensors": {"W": {"shape": [1000000000], "values": []}}}', "tensors.W: expected a vector of 1000000000, found a list of 0"],
  ])("that are wrong are refused: %s", (text, message) => {
    expect(() => decodeTensorsJson(text, "x.json")).toThrow(DataError);
    expect(() => decodeTensorsJson(text, "x.json")).toThrow(`x.json: ${message}`);
  });
});
