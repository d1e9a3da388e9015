import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clock, Trainable } from "../../runtime/model.ts";
import { startRun } from "../../runtime/run.ts";
import { epochs, finishRun, type Progress, train } from "../../runtime/train.ts";
import { linearExamples, linearModel } from "./linear-model.ts";

interface Batch extends Clock {
  readonly rows: readonly number[];
}

/** The linear model, with every step's clock and rows written down and its loss replaced by `lossOf`. */
function watched(batches: Batch[], lossOf: (step: number, rows: readonly number[]) => number): ReturnType<typeof linearModel> {
  const step: Trainable["step"] = (_params, _state, _data, clock, order, from, to) => {
    const rows = [...order!.subarray(from, to)];
    batches.push({ ...clock, rows });
    return lossOf(clock.t, rows);
  };
  return { ...linearModel(), step };
}

function orders(seed: number, size: number): number[][] {
  const batches: Batch[] = [];
  train(watched(batches, () => 0), linearExamples(size), { epochs: 3, batch: size, seed });
  return batches.map((batch) => [...batch.rows]);
}

describe("train", () => {
  it("finds the line through the data", () => {
    const result = train(linearModel(), linearExamples(20), { epochs: 2000, validation: 0.25 });
    expect([...result.params.w, ...result.params.b].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([2, -1, 0.5]);
    expect(result.train.loss).toBeLessThan(1e-12);
    expect(result.train.losses).toEqual({ J: result.train.loss });
    expect(result.validation!.metrics["worst"]).toBeLessThan(1e-6);
    // 15 training examples in batches of 4 are 4 steps.
    expect(result.stopped).toEqual({ kind: "finished", reason: "all 2000 epochs are done", epoch: 2000, step: 8000 });
    expect(result.state).toEqual(Float64Array.of(8000));
    expect(result).toMatchObject({ seed: 7, hyper: { scale: 1 } });
  });

  it("gives the same bits for the same seed and others for another", () => {
    const run = (seed: number): string => JSON.stringify(train(linearModel(), linearExamples(30), { seed, epochs: 5 }));
    expect(run(3)).toBe(run(3));
    expect(run(3)).not.toBe(run(4));
  });

  it("covers every training example once per epoch, in batches in order of the clock", () => {
    const sizes = { size: fc.integer({ min: 1, max: 40 }), batch: fc.integer({ min: 1, max: 50 }), share: fc.constantFrom(0, 0.2, 0.5), seed: fc.maxSafeNat() };
    fc.assert(
      fc.property(fc.record(sizes), ({ size, batch, share, seed }) => {
        const batches: Batch[] = [];
        const run = startRun(watched(batches, () => 0), linearExamples(size), { epochs: 3, batch, seed, validation: share });
        const training = run.trainingSize;
        const steps = Math.ceil(training / batch);
        for (const { epoch } of epochs(run)) {
          const present = batches.filter((each) => each.epoch === epoch);
          expect(present.map((each) => each.rows.length)).toEqual(
            Array.from({ length: steps }, (_, i) => Math.min(batch, training - i * batch)),
          );
          const rows = present.flatMap((each) => each.rows).sort((a, b) => a - b);
          expect(rows).toEqual(Array.from({ length: training }, (_, i) => i));
        }
        expect(batches.map((each) => each.t)).toEqual(Array.from({ length: 3 * steps }, (_, i) => i + 1));
        expect(batches.every((each) => each.seed === seed && each.rate === 0.1)).toBe(true);
      }),
    );
  });

  it("shuffles anew each epoch, by seed and epoch alone", () => {
    const [first, second, third] = orders(1, 30);
    expect(first).not.toEqual(second);
    expect(orders(1, 30)).toEqual([first, second, third]);
    expect(orders(2, 30)[0]).not.toEqual(first);

    const batches: Batch[] = [];
    const resumed = startRun(watched(batches, () => 0), linearExamples(30), { epochs: 3, batch: 30, seed: 1 });
    resumed.clock.epoch = 2;
    expect([...epochs(resumed)].map((progress) => progress.epoch)).toEqual([3]);
    expect(batches.map((batch) => batch.rows)).toEqual([third]);
  });

  it("evaluates training and validation examples in the order of the data", () => {
    const data = linearExamples(10);
    const { params, train: training, validation } = train(linearModel(), data, { epochs: 1, validation: 0.3 });
    const report = new Float64Array(2);
    expect(linearModel().evaluate(params, data, report, undefined, 0, 7)).toBe(training.loss);
    expect(linearModel().evaluate(params, data, report, undefined, 7, 10)).toBe(validation!.loss);
    expect(train(linearModel(), data, { epochs: 1 }).validation).toBeNull();
  });

  it("evaluates the initial parameters when there are no epochs", () => {
    const result = train(linearModel(), linearExamples(4), { epochs: 0 });
    expect([...result.params.flat]).toEqual([0.07, 0, 0]);
    expect(result.stopped).toEqual({ kind: "finished", reason: "all 0 epochs are done", epoch: 0, step: 0 });
  });
});

describe("progress", () => {
  it("tells epoch, step, speed and the mean loss weighted by examples", () => {
    const seen: Progress[] = [];
    const model = watched([], (_step, rows) => rows.length);
    train(model, linearExamples(10), { epochs: 2, batch: 4, onProgress: (progress) => seen.push(progress) });
    // Batches of 4, 4 and 2, whose loss is their size: (4 · 4 + 4 · 4 + 2 · 2) / 10.
    expect(seen).toMatchObject([{ epoch: 1, epochs: 2, step: 3 }, { epoch: 2, epochs: 2, step: 6, secondsLeft: 0 }]);
    expect(seen[0]!.loss).toBeCloseTo(3.6, 12);
    expect(seen.every((progress) => progress.examplesPerSecond > 0 && progress.secondsLeft >= 0)).toBe(true);
  });

  it("adds the step losses up where the loss is a sum over the batch", () => {
    const seen: number[] = [];
    const model = linearModel({ reduction: "sum" });
    const result = train(model, linearExamples(10), { epochs: 1, batch: 4, rate: 0, onProgress: ({ loss }) => seen.push(loss) });
    expect(seen[0]).toBeCloseTo(result.train.loss, 12);
  });
});

describe("stopping", () => {
  it("ends a run whose loss is not finite", () => {
    const { stopped, train: training } = train(linearModel(), linearExamples(10), { rate: 1e200, epochs: 9 });
    expect(stopped).toEqual({
      kind: "diverged",
      reason: "the loss became Infinity in epoch 1, step 2; try a smaller rate than 1e+200",
      epoch: 1,
      step: 2,
    });
    expect(training.loss).not.toBeLessThan(Infinity);
  });

  it("names the schedule, and does not blame the rate for the first step", () => {
    const metadata = { ...linearModel().metadata, train: { ...linearModel().metadata.train, rate: "1 / t" } };
    const diverging = (at: number): string =>
      train({ ...watched([], (step) => (step === at ? NaN : 0)), metadata }, linearExamples(8), { batch: 4 }).stopped.reason;
    expect(diverging(4)).toBe("the loss became NaN in epoch 2, step 4; try a smaller rate than 1 / t");
    expect(diverging(1)).toBe("the loss became NaN in epoch 1, step 1; no update was made yet, so look at the data and the initial parameters");
  });

  it("ends before the next epoch once the signal is aborted", () => {
    const controller = new AbortController();
    const onProgress = ({ epoch }: Progress): void => {
      if (epoch === 3) controller.abort();
    };
    const { stopped } = train(linearModel(), linearExamples(8), { signal: controller.signal, onProgress });
    expect(stopped).toEqual({ kind: "aborted", reason: "training was aborted", epoch: 3, step: 6 });
    const { stopped: atOnce } = train(linearModel(), linearExamples(8), { epochs: 3, signal: AbortSignal.abort() });
    expect(atOnce).toMatchObject({ kind: "aborted", epoch: 0, step: 0 });
  });

  it("leaves the run where it is between epochs, to be taken up again", () => {
    const options = { epochs: 6, batch: 3 };
    const run = startRun(linearModel(), linearExamples(10), options);
    for (const { epoch } of epochs(run)) if (epoch === 2) break;
    const rest = epochs(run);
    let pass = rest.next();
    while (pass.done !== true) pass = rest.next();
    expect(finishRun(run, pass.value)).toEqual(train(linearModel(), linearExamples(10), options));
  });
});

describe("options", () => {
  it.each([
    [{ epochs: -1 }, "epochs: expected a whole number from 0, found -1"],
    [{ batch: 0 }, "batch: expected a whole number from 1, found 0"],
    [{ batch: 1.5 }, "batch: expected a whole number from 1, found 1.5"],
    [{ seed: -1 }, "seed: expected a whole number from 0 to 2^53 - 1, found -1"],
    [{ rate: NaN }, "rate: expected a finite number from 0, found NaN"],
    [{ validation: 1 }, "validation: expected a share from 0 to less than 1, found 1"],
    [{ hyper: { scle: 1 } }, "hyper has no scle; expected scale"],
    [{ hyper: { scale: Infinity } }, "hyper.scale: expected a finite number, found Infinity"],
  ])("refuses %j", (options, message) => {
    expect(() => train(linearModel(), linearExamples(4), options)).toThrow(new RangeError(message));
  });

  it("refuses a rate beside a schedule, and no examples", () => {
    const model = linearModel({ train: { ...linearModel().metadata.train, rate: "0.1 / t" } });
    expect(() => train(model, linearExamples(4), { rate: 1 })).toThrow(
      new RangeError("rate cannot be set: the spec gives the schedule 0.1 / t, which is compiled into the model"),
    );
    expect(() => train(linearModel(), linearExamples(0))).toThrow(new RangeError("data: expected at least one example, found none"));
  });

  it("reach the step and the evaluation", () => {
    const [plain, scaled] = [1, 3].map((scale) => train(linearModel(), linearExamples(4), { epochs: 0, hyper: { scale } }));
    expect(scaled!.train.loss).toBeCloseTo(3 * plain!.train.loss, 12);
    expect(scaled!.hyper).toEqual({ scale: 3 });
  });
});
