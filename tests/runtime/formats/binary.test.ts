import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column } from "../../../runtime/model.ts";
import { c3, columnsOf, failure, piecesOf, read, readWhole, x2 } from "./read.ts";

/** The bytes of numbers by the rules of DataView, which the reader uses too; fixed bytes are in the first tests. */
function numberBytes(type: string, values: readonly number[], littleEndian: boolean): readonly number[] {
  const size = Number(type.slice(1));
  const view = new DataView(new ArrayBuffer(size * values.length));
  values.forEach((value, i) => {
    const at = i * size;
    if (type === "f4") view.setFloat32(at, value, littleEndian);
    else if (type === "f8") view.setFloat64(at, value, littleEndian);
    else if (size === 8) view.setBigInt64(at, BigInt(value), littleEndian);
    else if (size === 4) view.setInt32(at, value, littleEndian);
    else if (size === 2) view.setInt16(at, value, littleEndian);
    else view.setInt8(at, value);
  });
  return Array.from(new Uint8Array(view.buffer));
}

const extent = (value: number): readonly number[] => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const idx = (type: number, shape: readonly number[], values: readonly number[]): readonly number[] => [0, 0, type, shape.length, ...shape.flatMap(extent), ...values];

function npy(descr: string, shape: readonly number[], values: readonly number[], { version = 1, fortran = false }: { readonly version?: number; readonly fortran?: boolean } = {}): readonly number[] {
  const text = `{'descr': ${descr.includes("[") ? descr : `'${descr}'`}, 'fortran_order': ${fortran ? "True" : "False"}, 'shape': (${shape.join(", ")}${shape.length === 1 ? "," : ""}), }`;
  const prefix = version === 1 ? 10 : 12;
  const padded = `${text}${" ".repeat((64 - ((prefix + text.length + 1) % 64)) % 64)}\n`;
  const length = version === 1 ? [padded.length & 255, padded.length >> 8] : [padded.length & 255, padded.length >> 8, 0, 0];
  return [0x93, ...Buffer.from("NUMPY"), version, 0, ...length, ...Buffer.from(padded), ...values];
}

const x: readonly Column[] = [x2];
const d: readonly Column[] = [{ name: "d", role: "target", shape: [2, 3] }];

