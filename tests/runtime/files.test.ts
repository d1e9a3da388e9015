import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCsv, readCsv } from "../../runtime/files.ts";

const read = (text: string): readonly (readonly number[])[] => parseCsv(text, "a.csv").rows;
const failure = (text: string): string => {
  try {
    parseCsv(text, "a.csv");
  } catch (error) {
    return error instanceof Error && error.name === "DataError" ? error.message : `unexpected ${String(error)}`;
  }
  return "no error";
};

describe("parseCsv", () => {
  it("reads numbers between commas, quoted or not", () => {
    expect(read('1,2.5,-3e2\n"4",5,6')).toEqual([[1, 2.5, -300], [4, 5, 6]]);
    expect(read("+1, 2 ,.5\r\n4,5,6\r\n")).toEqual([[1, 2, 0.5], [4, 5, 6]]);
  });

  it("skips comments, blank lines and a byte order mark, and still counts lines", () => {
    const { rows, place, header } = parseCsv('\uFEFF# a "comment, "with a quote\n\n1,2\n   \n  # another\n3,4\n', "a.csv");
    expect(rows).toEqual([[1, 2], [3, 4]]);
    expect([place(0), place(1)]).toEqual(["a.csv:3", "a.csv:6"]);
    expect(header).toBeNull();
  });

  it("takes a first line with names as a header, quoted and over two lines too", () => {
    expect(parseCsv("x1, x2,label\n1,2,3\n", "a.csv").header).toEqual(["x1", "x2", "label"]);
    expect(() => parseCsv("1,abc,0\n3,4,1\n", "a.csv")).toThrow('a.csv:1:3: expected a finite number, found "abc"');
    const csv = parseCsv('# made by hand\n"a\nb",",c"\n1,2\n', "a.csv");
    expect(csv.header).toEqual(["a\nb", ",c"]);
    expect(csv.place(0)).toBe("a.csv:4");
  });

  it.each([
    ["1,2\n3,four\n", 'a.csv:2:3: expected a finite number, found "four"'],
    ["1,2\n\n# c\n3,  x y\n", 'a.csv:4:5: expected a finite number, found "x y"'],
    ['"1","2"\n"3","4,5"\n', 'a.csv:2:5: expected a finite number, found "4,5"'],
    ["1,2\n3,\n", 'a.csv:2:3: expected a finite number, found ""'],
    ["1,,3\n", 'a.csv:1:3: expected a finite number, found ""'],
    ["1,nan,-Inf\n", 'a.csv:1:3: expected a finite number, found "nan"\na.csv:1:7: expected a finite number, found "-Inf"'],
    ["1,1e999\n", 'a.csv:1:3: expected a finite number, found "1e999"'],
    ["a,b\nc,d\n", 'a.csv:2:1: expected a finite number, found "c"\na.csv:2:3: expected a finite number, found "d"'],
    ['1,2\n3,"4\n5,6\n', "a.csv:2: a quoted cell is not closed properly"],
    ["x,y\n", "a.csv: expected rows of numbers, found none"],
    ["", "a.csv: expected rows of numbers, found none"],
  ])("refuses %j", (text, message) => {
    expect(failure(text)).toBe(message);
  });
});

describe("readCsv", () => {
  it("reads a file, and says which one is missing", () => {
    const directory = mkdtempSync(join(tmpdir(), "gradc-"));
    try {
      const path = join(directory, "xor.csv");
      writeFileSync(path, "0,1,1\n");
      expect(readCsv(path).rows).toEqual([[0, 1, 1]]);
      expect(readCsv(path).place(0)).toBe(`${path}:1`);
      expect(() => readCsv(`${path}x`)).toThrow(expect.objectContaining({ name: "DataError", message: `${path}x: no such file` }));
      expect(() => readCsv(directory)).toThrow(expect.objectContaining({ message: `${directory}: cannot be read (EISDIR)` }));
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
