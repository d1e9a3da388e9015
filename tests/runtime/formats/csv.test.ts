import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readData } from "../../../runtime/formats/data.ts";
import type { Column } from "../../../runtime/model.ts";
import { c3, columnsOf, failure, readWhole, x2, type Options } from "./read.ts";

const columns: readonly Column[] = [c3, x2];
const lists = async (text: string, options?: Options): Promise<object> => columnsOf(await readWhole(columns, { "a.csv": text }, options));
const wrong = (text: string, options?: Options): Promise<string> => failure(columns, { "a.csv": text }, options);
const two = { x: [1, 2, 4, 5], c: [0, 2] };

describe("CSV", () => {
  it.each([
    ["plain", "1,2,0\n4,5,2\n"],
    ["without a last line end", "1,2,0\n4,5,2"],
    ["quoted", '1,"2",0\n"4","5","2"\n'],
    ["quoted over lines", '1,"2\n",0\n"\n4",5,2\n'],
    ["with \\r\\n", "1,2,0\r\n4,5,2\r\n"],
    ["with \\r", "1,2,0\r4,5,2\r"],
    ["with spaces and signs", " +1, 2.0 ,0\t\n 4e0 ,50E-1,+2\n"],
    ["with a byte order mark", "\uFEFF1,2,0\n4,5,2\n"],
    ["with comments and blank lines", '# "by, hand\n\n1,2,0\n  \n  # another\n4,5,2\n\n'],
    ["with other names", "width,height,kind\n1,2,0\n4,5,2\n"],
    ["with a title", "# c\nirises\n1,2,0\n4,5,2\n"],
    ["named in another order", "c,x2,x1\n0,2,1\n2,5,4\n"],
    ["with the name repeated", "x,c,x\n1,0,2\n4,2,5\n"],
    ["with columns of no use", ',c,who,x_1,"x_2",x3\n1,0,"Ada, L.",1,2,9\n2,2,6\' 2" tall,4,5,none\n'],
    ["named as x.1", "c,x.2,x.1\n0,2,1\n2,5,4\n"],
    ["named as x[1]", '"x[1]","x[2]",c\n1,2,0\n4,5,2\n'],
  ])("is read %s, in parts of any size", async (_title, text) => {
    for (const chunk of [1, 2, 7, 1000]) expect(await lists(text, { chunk })).toEqual(two);
  });

  it.each([
    ["1,2,0\n3,four,0\n", 'a.csv:2:3: expected a finite number, found "four"'],
    ["1,2,0\n\n# c\n3,  x y,0\n", 'a.csv:4:5: expected a finite number, found "x y"'],
    ["1,2,0\r\n\r\n3,  x y,0\r\n", 'a.csv:3:5: expected a finite number, found "x y"'],
    ['"1","2","0"\n"3","4,5",0\n', 'a.csv:2:5: expected a finite number, found "4,5"'],
    ['1,2,0\n"3\n",4,5,6\n', "a.csv:2: expected 3 numbers (x 2, c 1), found 4"],
    ['1,2,0\n"3\n",x,1\n1,2,y\n', 'a.csv:3:3: expected a finite number, found "x"\na.csv:4:5: expected a finite number, found "y"'],
    ["1,2,0\n3,,0\n", 'a.csv:2:3: expected a finite number, found ""'],
    ["1,,0\n", 'a.csv:1:3: expected a finite number, found ""'],
    ["nan,-Inf,0\n", 'a.csv:1:1: expected a finite number, found "nan"\na.csv:1:5: expected a finite number, found "-Inf"'],
    ["1,1e999,0\n", 'a.csv:1:3: expected a finite number, found "1e999"'],
    ["1,2,0\n1,2,3\n4,5,-1\n4,5,1.5\n", "a.csv:2:5 (c): expected a whole number from 0 to 2, found 3\na.csv:3:5 (c): expected a whole number from 0 to 2, found -1\na.csv:4:5 (c): expected a whole number from 0 to 2, found 1.5"],
    ["1,2\n3,4,0\n5\n", "a.csv:1: expected 3 numbers (x 2, c 1), found 2\na.csv:3: expected 3 numbers (x 2, c 1), found 1"],
    ["1;2;0\n", "a.csv:1: expected 3 numbers (x 2, c 1), found 1; cells stand between commas"],
    ["1.5\t-2e3\t0\n", "a.csv:1: expected 3 numbers (x 2, c 1), found 1; cells stand between commas"],
    ["x1;x2;c\n1;2;0\n", "a.csv:2: expected 3 numbers (x 2, c 1), found 1; cells stand between commas"],
    ["c,x1,x2,name\n1,2,3\n", "a.csv:2: expected 4 cells as in the header, found 3"],
    ["a,b,c\nd,e,f\n", 'a.csv:1: the header has no x1, x2; found a, b, c'],
    ["u,v,w\nd,e,0\n", 'a.csv:2:1: expected a finite number, found "d"\na.csv:2:3: expected a finite number, found "e"'],
    ["a,b\n1,2\n", "a.csv:1: the header names no column; expected x, c, or 3 numbers (x 2, c 1) in this order; found a, b"],
    ["x1,x2,x2,c\n1,2,3,0\n", "a.csv:1: the header names more than one cell, or one cell for several columns, with x2; found x1, x2, x2, c"],
    ["x,x,x,c\n1,2,3,0\n", "a.csv:1: the header names more than one cell, or one cell for several columns, with x; found x, x, x, c"],
    ["x,C\n1,2\n", "a.csv:1: the header has no x2, c; found x, C"],
    ['1,2,0\n3,"4,0\n5,6,7\n', "a.csv:2: a quoted cell is not closed properly\na.csv:3:5 (c): expected a whole number from 0 to 2, found 7"],
    ['1,2,0\n3,"4"5,0\n5,6,1\n', "a.csv:2: a quoted cell is not closed properly"],
    ["x1,x2,c\n", "a.csv: expected rows of numbers, found none"],
    ["# nothing\n", "a.csv: expected rows of numbers, found none"],
    ["", "a.csv: expected rows of numbers, found none"],
    ["1,2\0,0\n", "a.csv: is no text in UTF-8: byte 3 is 0x00; expected CSV (.csv)"],
  ])("refuses %j", async (text, message) => {
    for (const chunk of [1, 3, 1000]) expect(await wrong(text, { chunk })).toBe(message);
  });

  it("names ten problems and counts the others", async () => {
    const message = await wrong(`1,2,0\n${"1,2\n".repeat(15)}`);
    expect(message.split("\n")).toHaveLength(11);
    expect(message).toMatch(/a\.csv:11: [^\n]*\n… and 5 more$/);
  });

  it("refuses numbers that 32 bits cannot hold", async () => {
    expect(await wrong("1,2,0\n1,1e39,0\n", { precision: "f32" })).toBe("a.csv:2:3 (x): 1e+39 is too large for 32 bits");
    expect((await readWhole(columns, { "a.csv": "1,.1,0\n" }, { precision: "f32" })).columns["x"]).toEqual(Float32Array.of(1, 0.1));
  });

  it("takes rows with or without targets and labels where only inputs are needed", async () => {
    const inputs: readonly Column[] = [x2, c3, { name: "i", role: "index", shape: [], classes: 9 }];
    const only = async (text: string): Promise<object> => columnsOf(await readWhole(inputs, { "a.csv": text }, { needs: "inputs" }));
    const expected = { x: [1, 2, 3, 4], i: [5, 6] };
    expect(await only("1,2,0,5\n3,4,?,6\n")).toEqual(expected);
    expect(await only("1,2,5\n3,4,6\n")).toEqual(expected);
    expect(await only("i,x1,x2\n5,1,2\n6,3,4\n")).toEqual(expected);
    expect(await only("i,c,x1,x2\n5,,1,2\n6,99,3,4\n")).toEqual(expected);
    expect(await failure(inputs, { "a.csv": "1,2\n" }, { needs: "inputs" })).toBe("a.csv:1: expected 4 numbers (x 2, c 1, i 1) or 3 (x 2, i 1), found 2");
    expect(await failure(inputs, { "a.csv": "1,2,3\n1,2,0,3\n" }, { needs: "inputs" })).toBe("a.csv:2: expected 3 numbers (x 2, i 1), found 4");
    expect(await failure(inputs, { "a.csv": "x1,x2\n1,2\n" }, { needs: "inputs" })).toBe("a.csv:1: the header has no i; found x1, x2");
  });

  it("names the numbers of arrays by one subscript or by all", async () => {
    const matrix: readonly Column[] = [{ name: "A", role: "input", shape: [2, 3] }];
    const named = async (header: string): Promise<object> => columnsOf(await readWhole(matrix, { "a.csv": `${header}\n1,2,3,4,5,6\n` }));
    expect(await named("A6,A5,A4,A3,A2,A1")).toEqual({ A: [6, 5, 4, 3, 2, 1] });
    expect(await named("A_1_1,A_2_1,A_1_2,A_2_2,A_1_3,A_2_3")).toEqual({ A: [1, 3, 5, 2, 4, 6] });
    expect(await named('"A[1,1]","A[1,2]","A[1,3]","A[2,1]","A[2,2]","A[2,3]"')).toEqual({ A: [1, 2, 3, 4, 5, 6] });
    expect(await named("u,v,w,x,y,z")).toEqual({ A: [1, 2, 3, 4, 5, 6] });
  });

  it("tells a column whose name looks like a subscript from a subscript", async () => {
    const alike: readonly Column[] = [{ name: "x", role: "input", shape: [2] }, { name: "x1", role: "input", shape: [] }];
    expect(columnsOf(await readWhole(alike, { "a.csv": "x1,x[2],x[1]\n1,2,3\n" }))).toEqual({ x: [3, 2], x1: [1] });
    expect(await failure(alike, { "a.csv": "x1,x2\n1,2\n" })).toBe("a.csv:1: the header has no x1; found x1, x2");
    const long: readonly Column[] = [{ name: "x", role: "input", shape: [11] }, { name: "x1", role: "input", shape: [1] }];
    expect(await failure(long, { "a.csv": `${Array.from({ length: 11 }, (_, i) => `x${i + 1}`).join(",")}\n` })).toMatch(/more than one cell|has no/);
  });

  it("does not let an unclosed quote swallow a long file", async () => {
    const message = await wrong(`1,2,0\n1,"2,0\n${"3,4,1\n".repeat(200_000)}3,4,9\n`, { chunk: 65_536 });
    expect(message).toBe("a.csv:2: a quoted cell is not closed properly\na.csv:200003:5 (c): expected a whole number from 0 to 2, found 9");
  });

  it("reads very long lines", async () => {
    const wide: readonly Column[] = [{ name: "x", role: "input", shape: [300_000] }];
    const row = Array.from({ length: 300_000 }, (_, i) => i / 8);
    const data = await readWhole(wide, { "a.csv": `${row.join(",")}\n${row.join(",")}\n` }, { chunk: 65_536 });
    expect(data.size).toBe(2);
    expect(Array.from(data.columns["x"]!.subarray(300_000))).toEqual(row);
  });

  it("refuses a file whose lines have no end", async () => {
    const digits = new Uint8Array(2 ** 22).fill(49);
    const endless = {
      name: "a.csv",
      // eslint-disable-next-line @typescript-eslint/require-await
      async *read() {
        for (;;) yield digits;
      },
    };
    await expect(readData(columns, "f64", [endless], { needs: "all" })).rejects.toThrow("a.csv: has a line of more than 67108864 characters; expected one example per line");
  });

  it("gives back the numbers that were written, bit for bit", async () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.float({ noNaN: true, noDefaultInfinity: true }), fc.double({ min: -1, max: 1, noNaN: true }));
    const style = fc.constantFrom<(value: number) => string>(String, (value) => value.toExponential(), (value) => ` ${value}\t`, (value) => `"${value}"`, (value) => (Number(value.toFixed(6)) === value ? value.toFixed(6) : String(value)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(number, number, fc.integer({ min: 0, max: 2 })), { minLength: 1 }), fc.array(style, { minLength: 1 }), fc.constantFrom("\n", "\r\n", "\r"), fc.integer({ min: 1, max: 40 }), async (rows, styles, end, chunk) => {
        let at = 0;
        const text = rows.map((row) => row.map((value) => styles[at++ % styles.length]!(value)).join(",") + end).join("");
        expect(await lists(text, { chunk })).toEqual({ x: rows.flatMap(([a, b]) => [a, b].map((value) => value + 0)), c: rows.map(([, , c]) => c) });
      }),
    );
  });

  it("passes over cells of any text, in quotes where it needs them", async () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[a,"\n #0-9]*$/)).filter((text) => !/[\r\0-\x08\x0e-\x1f]/.test(text)).map((text) => (/^[ \t]*#|[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, fc.integer(), cell, fc.integer(), fc.nat(2), cell), { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 100 }), async (rows, chunk) => {
        const text = `who,x1,what,x2,c,why\n${rows.map((row) => row.join(",")).join("\n")}`;
        expect(await lists(text, { chunk })).toEqual({ x: rows.flatMap(([, a, , b]) => [a, b]), c: rows.map(([, , , , c]) => c) });
      }),
    );
  });

  it("reads decimal numbers as JavaScript does", async () => {
    const digits = fc.stringMatching(/^[0-9]{0,20}$/);
    const text = fc.tuple(fc.constantFrom("", "+", "-"), digits, fc.constantFrom("", "."), digits, fc.constantFrom("", "e", "E-", "e+"), fc.stringMatching(/^[0-9]{0,3}$/)).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, async (cell) => {
        const value = cell === "" ? NaN : Number(cell);
        const data = await readWhole([x2], { "a.csv": `0,0\n${cell},1\n` }).catch(() => null);
        expect(data?.columns["x"]![2]).toBe(Number.isFinite(value) ? value : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});
