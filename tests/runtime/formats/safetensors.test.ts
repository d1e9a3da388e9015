import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../../runtime/data-error.ts";
import { decodeSafetensors, encodeSafetensors } from "../../../runtime/formats/safetensors.ts";
import type { Tensor } from "../../../runtime/formats/tensor-file.ts";

/** A file by the rules of the format, from its header as text and its data. */
function fileOf(header: string | object, data: Uint8Array = new Uint8Array(0), length?: bigint): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes;
}

interface Described {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** Reads a file by the rules of the format, with nothing of the code that is tested. */
function readByTheRules(bytes: Uint8Array): { readonly start: number; readonly header: { readonly [name: string]: Described }; numbers(name: string): number[] } {
  const buffer = Buffer.from(bytes);
  const start = 8 + Number(buffer.readBigUInt64LE(0));
  const header = JSON.parse(buffer.subarray(8, start).toString("utf8")) as { readonly [name: string]: Described };
  return {
    start,
    header,
    numbers(name) {
      const { dtype, data_offsets: [begin, end] } = header[name]!;
      const width = dtype === "F64" ? 8 : 4;
      return Array.from({ length: (end - begin) / width }, (_, i) => (dtype === "F64" ? buffer.readDoubleLE(start + begin + 8 * i) : buffer.readFloatLE(start + begin + 4 * i)));
    },
  };
}

const doubles = (...values: readonly number[]): Uint8Array => new Uint8Array(Float64Array.from(values).buffer);

const tensor = fc.record({ rows: fc.nat({ max: 3 }), columns: fc.nat({ max: 3 }), rank: fc.nat({ max: 2 }), single: fc.boolean(), fill: fc.array(fc.double(), { minLength: 9, maxLength: 9 }) }).map(({ rows, columns, rank, single, fill }): Tensor => {
  const shape = [rows, columns].slice(0, rank);
  const numbers = fill.slice(0, shape.reduce((size, extent) => size * extent, 1));
  return { shape, values: single ? Float32Array.from(numbers) : Float64Array.from(numbers) };
});

describe("safetensors", () => {
  it("follow the rules of the format", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tensor), fc.dictionary(fc.string(), fc.string()), (tensors, metadata) => {
        fc.pre(!Object.hasOwn(tensors, "__metadata__"));
        const bytes = encodeSafetensors({ tensors: new Map(Object.entries(tensors)), metadata: new Map(Object.entries(metadata)) });
        const { start, header, numbers } = readByTheRules(bytes);
        expect(start % 8).toBe(0);
        expect(String.fromCharCode(bytes[8]!)).toBe("{");
        const names = Object.keys(header).filter((name) => name !== "__metadata__");
        expect(names.sort()).toEqual(Object.keys(tensors).sort());
        let end = 0;
        for (const entry of names.map((name) => header[name]!).sort((a, b) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1])) {
          expect(entry.data_offsets[0]).toBe(end);
          if (entry.data_offsets[1] > end) expect(end % (entry.dtype === "F64" ? 8 : 4)).toBe(0);
          end = entry.data_offsets[1];
        }
        expect(start + end).toBe(bytes.length);
        for (const [name, { shape, values }] of Object.entries(tensors)) {
          expect(header[name]).toMatchObject({ dtype: values instanceof Float64Array ? "F64" : "F32", shape });
          expect(numbers(name)).toEqual([...values]);
        }
        if (Object.keys(metadata).length > 0) expect(header["__metadata__"]).toEqual(metadata);
      }),
    );
  });

  it("read back as they were written", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tensor), (tensors) => {
        fc.pre(!Object.hasOwn(tensors, "__metadata__"));
        const file = { tensors: new Map(Object.entries(tensors)), metadata: new Map([["key", "text"]]) };
        const read = decodeSafetensors(encodeSafetensors(file), "x");
        expect(read.metadata).toEqual(file.metadata);
        expect(new Map([...read.tensors].sort())).toEqual(new Map([...file.tensors].sort()));
      }),
    );
  });

  it("written by hand are read, at any place in memory", () => {
    const bytes = fileOf('{"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"W":{"dtype":"F64","shape":[1,2],"data_offsets":[4,20]}}  ', new Uint8Array([0, 0, 0x80, 0x3f, ...doubles(-0, 1e300)]));
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const { tensors, metadata } = decodeSafetensors(shifted.subarray(3), "x");
    expect(metadata.size).toBe(0);
    expect(tensors.get("b")).toEqual({ shape: [1], values: Float32Array.of(1) });
    expect(tensors.get("W")).toEqual({ shape: [1, 2], values: Float64Array.of(-0, 1e300) });
  });

  const entry = (data_offsets: readonly unknown[], shape: unknown = [1], dtype: unknown = "F64"): object => ({ dtype, shape, data_offsets });

  it.each<readonly [string, Uint8Array, string]>([
    ["short", new Uint8Array(5), "is no safetensors file: expected at least 8 bytes, found 5"],
    ["header too long", fileOf("{}", undefined, 2n ** 63n), "is no safetensors file: its header would have 9223372036854775808 bytes, more than the 100000000 allowed"],
    ["header cut", fileOf("{}", undefined, 64n), "is cut short: its header should end at byte 72, the file has 10"],
    ["no JSON", fileOf("{"), "is no safetensors file: its header is not JSON"],
    ["no UTF-8", fileOf({}, undefined, 2n).fill(0xff, 8), "is no safetensors file: its header is not JSON"],
    ["a list", fileOf("[1]"), "is no safetensors file: expected an object as its header, found a list of 1"],
    ["metadata", fileOf({ __metadata__: { step: 3 } }), "__metadata__.step: expected a text, found 3"],
    ["metadata list", fileOf({ __metadata__: [] }), "__metadata__: expected an object of texts, found a list of 0"],
    ["no entry", fileOf({ W: 3 }), "tensor W: expected dtype, shape and data_offsets, found 3"],
    ["dtype", fileOf({ W: entry([0, 2], [1], "F16") }, new Uint8Array(2)), 'tensor W: expected the dtype F64 or F32, found "F16"'],
    ["shape", fileOf({ W: entry([0, 8], [-1]) }, doubles(1)), "tensor W: expected a shape of whole numbers, found [-1]"],
    ["no shape", fileOf({ W: { dtype: "F64", data_offsets: [0, 8] } }, doubles(1)), "tensor W: expected a shape of whole numbers, found nothing"],
    ["offsets", fileOf({ W: entry([0, 8, 16]) }, doubles(1)), "tensor W: expected data_offsets of two whole numbers, found [0,8,16]"],
    ["backwards", fileOf({ W: entry([8, 0]) }, doubles(1)), "tensor W: its shape [1] of F64 takes 8 bytes, its data_offsets [8, 0] hold -8"],
    ["size", fileOf({ W: entry([0, 8], [3]) }, doubles(1)), "tensor W: its shape [3] of F64 takes 24 bytes, its data_offsets [0, 8] hold 8"],
    ["huge", fileOf({ W: entry([0, 8], [2 ** 40, 2 ** 40]) }, doubles(1)), "tensor W: its shape [1099511627776,1099511627776] of F64 takes"],
    ["overlap", fileOf({ a: entry([0, 8]), b: entry([0, 8]) }, doubles(1)), "tensor b: its data begin at byte 0, inside tensor a, which ends at 8"],
    ["gap", fileOf({ a: entry([0, 8]), b: entry([16, 24]) }, doubles(1, 2, 3)), "tensor b: its data begin at byte 16, with a gap after tensor a, which ends at 8"],
    ["late start", fileOf({ a: entry([8, 16]) }, doubles(1, 2)), "tensor a: its data begin at byte 8, with a gap after the start of the data, which ends at 0"],
    ["cut", fileOf({ a: entry([0, 16], [2]) }, doubles(1)), "is cut short: its tensors take 16 bytes, the file has 8 after its header"],
    ["more", fileOf({ a: entry([0, 8]) }, doubles(1, 2)), "has 8 bytes that belong to no tensor"],
  ])("that are wrong are refused: %s", (_what, bytes, message) => {
    expect(() => decodeSafetensors(bytes, "x.safetensors")).toThrow(DataError);
    expect(() => decodeSafetensors(bytes, "x.safetensors")).toThrow(`x.safetensors: ${message}`);
  });

  it("that are random or damaged give a DataError and nothing worse", () => {
    const good = encodeSafetensors({ metadata: new Map([["step", "3"]]), tensors: new Map([["W", { shape: [2], values: Float64Array.of(1, 2) }], ["b", { shape: [], values: Float64Array.of(3) }]]) });
    const read = (bytes: Uint8Array): void => {
      try {
        decodeSafetensors(bytes, "x");
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), read));
    fc.assert(fc.property(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }), (at, byte) => read(good.map((value, k) => (k === at ? byte : value)))));
    fc.assert(fc.property(fc.nat({ max: good.length - 1 }), (size) => void expect(() => decodeSafetensors(good.subarray(0, size), "x")).toThrow(DataError)));
  });
});
