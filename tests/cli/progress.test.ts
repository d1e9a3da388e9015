import { describe, expect, it } from "vitest";
import { Reporter } from "../../compiler/commands/progress.ts";
import type { Progress } from "../../runtime/train.ts";

const at = (epoch: number, part: number, epochs: number): Progress => ({ epoch, epochs, part, step: 1, loss: 0.5, validation: null, examplesPerSecond: 100, secondsLeft: 3 });

function reported(isTTY: boolean, epochs: number): readonly string[] {
  const texts: string[] = [];
  const reporter = new Reporter({ write: (text) => void texts.push(text), isTTY, columns: 80 });
  for (let epoch = 1; epoch <= epochs; epoch++) {
    reporter.reportPause(at(epoch, 0.5, epochs));
    // The pauses of an evaluation, which comes between the last step of an epoch and its report.
    for (let k = 0; k < 20; k++) reporter.reportPause(at(epoch, 1, epochs));
    reporter.reportEpoch(at(epoch, 1, epochs));
  }
  reporter.end();
  for (let k = 0; k < 20; k++) reporter.reportPause(at(epochs, 1, epochs));
  return texts;
}

describe("progress", () => {
  it("is a line for an epoch, at most ten in all, where no one watches", () => {
    expect(reported(false, 1)).toEqual(["epoch 1/1   loss 0.5            100 examples/s   3.0 s left\n"]);
    expect(reported(false, 3).map((line) => line.slice(0, 9))).toEqual(["epoch 1/3", "epoch 2/3", "epoch 3/3"]);
    expect(reported(false, 200)).toHaveLength(10);
  });

  it("is one line that is written over in a terminal, and left at the end", () => {
    const texts = reported(true, 3);
    expect(texts.at(-2)).toMatch(/^\repoch 3\/3 {3}loss/);
    expect(texts.at(-1)).toBe("\n");
    expect(texts.filter((text) => text.includes("\n"))).toHaveLength(1);
  });
});
