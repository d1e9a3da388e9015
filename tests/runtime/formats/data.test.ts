import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readData, type Source } from "../../../runtime/formats/data.ts";
import type { Column } from "../../../runtime/model.ts";
import { bytesOf, c3, columnsOf, failure, piecesOf, read, readWhole, x2, type Files } from "./read.ts";

const columns: readonly Column[] = [c3, x2];
const u: Column = { name: "u", role: "target", shape: [] };

const csvRows = (count: number): string => Array.from({ length: count }, (_, i) => `${i},${-i / 8},${i % 3}\n`).join("");
const jsonRows = (count: number): string => Array.from({ length: count }, (_, i) => `{"c":${i % 3},"x":[${i},${-i / 8}]}\n`).join("");
const idx = (shape: readonly number[], values: readonly number[]): Uint8Array => Uint8Array.from([0, 0, 8, shape.length, ...shape.flatMap((extent) => [0, 0, extent >> 8, extent & 255]), ...values]);
const labels = (count: number): Uint8Array => idx([count], Array.from({ length: count }, (_, i) => i % 3));
const images = (count: number): Uint8Array => idx([count, 2], Array.from({ length: 2 * count }, (_, i) => i % 256));

describe("a stream", () => {
  it.each<[string, Files]>([
    ["CSV", { "a.csv": `x1,x2,c\n${csvRows(20_000)}` }],
    ["JSON lines", { "a.jsonl": jsonRows(20_000) }],
    ["IDX files", { "x.idx": images(20_000), "c.idx": labels(20_000) }],
    ["files of several formats", { "x.idx": images(20_000), "c.csv": Array.from({ length: 20_000 }, (_, i) => `${i % 3}\n`).join("") }],
  ])("of %s has the examples that a whole reading has, in bounded pieces, each time", async (_title, files) => {
    const whole = await readWhole(columns, files, { chunk: 10_000 });
    const stream = await read(columns, files, { chunk: 10_000, memory: 100_000 });
    expect(stream.size).toBe(20_000);
    for (let pass = 0; pass < 2; pass++) {
      const pieces = await piecesOf(stream);
      expect(pieces.map(({ size }) => size)).toEqual([8192, 8192, 3616]);
      expect(columnsOf(...pieces)).toEqual(columnsOf(whole));
    }
  });

  it("has pieces of 2^20 numbers where examples are large", async () => {
    const wide: readonly Column[] = [{ name: "x", role: "input", shape: [400_000] }];
    const row = `${new Array<string>(400_000).fill("1").join(",")}\n`;
    const pieces = await piecesOf(await read(wide, { "a.csv": row.repeat(5) }, { chunk: 65_536, memory: 1 }));
    expect(pieces.map(({ size }) => size)).toEqual([2, 2, 1]);
  });

  it("is cut where memory ends, and reports what a whole reading reports", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("1,2,0", "3,4,2", "# 5", "", "1,2", "1,2,3", '"1\n",2,1', 'x,2,1', '1,"2,1'), { minLength: 1, maxLength: 40 }), fc.constantFrom("\n", "\r\n"), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 200 }), async (lines, end, chunk, memory) => {
        const files = { "a.csv": lines.join(end) };
        const message = await failure(columns, files);
        expect(await failure(columns, files, { chunk, memory })).toBe(message);
        if (message !== "no error") return;
        const whole = await readWhole(columns, files);
        const some = await read(columns, files, { chunk, memory });
        expect("pieces" in some).toBe(whole.size * 20 > memory);
        expect(columnsOf(...("pieces" in some ? await piecesOf(some) : [some]))).toEqual(columnsOf(whole));
      }),
    );
  });

  it("names the right line far into a file", async () => {
    const text = `${csvRows(30_000)}1,2,x\n`;
    expect(await failure(columns, { "a.csv": text }, { chunk: 4096, memory: 1000 })).toBe('a.csv:30001:5: expected a finite number, found "x"');
    expect(await failure(columns, { "x.idx": images(300), "c.csv": `${"1\n".repeat(299)}7\n` }, { memory: 0 })).toBe("c.csv:300:1 (c): expected a whole number from 0 to 2, found 7");
  });

  it("closes its sources, also when a reader leaves early", async () => {
    let [opened, closed] = [0, 0];
    const source = (name: string, bytes: Uint8Array): Source => ({
      name,
      // eslint-disable-next-line @typescript-eslint/require-await
      async *read() {
        opened++;
        try {
          for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
        } finally {
          closed++;
        }
      },
    });
    const stream = await readData(columns, "f32", [source("x.idx", images(20_000)), source("c.idx", labels(20_000))], { needs: "all", memory: 1 });
    expect([opened, closed]).toEqual([2, 2]);
    if (!("pieces" in stream)) throw new Error("expected a stream");
    for await (const piece of stream.pieces()) {
      expect(piece.columns["x"]).toBeInstanceOf(Float32Array);
      break;
    }
    expect([opened, closed]).toEqual([4, 4]);
  });

  it.each([
    ["longer", `${csvRows(9000)}1,2,0\n`, "a.csv: has changed since it was checked: it had 9000 examples"],
    ["shorter", csvRows(8999), "a.csv: has changed since it was checked: it had 9000 examples"],
    ["empty", "", "a.csv: expected rows of numbers, found none"],
    ["wrong", `${csvRows(8999)}1,2,3\n`, "a.csv:9000:5 (c): expected a whole number from 0 to 2, found 3"],
  ])("says so when its source has become %s", async (_title, later, message) => {
    let text = csvRows(9000);
    const source: Source = {
      name: "a.csv",
      // eslint-disable-next-line @typescript-eslint/require-await
      async *read() {
        yield bytesOf(text);
      },
    };
    const stream = await readData(columns, "f64", [source], { needs: "all", memory: 1 });
    text = later;
    await expect(piecesOf(stream)).rejects.toThrow(expect.objectContaining({ name: "DataError", message }));
  });
});

