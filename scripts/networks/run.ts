import { readFileSync } from "node:fs";
import { loadModule } from "../../compiler/commands/run-module.ts";
import { trainable } from "../../compiler/commands/trained-model.ts";
import { readExamples } from "../../compiler/commands/training-data.ts";
import { train, type Evaluation } from "../../runtime/train.ts";
import { sourceHash, type Network } from "./network.ts";

/** The numbers of one run, as they are kept: rounded to four digits. */
export interface RunRecord {
  /** Of the spec and its data: see `sourceHash`. */
  readonly source: string;
  readonly epochs: number;
  readonly steps: number;
  /** What the final parameters give. */
  readonly train: Evaluation;
  readonly validation: Evaluation | null;
  /** The loss of each epoch as progress reports it, and of the examples held out after it; empty where none are. */
  readonly losses: readonly number[];
  readonly held: readonly number[];
}

/** Trains a network as `gradc train` does, for so many epochs or for its own; `files`: the data of a spec that brings none. */
export async function runNetwork(network: Network, epochs?: number, files?: string): Promise<RunRecord> {
  const { file, text } = network;
  const { module } = await loadModule(text, { file });
  const data = await readExamples(module.metadata, file, files, module.metadata.train.seed);
  const [losses, held]: [number[], number[]] = [[], []];
  const result = await train(trainable(module, file), data, {
    ...(epochs === undefined ? {} : { epochs }),
    onEpoch({ loss, validation }) {
      losses.push(rounded(loss));
      if (validation !== null) held.push(rounded(validation.loss));
    },
  });
  if (result.stopped.kind === "diverged") throw new Error(`${file}: ${result.stopped.reason}`);
  return {
    source: sourceHash(network), epochs: result.stopped.epoch, steps: result.stopped.step,
    train: roundedEvaluation(result.train), validation: result.validation === null ? null : roundedEvaluation(result.validation), losses, held,
  };
}

export const readRecord = ({ record }: Network): RunRecord => JSON.parse(readFileSync(record, "utf8")) as RunRecord;

/** A record as its file has it: one line a member. */
export const recordText = (record: RunRecord): string => `{\n${Object.entries(record).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(",\n")}\n}\n`;

const rounded = (value: number): number => Number(value.toPrecision(4));

const roundedAll = (values: { readonly [name: string]: number }): { readonly [name: string]: number } => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]));

const roundedEvaluation = ({ loss, losses, metrics }: Evaluation): Evaluation => ({ loss: rounded(loss), losses: roundedAll(losses), metrics: roundedAll(metrics) });
