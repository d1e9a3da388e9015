import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { openData } from "../../runtime/files.ts";
import type { Column } from "../../runtime/model.ts";
import { c3, columnsOf, piecesOf, x2 } from "./formats/read.ts";

const directory = mkdtempSync(join(tmpdir(), "gradc-"));
afterAll(() => rmSync(directory, { recursive: true }));

const columns: readonly Column[] = [c3, x2];
const open = (paths: readonly string[], memory?: number): ReturnType<typeof openData> => openData(columns, "f64", paths, { needs: "all", memory });
const csv = Array.from({ length: 20_000 }, (_, i) => `${i},${-i / 8},${i % 3}\n`).join("");

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(directory, name), content);
  return join(directory, name);
}

async function whole(paths: readonly string[]): Promise<object> {
  const data = await open(paths);
  return "pieces" in data ? {} : columnsOf(data);
}

describe("openData", () => {
  it("reads a file, gzipped or not, whatever its name says of that", async () => {
    const expected = { x: [1, 2, 4, 5], c: [0, 2] };
    const text = "1,2,0\n4,5,2\n";
    expect(await whole([file("a.csv", text)])).toEqual(expected);
    expect(await whole([file("a.csv.gz", gzipSync(text))])).toEqual(expected);
    expect(await whole([file("packed.csv", gzipSync(text))])).toEqual(expected);
    expect(await whole([file("plain.csv.gz", text)])).toEqual(expected);
    expect(await whole([file("nameless", gzipSync(text))])).toEqual(expected);
    expect(await whole([file("members.gz", Buffer.concat([gzipSync("1,2,0\n4,"), gzipSync("5,2\n")]))])).toEqual(expected);
  });

  it("reads images and labels as MNIST ships them", async () => {
    const images = file("t-images-idx3-ubyte.gz", gzipSync(Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102)));
    const labels = file("t-labels-idx1-ubyte.gz", gzipSync(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 2, 0)));
    expect(await whole([images, labels])).toEqual({ x: [0, 1, 0.2, 0.4], c: [2, 0] });
    await expect(open([labels, images])).rejects.toThrow(`${labels}: expected a vector of 2 (x) for an example, found a number`);
  });

  it("says which file is missing, no file, or damaged", async () => {
    const message = (paths: readonly string[]): Promise<string> => open(paths).then(() => "no error", (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : ""));
    const missing = join(directory, "missing.csv");
    expect(await message([missing])).toBe(`DataError ${missing}: no such file`);
    expect(await message([directory])).toBe(`DataError ${directory}: is a directory`);
    const cut = file("cut.csv.gz", gzipSync(csv).subarray(0, 20_000));
    expect(await message([cut])).toBe(`DataError ${cut}: is damaged or cut short: gzip says "unexpected end of file"`);
    const spoiled = Uint8Array.from(gzipSync(csv));
    spoiled.fill(255, 3000, 3100);
    expect(await message([file("spoiled.gz", spoiled)])).toMatch(/spoiled\.gz: is damaged or cut short: gzip says "/);
    expect(await message([file("empty.csv", "")])).toMatch(/empty\.csv: expected rows of numbers, found none$/);
  });

  it("streams what memory should not hold, packed or not", async () => {
    const plain = file("long.csv", csv);
    const expected = await whole([plain]);
    for (const path of [plain, file("long.csv.gz", gzipSync(csv))]) {
      const pieces = await piecesOf(await open([path], 1000));
      expect(pieces.map(({ size }) => size)).toEqual([8192, 8192, 3616]);
      expect(columnsOf(...pieces)).toEqual(expected);
    }
  });

  it("says so when a file has changed, or is gone, between two passes", async () => {
    const path = file("changing.csv", csv);
    const stream = await open([path], 1000);
    expect(await piecesOf(stream)).toHaveLength(3);
    writeFileSync(path, csv.slice(0, 1000));
    await expect(piecesOf(stream)).rejects.toThrow(`${path}: has changed since it was checked`);
    rmSync(path);
    await expect(piecesOf(stream)).rejects.toThrow(`${path}: no such file`);
  });

  it.skipIf(process.platform === "win32")("reads a pipe that memory holds, and says that a longer one cannot be read again", async () => {
    const pipe = join(directory, "pipe.csv");
    execFileSync("mkfifo", [pipe]);
    const fill = (): Promise<void> => writeFile(pipe, csv);
    const [data] = await Promise.all([open([pipe]), fill()]);
    expect(data.size).toBe(20_000);
    const [longer] = await Promise.allSettled([open([pipe], 1000), fill()]);
    expect(longer).toMatchObject({ reason: { name: "DataError", message: `${pipe}: is no regular file, so that it cannot be read again, and its 20000 examples are more than memory should hold` } });
  });
});