describe("several files", () => {
  const files: Files = { "x.csv": "1,2\n3,4\n", "u.csv": "u\n5\n6\n", "c.jsonl": '{"c":1}\n[2]\n' };
  const three: readonly Column[] = [u, c3, x2];

  it("fill a column each, in the order of a row", async () => {
    expect(columnsOf(await readWhole(three, files))).toEqual({ x: [1, 2, 3, 4], u: [5, 6], c: [1, 2] });
    expect(columnsOf(await readWhole(three, files, { needs: "inputs" }))).toEqual({ x: [1, 2, 3, 4] });
    expect(columnsOf(await readWhole([{ name: "i", role: "index", shape: [] }, ...three], { "x.csv": "1,2\n", "i.csv": "7\n" }, { needs: "inputs" }))).toEqual({ x: [1, 2], i: [7] });
  });

  it("report their problems together", async () => {
    expect(await failure(three, { ...files, "x.csv": "1,2\n3,y\n", "u.csv": "5\n", "c.jsonl": "[3]" })).toBe(
      'x.csv:2:3: expected a finite number, found "y"\nc.jsonl:1, number 1 (c): expected a whole number from 0 to 2, found 3',
    );
  });

  it("have to be as many as the columns, and as long as each other", async () => {
    expect(await failure(three, { "x.csv": "1,2\n", "c.csv": "0\n" })).toBe("x.csv, c.csv: expected one file, or one for each column: 3 (x, u, c); found 2");
    expect(await failure([u, x2, c3], {})).toBe("data: expected one file, or one for each column: 3 (x, u, c); found 0");
    expect(await failure([x2], { "a.csv": "1,2\n", "b.csv": "1,2\n" })).toBe("a.csv, b.csv: expected one file; found 2");
    expect(await failure([u], { "a.csv": "1\n" }, { needs: "inputs" })).toBe("a.csv: expected no data, since the model has no inputs");
    expect(await failure(three, { ...files, "u.csv": "5\n" })).toBe("x.csv: has 2 examples, but u.csv has 1");
  });
});

describe("random columns", () => {
  it("are read as they were written, in every format, whole and as a stream", async () => {
    const column = fc.record({ role: fc.constantFrom("input", "target", "label", "index" as const), shape: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }) });
    const set = fc.array(column, { minLength: 1, maxLength: 4 }).map((drawn): readonly Column[] => drawn.map((one, i) => ({ name: "abcd"[i]!, ...one, ...(one.role === "label" || one.role === "index" ? { classes: 5 } : {}) })));
    await fc.assert(
      fc.asyncProperty(set, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 300 }), fc.double({ min: -1e3, max: 1e3, noNaN: true }), async (drawn, size, chunk, factor) => {
        const order = [...drawn.filter(({ role }) => role === "input"), ...drawn.filter(({ role }) => role !== "input")];
        const width = (shape: readonly number[]): number => shape.reduce((product, extent) => product * extent, 1);
        const value = ({ role }: Column, n: number, i: number): number => (role === "label" || role === "index" ? (n + i) % 5 : (n - i) * factor + 0);
        const row = (n: number): readonly number[] => order.flatMap((one) => Array.from({ length: width(one.shape) }, (_, i) => value(one, n, i)));
        const rows = Array.from({ length: size }, (_, n) => row(n));
        const expected = Object.fromEntries(order.map((one) => [one.name, rows.flatMap((_, n) => Array.from({ length: width(one.shape) }, (__, i) => value(one, n, i)))]));
        const header = order.flatMap(({ name, shape }) => Array.from({ length: width(shape) }, (_, i) => (shape.length === 0 ? name : `${name}_${i + 1}`)));
        const turn = <Item>(items: readonly Item[]): readonly Item[] => [...items].reverse();
        const files: readonly Files[] = [
          { "a.csv": rows.map((numbers) => numbers.join(",")).join("\n") },
          { "a.csv": [header, ...rows.map((numbers) => numbers.map(String))].map((cells) => turn(cells).join(",")).join("\r\n") },
          { "a.jsonl": rows.map((numbers) => JSON.stringify(numbers)).join("\n") },
          Object.fromEntries(order.map(({ name }) => [`${name}.csv`, Array.from({ length: size }, (_, n) => `${expected[name]!.slice((n * expected[name]!.length) / size, ((n + 1) * expected[name]!.length) / size).join(",")}\n`).join("")])),
        ];
        for (const one of files) {
          expect(columnsOf(await readWhole(drawn, one, { chunk }))).toEqual(expected);
          expect(columnsOf(...(await piecesOf(await read(drawn, one, { chunk, memory: 0 }))))).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