describe("IDX", () => {
  it("reads bytes as they stand, as brightnesses and as classes", async () => {
    const files = { "images.idx3-ubyte": [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102], "labels-idx1-ubyte": [0, 0, 8, 1, 0, 0, 0, 2, 2, 0] };
    for (const chunk of [1, 3, 1000]) expect(columnsOf(await readWhole([c3, x2], files, { chunk }))).toEqual({ x: [0, 1, 0.2, 0.4], c: [2, 0] });
    expect(columnsOf(await readWhole([c3, x2], { "images.idx3-ubyte": files["images.idx3-ubyte"] }, { needs: "inputs" }))).toEqual({ x: [0, 1, 0.2, 0.4] });
    expect(columnsOf(await readWhole([c3, x2], files, { needs: "inputs" }))).toEqual({ x: [0, 1, 0.2, 0.4] });
  });

  it.each([
    [0x09, [0xff, 0x7f], [-1, 127]],
    [0x0b, [0xff, 0xfe, 0x01, 0x00], [-2, 256]],
    [0x0c, [0xff, 0xff, 0xff, 0xfe, 0x00, 0x01, 0x00, 0x00], [-2, 65536]],
    [0x0d, [0x3f, 0xc0, 0, 0, 0xc0, 0, 0, 0], [1.5, -2]],
    [0x0e, [0x3f, 0xf8, 0, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0], [1.5, -2]],
  ])("reads the type 0x%s", async (type, bytes, values) => {
    expect(columnsOf(await readWhole(x, { "a.idx": idx(type, [1, 2], bytes) }))).toEqual({ x: values });
  });

  it("reads a class at each position of a sequence", async () => {
    expect(columnsOf(await readWhole([{ ...c3, shape: [3] }], { "a.idx": idx(8, [2, 3], [0, 1, 2, 2, 1, 0]) }))).toEqual({ c: [0, 1, 2, 2, 1, 0] });
    expect(columnsOf(await readWhole([{ ...c3, shape: [2] }], { "a.npy": npy("|u1", [2, 2], [0, 1, 2, 0]) }))).toEqual({ c: [0, 1, 2, 0] });
  });

  it("takes rows of a matrix as all columns", async () => {
    expect(columnsOf(await readWhole([c3, x2], { data: idx(8, [2, 3], [0, 255, 1, 255, 0, 2]) }))).toEqual({ x: [0, 1, 1, 0], c: [1, 2] });
    expect(await failure([c3, x2], { data: idx(8, [2, 3], [0, 255, 1, 255, 0, 5]) })).toBe("data: example 2, number 3 (c): expected a whole number from 0 to 2, found 5");
  });

  it.each([
    ["a.idx", [1, 2, 3, 4, 5], "a.idx: is no IDX file: expected the bytes 0x00 0x00, a type (0x08, 0x09, 0x0b … 0x0e) and a rank from 1, found 0x01 0x02 0x03 0x04"],
    ["a.idx", [0, 0, 8], "a.idx: is cut short at byte 3, within its header; expected the four bytes 0, 0, type, rank and an extent of four bytes for each of the rank"],
    ["a.idx", [0, 0, 8, 2, 0, 0, 0], "a.idx: is cut short at byte 7, within its header; expected the four bytes 0, 0, type, rank and an extent of four bytes for each of the rank"],
    ["a.idx", idx(8, [2, 2], [1, 2, 3]), "a.idx: is cut short at byte 15; its header says 2 × 2 unsigned bytes, which end at byte 16"],
    ["a.idx", idx(8, [1, 2], [1, 2, 3]), "a.idx: goes on after byte 14, where it should end: its header says 1 × 2 unsigned bytes"],
    ["a.idx", idx(8, [0, 2], []), "a.idx: holds no examples"],
    ["a.idx", idx(8, [2, 3], [1, 2, 3, 4, 5, 6]), "a.idx: expected a vector of 2 (x) for an example, found a vector of 3"],
    ["a.idx", idx(0x0d, [2, 2], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 0xc0, 0, 0]), "a.idx: example 2, number 2 (x): expected a finite number, found NaN"],
  ])("refuses %s", async (name, bytes, message) => {
    for (const chunk of [1, 1000]) expect(await failure(x, { [name]: bytes }, { chunk })).toBe(message);
  });

  it("refuses labels out of range and files of different lengths", async () => {
    expect(await failure([c3, x2], { "x.idx": idx(8, [2, 2], [1, 2, 3, 4]), "c.idx": idx(8, [2], [1, 3]) })).toBe("c.idx: example 2, number 1 (c): expected a whole number from 0 to 2, found 3");
    expect(await failure([c3, x2], { "x.idx": idx(8, [2, 2], [1, 2, 3, 4]), "c.idx": idx(8, [3], [1, 2, 0]) })).toBe("x.idx: has 2 examples, but c.idx has 3");
  });
});

