import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeNumber, describeShape, encodeJson, flatten, nest, sizeOf } from "../../runtime/values.ts";

const arrays = fc
  .array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
  .chain((shape) => fc.tuple(fc.constant(shape), fc.array(fc.double(), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })));

describe("nest and flatten", () => {
  it("are inverse to each other, through JSON too", () => {
    fc.assert(
      fc.property(arrays, ([shape, values]) => {
        const nested = nest(values, shape);
        expect(flatten(nested, shape, "value")).toEqual(values);
        // JSON has no negative zero.
        expect(flatten(JSON.parse(encodeJson(nested)), shape, "value")).toEqual(values.map((value) => (value === 0 ? 0 : value)));
      }),
    );
  });

  it("are row-major and start at an offset", () => {
    expect(nest([9, 1, 2, 3, 4, 5, 6], [2, 3], 1)).toEqual([[1, 2, 3], [4, 5, 6]]);
    expect(nest([9, 1], [], 1)).toBe(1);
    expect(() => nest([1, 2, 3], [2, 2])).toThrow(new RangeError("a 2 × 2 matrix does not fit in 3 numbers"));
  });

  it.each<[unknown, number[], string]>([
    [[1, 2, 3], [2], "v: expected a vector of 2, found a list of 3"],
    [1, [2], "v: expected a vector of 2, found 1"],
    [[[1, 2], [3]], [2, 2], "v: expected a 2 × 2 matrix, found a list of 1 at [1]"],
    [[[1, 2], [3, "x"]], [2, 2], 'v: expected a 2 × 2 matrix, found "x" at [1][1]'],
    [[[[1]]], [1, 1, 2], "v: expected a 1 × 1 × 2 array, found a list of 1 at [0][0]"],
    [[1], [], "v: expected a number, found a list of 1"],
    [null, [], "v: expected a number, found null"],
    [undefined, [1], "v: expected a vector of 1, found nothing"],
    [{ a: 1 }, [1], "v: expected a vector of 1, found an object"],
    ["x".repeat(40), [], `v: expected a number, found "${"x".repeat(30)}…"`],
  ])("refuse %j for shape %j", (value, shape, message) => {
    expect(() => flatten(value, shape, "v")).toThrow(expect.objectContaining({ name: "DataError", message }));
  });
});

describe("numbers in JSON", () => {
  it("keep what JSON lacks as strings", () => {
    const text = encodeJson({ a: [NaN, Infinity, -Infinity, 1.5], b: "NaN" });
    expect(text).toBe('{"a":["NaN","Infinity","-Infinity",1.5],"b":"NaN"}');
    expect(["NaN", "Infinity", "-Infinity", 2].map(decodeNumber)).toEqual([NaN, Infinity, -Infinity, 2]);
    expect(["1", null, true, [1], undefined].map(decodeNumber)).toEqual(new Array(5).fill(undefined));
  });

  it("can be indented", () => {
    expect(encodeJson([NaN], 1)).toBe('[\n "NaN"\n]');
  });
});

it("describeShape says a shape in words", () => {
  expect([[], [3], [2, 3], [1, 2, 3]].map(describeShape)).toEqual(["a number", "a vector of 3", "a 2 × 3 matrix", "a 1 × 2 × 3 array"]);
});
