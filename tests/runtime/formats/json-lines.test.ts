import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column } from "../../../runtime/model.ts";
import { c3, columnsOf, failure, readWhole, x2 } from "./read.ts";

const columns: readonly Column[] = [c3, x2];

describe("JSON lines", () => {
  it.each([
    ["objects", '{"x": [1, 2], "c": 0, "name": "Ada"}\n\n{"c":2,"x":[4,5]}'],
    ["arrays", "[1, 2, 0]\r\n[4, 5, 2]\r\n"],
    ["both", '\uFEFF[1,2,0]\n{"c":2,"x":[4,5]}\n'],
  ])("may be %s", async (_title, text) => {
    for (const chunk of [1, 5, 1000]) expect(columnsOf(await readWhole(columns, { "a.jsonl": text }, { chunk }))).toEqual({ x: [1, 2, 4, 5], c: [0, 2] });
  });

  it.each([
    ['{"x": [1, 2]}', "a.jsonl:1 (c): is missing, found only x"],
    ["{}", "a.jsonl:1 (x): is missing, found only an empty object\na.jsonl:1 (c): is missing, found only an empty object"],
    ['[1,2,0]\n{"x": [1, 2, 3], "c": 1}', "a.jsonl:2 (x): expected a vector of 2, found a list of 3"],
    ['{"x": [1, [2]], "c": 1}', "a.jsonl:1 (x): expected a vector of 2, found a list of 1 at [1]"],
    ['{"x": [1, 2], "c": 3}', "a.jsonl:1 (c): expected a whole number from 0 to 2, found 3"],
    ['{"x": [1, "NaN"], "c": 1}', "a.jsonl:1 (x): expected a finite number, found NaN"],
    ["[1,2]", "a.jsonl:1: expected 3 numbers (x 2, c 1), found 2"],
    ['[{"x": [1, 2], "c": 0}]', "a.jsonl:1: expected 3 numbers (x 2, c 1), found 1; each line holds one example, not a list of them"],
    ["[[1,2],0]", "a.jsonl:1: expected 3 numbers (x 2, c 1), found 2"],
    ["[1,null,0]", "a.jsonl:1, number 2 (x): expected a number, found null"],
    ["\n[1,2,7]", "a.jsonl:2, number 3 (c): expected a whole number from 0 to 2, found 7"],
    ["3", "a.jsonl:1: expected an object with x, c, or an array of 3 numbers (x 2, c 1), found 3"],
    ["null", "a.jsonl:1: expected an object with x, c, or an array of 3 numbers (x 2, c 1), found null"],
    ["\n", "a.jsonl: expected lines of JSON, found none"],
    ["", "a.jsonl: expected lines of JSON, found none"],
  ])("refuses %j", async (text, message) => {
    expect(await failure(columns, { "a.jsonl": text })).toBe(message);
  });

  it("names the line of what is no JSON", async () => {
    expect(await failure(columns, { "a.jsonl": '[1,2,0]\n{"x": [1,' })).toMatch(/^a\.jsonl:2: is no JSON: .+; expected one whole example on each line$/);
  });

  it("takes rows with or without targets and labels where only inputs are needed", async () => {
    const data = await readWhole(columns, { "a.jsonl": '{"x": [1, 2]}\n{"x": [3, 4], "c": "?"}\n[5, 6]' }, { needs: "inputs" });
    expect(columnsOf(data)).toEqual({ x: [1, 2, 3, 4, 5, 6] });
    expect(columnsOf(await readWhole(columns, { "a.jsonl": "[1, 2, null]" }, { needs: "inputs" }))).toEqual({ x: [1, 2] });
  });

  it("gives back nested lists that were written", async () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const example = fc.record({ A: fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }), s: number, i: fc.array(fc.nat(8), { minLength: 2, maxLength: 2 }) });
    const shaped: readonly Column[] = [{ name: "i", role: "index", shape: [2], classes: 9 }, { name: "s", role: "target", shape: [] }, { name: "A", role: "input", shape: [2, 3] }];
    await fc.assert(
      fc.asyncProperty(fc.array(example, { minLength: 1 }), fc.boolean(), async (examples, flat) => {
        const text = examples.map(({ A, s, i }) => JSON.stringify(flat ? [...A.flat(), ...i, s] : { A, s, i })).join("\n");
        expect(columnsOf(await readWhole(shaped, { "a.ndjson": text }))).toEqual({ A: examples.flatMap(({ A }) => A.flat()), s: examples.map(({ s }) => s), i: examples.flatMap(({ i }) => i) });
      }),
    );
  });
});
