import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clock, Trainable } from "../../runtime/model.ts";
import { trainInMemory } from "../../runtime/train-in-memory.ts";
import { type Progress, type StepProgress, train } from "../../runtime/train.ts";
import { trainingSize } from "../../runtime/examples.ts";
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

async function orders(seed: number, size: number): Promise<number[][]> {
  const batches: Batch[] = [];
  await train(watched(batches, () => 0), linearExamples(size), { epochs: 3, batch: size, seed });
  return batches.map((batch) => [...batch.rows]);
}

describe("train", () => {
  it("finds the line through the data", async () => {
    const result = await train(linearModel(), linearExamples(20), { epochs: 2000, validation: 0.25 });
    expect([...result.params.w, ...result.params.b].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([2, -1, 0.5]);
    expect(result.train.loss).toBeLessThan(1e-12);
    expect(result.train.losses).toEqual({ J: result.train.loss });
    expect(result.validation!.metrics["worst"]).toBeLessThan(1e-6);
    // 15 training examples in batches of 4 are 4 steps.
    expect(result.stopped).toEqual({ kind: "finished", reason: "finished after epoch 2000 of 2000", epoch: 2000, step: 8000 });
    expect(result.state).toEqual(Float64Array.of(8000));
    expect(result).toMatchObject({ seed: 7, hyper: { scale: 1 } });
  });

  it("gives the same bits for the same seed and others for another", async () => {
    const run = async (seed: number): Promise<string> => JSON.stringify({ ...(await train(linearModel(), linearExamples(30), { seed, epochs: 5 })), millisecondsPerStep: 0 });
    expect(await run(3)).toBe(await run(3));
    expect(await run(3)).not.toBe(await run(4));
  });

  it("covers every training example once per epoch, in batches in order of the clock", async () => {
    const sizes = { size: fc.integer({ min: 1, max: 40 }), batch: fc.integer({ min: 1, max: 50 }), share: fc.constantFrom(0, 0.2, 0.5), seed: fc.maxSafeNat() };
    await fc.assert(
      fc.asyncProperty(fc.record(sizes), async ({ size, batch, share, seed }) => {
        const batches: Batch[] = [];
        const training = trainingSize(size, share);
        const steps = Math.ceil(training / batch);
        for await (const { epoch } of train(watched(batches, () => 0), linearExamples(size), { epochs: 3, batch, seed, validation: share })) {
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

  it("shuffles anew each epoch, by seed and epoch alone", async () => {
    const [first, second, third] = await orders(1, 30);
    expect(first).not.toEqual(second);
    expect(await orders(1, 30)).toEqual([first, second, third]);
    expect((await orders(2, 30))[0]).not.toEqual(first);
  });

  it("evaluates training and validation examples in the order of the data", async () => {
    const data = linearExamples(10);
    const { params, train: training, validation } = await train(linearModel(), data, { epochs: 1, validation: 0.3 });
    const report = new Float64Array(2);
    expect(linearModel().evaluate(params, data, report, undefined, 0, 7)).toBe(training.loss);
    expect(linearModel().evaluate(params, data, report, undefined, 7, 10)).toBe(validation!.loss);
    expect((await train(linearModel(), data, { epochs: 1 })).validation).toBeNull();
  });

  it("evaluates the initial parameters when there are no epochs", async () => {
    const result = await train(linearModel(), linearExamples(4), { epochs: 0 });
    expect([...result.params.flat]).toEqual([0.07, 0, 0]);
    expect(result.millisecondsPerStep).toBeNull();
    expect(result.stopped).toEqual({ kind: "finished", reason: "finished after epoch 0 of 0", epoch: 0, step: 0 });
  });
});

describe("progress", () => {
  it("tells epoch, step, speed and the mean loss weighted by examples", async () => {
    const seen: Progress[] = [];
    const model = watched([], (_step, rows) => rows.length);
    await train(model, linearExamples(10), { epochs: 2, batch: 4, onEpoch: (progress) => seen.push(progress) });
    // Batches of 4, 4 and 2, whose loss is their size: (4 · 4 + 4 · 4 + 2 · 2) / 10.
    expect(seen).toMatchObject([{ epoch: 1, epochs: 2, part: 1, step: 3, validation: null }, { epoch: 2, epochs: 2, part: 1, step: 6, secondsLeft: 0 }]);
    expect(seen[0]!.loss).toBeCloseTo(3.6, 12);
    expect(seen.every((progress) => progress.examplesPerSecond > 0 && progress.secondsLeft >= 0)).toBe(true);
  });

  it("adds the step losses up where the loss is a sum over the batch", async () => {
    const seen: number[] = [];
    const model = linearModel({ reduction: "sum" });
    const result = await train(model, linearExamples(10), { epochs: 1, batch: 4, rate: 0, onEpoch: ({ loss }) => seen.push(loss) });
    expect(seen[0]).toBeCloseTo(result.train.loss, 12);
  });

  it("evaluates the validation examples after each epoch", async () => {
    const seen: Progress[] = [];
    const result = await train(linearModel(), linearExamples(10), { epochs: 3, validation: 0.3, onEpoch: (progress) => seen.push(progress) });
    expect(seen.map(({ validation }) => Object.keys(validation!.metrics))).toEqual([["worst"], ["worst"], ["worst"]]);
    expect(seen[2]!.validation).toEqual(result.validation);
    expect(seen[0]!.validation!.loss).toBeGreaterThan(result.validation!.loss);
  });

  it("comes after each step where it is asked for", async () => {
    const seen: StepProgress[] = [];
    await train(watched([], (step) => step / 2), linearExamples(10), { epochs: 2, batch: 4, onStep: (step) => seen.push(step) });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((step) => ({ step, epoch: step < 4 ? 1 : 2, loss: step / 2 })));
  });

  it("comes before pauses, in which others have their turn", async () => {
    const parts: number[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const wait = (): number => {
      for (const start = performance.now(); performance.now() - start < 6; );
      return 1;
    };
    await train(watched([], wait), linearExamples(40), { epochs: 1, batch: 1, onPause: ({ part, loss }) => parts.push(part, loss) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    const [part, loss] = parts;
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(1);
    expect(loss).toBeCloseTo(1, 12);
  });
});

describe("iterating over the epochs", () => {
  it("gives their progress, then the result without training again", async () => {
    const batches: Batch[] = [];
    const training = train(watched(batches, () => 0), linearExamples(8), { epochs: 3, batch: 8 });
    const seen: number[] = [];
    expect(batches).toEqual([]);
    for await (const { epoch } of training) seen.push(epoch);
    const result = await training;
    expect(seen).toEqual([1, 2, 3]);
    expect(batches).toHaveLength(3);
    expect(await training).toBe(result);
  });

  it("pauses the run where it is left, and awaiting continues it", async () => {
    const options = { epochs: 6, batch: 3 };
    const training = train(linearModel(), linearExamples(10), options);
    for await (const { epoch } of training) if (epoch === 2) break;
    expect(training.snapshot()).toMatchObject({ epoch: 2, step: 8, position: 0 });
    const whole = await train(linearModel(), linearExamples(10), options);
    expect({ ...(await training), millisecondsPerStep: 0 }).toEqual({ ...whole, millisecondsPerStep: 0 });
  });

  it("waits its turn where the result is awaited at the same time", async () => {
    const batches: Batch[] = [];
    const training = train(watched(batches, () => 0), linearExamples(8), { epochs: 5, batch: 8 });
    const seen: number[] = [];
    const iterate = async (): Promise<void> => {
      for await (const { epoch } of training) seen.push(epoch);
    };
    await Promise.all([iterate(), training]);
    expect(batches.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5]);
    expect(seen).toEqual([1]);
  });

  it("fails where a callback does, and stays failed", async () => {
    const fail = (): void => {
      throw new Error("full");
    };
    const training = train(linearModel(), linearExamples(8), { onEpoch: fail });
    await expect(training).rejects.toThrow("full");
    await expect(training[Symbol.asyncIterator]().next()).rejects.toThrow("full");
  });
});

describe("stopping", () => {
  it("ends a run whose loss is not finite", async () => {
    const { stopped, train: training } = await train(linearModel(), linearExamples(10), { rate: 1e200, epochs: 9 });
    expect(stopped).toEqual({ kind: "diverged", reason: "the loss became Infinity in epoch 1, step 2", epoch: 1, step: 2 });
    expect(training.loss).not.toBeLessThan(Infinity);
    const last = await train(watched([], (step) => (step === 2 ? NaN : 0)), linearExamples(8), { batch: 4, epochs: 1 });
    expect(last.stopped).toMatchObject({ kind: "diverged", step: 2 });
  });

  it("ends after the present step once the signal is aborted", async () => {
    const stoppedAt = async (step: number): Promise<object> => {
      const controller = new AbortController();
      const onStep = (progress: StepProgress): void => {
        if (progress.step === step) controller.abort();
      };
      return (await train(linearModel(), linearExamples(8), { signal: controller.signal, onStep, batch: 4, epochs: 4 })).stopped;
    };
    expect(await stoppedAt(3)).toEqual({ kind: "aborted", reason: "aborted in epoch 2 of 4", epoch: 2, step: 3 });
    expect(await stoppedAt(6)).toEqual({ kind: "aborted", reason: "aborted after epoch 3 of 4", epoch: 3, step: 6 });
    expect(await stoppedAt(8)).toMatchObject({ kind: "finished", step: 8 });
    const atOnce = await train(linearModel(), linearExamples(8), { epochs: 3, signal: AbortSignal.abort() });
    expect(atOnce.stopped).toMatchObject({ kind: "aborted", epoch: 0, step: 0 });
  });

  it("takes notice of an abortion that comes in a pause", async () => {
    const controller = new AbortController();
    const wait = (): number => {
      for (const start = performance.now(); performance.now() - start < 2; );
      return 0;
    };
    setTimeout(() => controller.abort(), 0);
    const { stopped } = await train(watched([], wait), linearExamples(1000), { epochs: 1000, batch: 1, signal: controller.signal });
    expect(stopped).toMatchObject({ kind: "aborted", epoch: 1 });
    expect(stopped.step).toBeLessThan(1000);
  });

  it("is told before the evaluation", async () => {
    const events: string[] = [];
    const model = linearModel();
    const evaluated: Trainable["evaluate"] = (...args) => {
      events.push("evaluated");
      return model.evaluate(...args);
    };
    await train({ ...model, evaluate: evaluated }, linearExamples(8), { epochs: 1, onStop: ({ kind }) => events.push(kind) });
    expect(events).toEqual(["finished", "evaluated"]);
  });
});

describe("examples", () => {
  it.each([
    [{ size: 4, columns: {} }, /^data: \w+: expected .*, found no such column$/],
    [{ size: 5, columns: linearExamples(4).columns }, /^data: \w+: expected \d+ numbers \(\d+ for each of 5 examples\), found \d+$/],
  ])("whose columns do not fit are refused", (examples, message) => {
    expect(() => train(linearModel(), examples)).toThrow(message);
  });
});

describe("options", () => {
  it.each([
    [{ epochs: -1 }, "epochs: expected a whole number from 0 to 2^53 - 1, found -1"],
    [{ batch: 0 }, "batch: expected a whole number from 1 to 2^53 - 1, found 0"],
    [{ batch: 1.5 }, "batch: expected a whole number from 1 to 2^53 - 1, found 1.5"],
    [{ seed: -1 }, "seed: expected a whole number from 0 to 2^53 - 1, found -1"],
    [{ rate: NaN }, "rate: expected a finite number from 0, found NaN"],
    [{ validation: 1 }, "validation: expected a share from 0 to less than 1, found 1"],
    [{ hyper: { scle: 1 } }, "hyper: has no scle; expected scale"],
    [{ params: [1, 2] }, "params: expected 3 numbers, found 2"],
    [{ hyper: { scale: Infinity } }, "hyper.scale: expected a finite number, found Infinity"],
  ])("refuses %j", (options, message) => {
    expect(() => train(linearModel(), linearExamples(4), options)).toThrow(new RangeError(message));
    const option = message.slice(0, message.search(/[:.]/));
    expect(() => trainInMemory(linearModel(), linearExamples(4), options)).toThrow(new RangeError(`${option}: out of range`));
  });

  it("refuses a rate beside a schedule, and no examples", () => {
    const model = linearModel({ train: { ...linearModel().metadata.train, rate: "0.1 / t" } });
    expect(() => train(model, linearExamples(4), { rate: 1 })).toThrow(
      new RangeError("rate: cannot be set: the spec gives the schedule 0.1 / t, which is compiled into the model"),
    );
    expect(() => train(linearModel(), linearExamples(0))).toThrow(new RangeError("data: expected at least one example, found none"));
  });

  it("reach the step and the evaluation", async () => {
    const [plain, scaled] = await Promise.all([1, 3].map((scale) => train(linearModel(), linearExamples(4), { epochs: 0, hyper: { scale } })));
    expect(scaled!.train.loss).toBeCloseTo(3 * plain!.train.loss, 12);
    expect(scaled!.hyper).toEqual({ scale: 3 });
  });

  it("give the parameters to start from, which are copied", async () => {
    const params = Float64Array.of(2, -1, 0.5);
    const result = await train(linearModel(), linearExamples(8), { params, epochs: 1 });
    expect(result.train.loss).toBe(0);
    expect(result.params.flat).not.toBe(params);
    const batches: Batch[] = [];
    await trainInMemory(watched(batches, () => 0), linearExamples(8), { epochs: 1 });
    expect(batches).toHaveLength(2);
  });
});