describe("NPY", () => {
  it("reads the bytes that NumPy writes", async () => {
    // numpy.save of numpy.array([[1.5, -2.0]], dtype="<f4"): a header of 118 bytes, then the numbers.
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }".padEnd(117) + "\n";
    const bytes = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0, ...Buffer.from(header), 0, 0, 0xc0, 0x3f, 0, 0, 0, 0xc0];
    expect(columnsOf(await readWhole(x, { "a.npy": bytes }))).toEqual({ x: [1.5, -2] });
    expect(columnsOf(await readWhole(x, { "without a name": bytes }))).toEqual({ x: [1.5, -2] });
  });

  it("reads every type in both byte orders, all versions, rows in C and Fortran order", async () => {
    const type = fc.constantFrom("f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8");
    const values = fc.integer({ min: 1, max: 5 }).chain((count) => fc.tuple(fc.constant(count), fc.array(fc.integer({ min: 0, max: 127 }), { minLength: 6 * count, maxLength: 6 * count })));
    await fc.assert(
      fc.asyncProperty(type, values, fc.boolean(), fc.boolean(), fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: 200 }), fc.boolean(), async (kind, [count, numbers], little, fortran, version, chunk, negative) => {
        const signed = kind.startsWith("u") || !negative ? numbers : numbers.map((number) => -number + 0);
        // Number (n, i, j) stands at n + count (i + 2 j) in Fortran order, at 6 n + 3 i + j in C order.
        const stored = fortran ? Array.from(signed, (_, at) => signed[6 * (at % count) + 3 * (Math.floor(at / count) % 2) + Math.floor(at / count / 2)]!) : signed;
        const bytes = npy(`${little ? "<" : ">"}${kind}`, [count, 2, 3], numberBytes(kind, stored, little), { version, fortran });
        expect(columnsOf(await readWhole(d, { "d.npy": bytes }, { chunk }))).toEqual({ d: signed });
      }),
    );
  });

  it("reads booleans, and unsigned numbers past the signed ones", async () => {
    expect(columnsOf(await readWhole(x, { "a.npy": npy("|b1", [1, 2], [1, 0]) }))).toEqual({ x: [1, 0] });
    expect(columnsOf(await readWhole(x, { "a.npy": npy("|u1", [1, 2], [255, 128]) }))).toEqual({ x: [255, 128] });
    expect(columnsOf(await readWhole(x, { "a.npy": npy("<u4", [1, 2], [255, 255, 255, 255, 0, 0, 0, 128]) }))).toEqual({ x: [2 ** 32 - 1, 2 ** 31] });
    expect(columnsOf(await readWhole(x, { "a.npy": npy("<u8", [1, 2], [0, 0, 0, 0, 0, 0, 0, 128, 1, 0, 0, 0, 0, 0, 0, 0]) }))).toEqual({ x: [2 ** 63, 1] });
  });

  it("takes rows of a matrix as all columns, or without targets and labels where only inputs are needed", async () => {
    const all = npy("|i1", [2, 3], [1, 2, 0, 3, 4, 2]);
    expect(columnsOf(await readWhole([c3, x2], { "a.npy": all }))).toEqual({ x: [1, 2, 3, 4], c: [0, 2] });
    expect(columnsOf(await readWhole([c3, x2], { "a.npy": all }, { needs: "inputs" }))).toEqual({ x: [1, 2, 3, 4] });
    expect(columnsOf(await readWhole([c3, x2], { "a.npy": npy("|i1", [1, 2], [7, 8]) }, { needs: "inputs" }))).toEqual({ x: [7, 8] });
    expect(await failure([c3, x2], { "a.npy": npy("|i1", [1, 4], [7, 8, 9, 9]) }, { needs: "inputs" })).toBe("a.npy: expected 3 numbers (x 2, c 1) or a vector of 2 (x) for an example, found a vector of 4");
  });

  it("takes an array flattened in part, but not turned", async () => {
    const bytes = (shape: readonly number[]): Promise<string> => failure(d, { "d.npy": npy("|u1", [1, ...shape], [1, 2, 3, 4, 5, 6]) });
    expect(await Promise.all([[2, 3], [6], [1, 2, 3], [2, 1, 3], [2, 3, 1]].map(bytes))).toEqual(new Array(5).fill("no error"));
    expect(await bytes([3, 2])).toBe("d.npy: expected a 2 × 3 matrix (d) for an example, found a 3 × 2 matrix");
    expect(await bytes([3, 1, 2])).toBe("d.npy: expected a 2 × 3 matrix (d) for an example, found a 3 × 1 × 2 array");
  });

  it.each([
    ["<c8", [1, 2], [], "a.npy: holds numbers of the type <c8; expected one of b1, u1, i1, u2, i2, u4, i4, u8, i8, f4, f8, as with numpy's astype"],
    ["|O", [1, 2], [], "a.npy: holds numbers of the type |O; expected one of b1, u1, i1, u2, i2, u4, i4, u8, i8, f4, f8, as with numpy's astype"],
    ["[('a', '<f4'), ('b', '<f4')]", [1], [], "a.npy: holds numbers of the type [('a', '<f4'), ('b', '<f4')]; expected one of b1, u1, i1, u2, i2, u4, i4, u8, i8, f4, f8, as with numpy's astype"],
    ["<f8", [], [0, 0, 0, 0, 0, 0, 0, 0], "a.npy: holds a single number; expected an array whose first extent counts the examples"],
    ["<i2", [2, 2], [1, 2, 3], "a.npy: is cut short at byte 131; its header says 2 × 2 16-bit integers, which end at byte 136"],
    ["<i2", [1, 2], [1, 2, 3, 4, 5], "a.npy: goes on after byte 132, where it should end: its header says 1 × 2 16-bit integers"],
  ])("refuses %s of shape %j", async (descr, shape, values, message) => {
    expect(await failure(x, { "a.npy": npy(descr, shape, values) })).toBe(message);
  });

  it("refuses headers that are none", async () => {
    expect(await failure(x, { "a.npy": "numbers" })).toBe("a.npy: is cut short at byte 7, within its header");
    expect(await failure(x, { "a.npy": "numbers, numbers" })).toBe("a.npy: is no NPY file: it does not begin with the byte 0x93 and NUMPY");
    expect(await failure(x, { "a.npy": npy("<f8", [1], [], { version: 4 }) })).toBe("a.npy: is NPY version 4.0; expected 1 to 3");
    expect(await failure(x, { "a.npy": npy("<f8", [1, 2], []).slice(0, 40) })).toBe("a.npy: is cut short at byte 40, within its header");
    expect(await failure(x, { "a.npy": [...npy("<f8", [1, 2], []).slice(0, 6), 2, 0, 255, 255, 255, 255, 1, 1] })).toBe("a.npy: its header has 4294967295 bytes; expected at most 1048576");
    expect(await failure(x, { "a.npy": [...npy("<f8", [1, 2], []).slice(0, 8), 4, 0, ...Buffer.from("{ }\n")] })).toBe("a.npy: expected a header with 'descr', 'fortran_order' and 'shape', found \"{ }\"");
  });

  it("refuses Fortran order where the file is more than memory may hold", async () => {
    const bytes = npy("|u1", [100, 2], Array.from({ length: 200 }, (_, i) => i), { fortran: true });
    expect(await failure(x, { "a.npy": bytes }, { memory: 199 })).toBe("a.npy: is in Fortran order, so that its first example is complete only at its end, and takes 200 bytes; save it in C order (numpy.ascontiguousarray)");
    // The file has fewer bytes than its numbers in 64 bits have.
    const pieces = await piecesOf(await read(x, { "a.npy": bytes }, { memory: 200 }));
    expect(columnsOf(...pieces)).toEqual(columnsOf(await readWhole(x, { "a.npy": bytes })));
  });
});

describe("the format of a file", () => {
  it("is told by its name, or else by its first bytes", async () => {
    const contents = { NPY: npy("|u1", [1, 2], [3, 4]), IDX: idx(9, [1, 2], [3, 4]), "JSON lines": ' {"x": [3, 4]}', CSV: "3,4\n" };
    for (const content of Object.values(contents)) expect(columnsOf(await readWhole(x, { "data.gz": content }))).toEqual({ x: [3, 4] });
    expect(await failure(x, { "data.bin": [1, 2, 3] })).toBe("data.bin: is in no format that can be read; expected NPY (.npy), IDX (.idx, .idx3-ubyte), JSON lines (.jsonl, .ndjson), text (.txt), CSV (.csv), each also gzipped");
    expect(await failure(x, { "data.csv.gz": contents.NPY })).toMatch(/^data\.csv\.gz: is no text in UTF-8: byte 6 is 0x01; expected CSV/);
    expect(await failure(x, { "data.jsonl": "3,4\n" })).toMatch(/^data\.jsonl:1: is no JSON/);
  });
});
