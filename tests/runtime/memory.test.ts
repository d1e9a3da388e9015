import { execFile } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Outcome {
  readonly isStream: boolean;
  readonly size: number;
  readonly step: number;
  readonly before: number;
  readonly growth: number;
}

const mebibyte = 2 ** 20;
/** Rows of 20 numbers of two characters, so that memory takes four times what the file does. */
const rows = 1_000_000;
const [fileSize, dataSize] = [40 * rows, 160 * rows];

const directory = mkdtempSync(join(tmpdir(), "gradc-"));
const path = join(directory, "long.csv");

beforeAll(() => {
  const block = Buffer.from(Array.from({ length: 1000 }, (_, i) => `${Array.from({ length: 20 }, (_, j) => (i * (j + 3) + (i >> 3)) % 10).join()}\n`).join(""));
  const file = openSync(path, "w");
  for (let row = 0; row < rows; row += 1000) writeSync(file, block);
  closeSync(file);
});
afterAll(() => rmSync(directory, { recursive: true }));

async function trained(memory: number, epochs: number): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--max-semi-space-size=4", "--import", "tsx", "tests/runtime/memory-of-training.ts", path, String(memory), String(epochs)]);
  const outcome = JSON.parse(stdout) as Outcome;
  console.info(`${fileSize / 1e6} MB of CSV, ${dataSize / 1e6} MB of numbers, ${outcome.isStream ? "streamed" : "in memory"}: training added ${Math.round(outcome.growth / mebibyte)} MiB to ${Math.round(outcome.before / mebibyte)} MiB at its peak`);
  return outcome;
}

describe("training on a CSV file", () => {
  it("takes as much memory as its numbers where it may", async () => {
    const { isStream, size, growth } = await trained(2 * dataSize, 0);
    expect({ isStream, size }).toEqual({ isStream: false, size: rows });
    expect(growth).toBeGreaterThan(dataSize);
  });

  it("takes much less where it is streamed, through all passes", async () => {
    const { isStream, size, step, growth } = await trained(4 * mebibyte, 2);
    expect({ isStream, size, step }).toEqual({ isStream: true, size: rows, step: 2 * 14_063 });
    // Were the pieces of a single pass kept, it would be more.
    expect(growth).toBeLessThan(dataSize);
  });
});
