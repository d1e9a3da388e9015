import { describe, expect, it } from "vitest";
import { decodeCheckpoint, encodeCheckpoint, modelChoices } from "../../runtime/checkpoint.ts";
import { DataError } from "../../runtime/data-error.ts";
import type { TensorFile } from "../../runtime/formats/tensor-file.ts";
import { type Snapshot, train } from "../../runtime/train.ts";
import { linearExamples, linearMetadata, linearModel } from "./linear-model.ts";

const metadata = { ...linearMetadata, hash: "1234", version: "0.1.0" };

async function snapshot(): Promise<Snapshot> {
  const training = train(linearModel(), linearExamples(10), { epochs: 3, rate: 0.05 });
  for await (const { epoch } of training) if (epoch === 2) break;
  return training.snapshot();
}

const changed = (file: TensorFile, key: string, text: string): TensorFile => ({ ...file, metadata: new Map([...file.metadata, [key, text]]) });

describe("a checkpoint", () => {
  it("holds parameters under their names, the state, and the run", async () => {
    const run = await snapshot();
    const file = encodeCheckpoint(metadata, run);
    expect([...file.tensors].map(([name, { shape }]) => [name, shape])).toEqual([["w", [2]], ["b", []], ["optimizer.state", [1]]]);
    expect(file.tensors.get("w")!.values).toEqual(run.params.subarray(0, 2));
    expect(decodeCheckpoint(file, metadata, "x.json", "l.grad")).toEqual({ params: run.params, run });
    expect(modelChoices(file, "x.json")).toEqual({ precision: "f64", rate: 0.05 });
  });

  it("may hold parameters alone, in any order and either precision", () => {
    const tensors = new Map([["b", { shape: [], values: Float32Array.of(3) }], ["w", { shape: [2], values: Float64Array.of(1, 2) }]]);
    const file = { metadata: new Map<string, string>(), tensors };
    expect(decodeCheckpoint(file, metadata, "x.json", "l.grad")).toEqual({ params: Float64Array.of(1, 2, 3), run: null });
    expect(modelChoices(file, "x.json")).toEqual({});
  });

  it("of another spec is refused, with the hashes, names and shapes of both", async () => {
    const file = encodeCheckpoint(metadata, await snapshot());
    const decode = (changes: Partial<typeof metadata>) => () => decodeCheckpoint(file, { ...metadata, ...changes }, "x.json", "l.grad");
    expect(decode({ hash: "5678" })).toThrow(
      new DataError(["x.json: is not of l.grad as it is now: names and shapes are the same, but its text was another\n  sha256 of the file's spec   1234\n  sha256 of l.grad            5678\n  parameter   file     spec\n  w           2        2\n  b           scalar   scalar"]),
    );
    const parameters = [{ ...metadata.parameters[0]!, shape: [1, 2] }, { ...metadata.parameters[1]!, name: "c" }];
    expect(decode({ parameters })).toThrow("x.json: is not of l.grad\n  sha256 of the file's spec   1234\n  sha256 of l.grad            1234\n  parameter   file     spec\n  w           2        1 × 2\n  c           none     scalar\n  b           scalar   none");
  });

  it.each([
    ["step", "-1", "step: expected a whole number from 0, found -1"],
    ["batch", "0", "batch: expected a whole number from 1, found 0"],
    ["epoch", '"two"', 'epoch: expected a whole number from 0, found "two"'],
    ["seed", "1e300", "seed: expected a whole number from 0, found 1e+300"],
    ["loss", '"NaN"', 'loss: expected a finite number, found "NaN"'],
    ["rate", "null", "rate: expected a finite number, found null"],
    ["rate", "-1", "rate: expected a number from 0, found -1"],
    ["validation", "1", "validation: expected a share from 0 to less than 1, found 1"],
    ["validation", "-0.1", "validation: expected a share from 0 to less than 1, found -0.1"],
    ["epochs", "1", "epochs: expected a whole number from 2, found 1"],
    ["position", "10", "position: expected a whole number from 0 to 9, found 10"],
    ["position", "{", 'position: expected JSON, found "{"'],
    ["hyper", "{}", "hyper.scale: expected a finite number, found nothing"],
    ["hyper", "null", "hyper.scale: expected a finite number, found nothing"],
  ])("whose run has the %s %s is refused", async (key, text, message) => {
    const file = changed(encodeCheckpoint(metadata, await snapshot()), key, text);
    expect(() => decodeCheckpoint(file, metadata, "x.json", "l.grad")).toThrow(new DataError([`x.json: its run cannot be read: ${message}`]));
  });

  it("whose run lacks something is refused", async () => {
    const { metadata: texts, tensors } = encodeCheckpoint(metadata, await snapshot());
    const file = { tensors, metadata: new Map([...texts].filter(([key]) => key !== "size")) };
    expect(() => decodeCheckpoint(file, metadata, "x.json", "l.grad")).toThrow("x.json: its run cannot be read: size: expected a whole number from 1, found nothing");
  });
});
