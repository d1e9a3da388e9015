import { describe, expect, it } from "vitest";
import type { Column } from "../../../runtime/model.ts";
import { columnsOf, failure, piecesOf, read, readWhole, x2 } from "./read.ts";

const x = (size: number, classes = 128): Column => ({ name: "x", role: "index", shape: [size], classes });
const c = (size: number, classes = 128): Column => ({ name: "c", role: "label", shape: [size], classes });
const behind: Column = { name: "c", role: "label", shape: [], classes: 128 };

const codes = (text: string): readonly number[] => Array.from(text, (character) => character.codePointAt(0)!);

describe("text", () => {
  it("is windows side by side, with the next characters; what fills none is dropped", async () => {
    for (const [text, chunk] of [["abcdefg", 3], ["abcdefghi", 100], ["\uFEFFabcdefgh", 1]] as const) {
      expect(columnsOf(await readWhole([c(3), x(3)], { "a.txt": text }, { chunk }))).toEqual({ x: codes("abcdef"), c: codes("bcdefg") });
    }
  });

  it("starts a window at each character where one label is the character behind it", async () => {
    expect(columnsOf(await readWhole([x(3), behind], { "a.txt": "abcde" }))).toEqual({ x: codes("abcbcd"), c: codes("de") });
  });

  it("needs no character behind the last window where nothing is foretold", async () => {
    expect(columnsOf(await readWhole([x(3)], { "a.txt": "abcdef" }))).toEqual({ x: codes("abcdef") });
    expect(columnsOf(await readWhole([x(3), c(3)], { "a.txt": "abcdef" }, { needs: "inputs" }))).toEqual({ x: codes("abcdef") });
    expect(columnsOf(await readWhole([x(3), behind], { "a.txt": "abcd" }, { needs: "inputs" }))).toEqual({ x: codes("abcbcd") });
  });

  it("counts a line end as one character, however bytes are cut, and a code point as one", async () => {
    for (const chunk of [1, 2, 100]) {
      expect(columnsOf(await readWhole([x(6)], { "a.txt": "a\r\nb\rc\r" }, { chunk }))).toEqual({ x: codes("a\nb\rc\r") });
      expect(columnsOf(await readWhole([x(2, 2 ** 17)], { "a.txt": "\r\n😀é\r" }, { chunk }))).toEqual({ x: codes("\n😀é\r") });
    }
  });

  it("may be a stream", async () => {
    const text = "To be, or not to be. ".repeat(2000);
    const files = { "a.txt": text };
    expect(columnsOf(...(await piecesOf(await read([x(4), c(4)], files, { memory: 0 }))))).toEqual(columnsOf(await readWhole([x(4), c(4)], files)));
  });

  it.each([
    ["abc", [x(3), c(3)], "a.txt: has 3 characters, and one example takes 4"],
    ["", [x(3)], "a.txt: has 0 characters, and one example takes 3"],
    ["ab\r\ncafé é\nπ’", [x(3), c(3)], 'a.txt:2:4: "é" has the code 233, and x takes 0 to 127; write index(256, 3) and label(256, 3), or take it out of the text\na.txt:3:1: "π" has the code 960, and x takes 0 to 127; write index(1024, 3) and label(1024, 3), or take it out of the text\na.txt:3:2: "’" has the code 8217, and x takes 0 to 127; write index(16384, 3) and label(16384, 3), or take it out of the text'],
    ["abcde", [x(3), c(2)], "a.txt: text goes to x = index(k, n), the codes of n characters, and c = label(k, n), those of the next ones, or c = label(k), that of the one behind them; the spec asks for the index x (a vector of 3, of 128 classes), the label c (a vector of 2, of 128 classes)"],
    ["abcde", [x(3), c(3, 64)], "a.txt: text goes to x = index(k, n), the codes of n characters, and c = label(k, n), those of the next ones, or c = label(k), that of the one behind them; the spec asks for the index x (a vector of 3, of 128 classes), the label c (a vector of 3, of 64 classes)"],
    ["ab\0cde", [x(3)], "a.txt: is no text in UTF-8: byte 2 is 0x00; expected text (.txt)"],
  ])("refuses %j", async (text, columns, message) => {
    expect(await failure(columns, { "a.txt": text })).toBe(message);
  });

  it("is refused where it is in another encoding", async () => {
    expect(await failure([x(3)], { "a.txt": [97, 98, 10, 99, 0xe9, 100, 101] })).toBe("a.txt:2:2: is no text in UTF-8 here");
  });

  it("is rows of numbers to a spec without an index of several", async () => {
    expect(columnsOf(await readWhole([x2], { "a.txt": "1,2\n3,4\n" }))).toEqual({ x: [1, 2, 3, 4] });
  });
});
