import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Examples } from "../../runtime/model.ts";
import { type Snapshot, train, type TrainOptions } from "../../runtime/train.ts";
import { run } from "../emit/emitted.ts";
import { linearExamples, linearModel } from "./linear-model.ts";

const spec = (optimizer: string): string => `
x = input(2)
d = target()
w = param(3, 2)
v = param(3, "uniform")
h = randomLeakyRelu(w * x, 0.1, 0.4)
y = output(dot(v, h))
J = loss((y - d) ^ 2)
train({optimizer: "${optimizer}", rate: 0.01})
`;

const bits = ({ params, state, ...rest }: Snapshot): object => ({ ...rest, params: [...params], state: [...state] });

const pieces = (data: Examples): { readonly size: number; pieces(): AsyncIterable<Examples> } => ({
  size: data.size,
  async *pieces() {
    for (let from = 0; from < data.size; from += 7) {
      const to = Math.min(data.size, from + 7);
      yield await Promise.resolve({ size: to - from, columns: { x: data.columns["x"]!.slice(2 * from, 2 * to), d: data.columns["d"]!.slice(from, to) } });
    }
  },
});

describe("a run that is resumed", () => {
  it.each([["momentum", false], ["adam", false], ["adam", true]] as const)("by %s goes on from any step with the same bits (in pieces: %s)", async (optimizer, inPieces) => {
    const model = await run(spec(optimizer));
    const data = inPieces ? pieces(linearExamples(20)) : linearExamples(20);
    const options: TrainOptions = { epochs: 4, batch: 3, seed: 11, validation: 0.2 };
    const whole = train(model, data, options);
    const losses: number[] = [];
    for await (const progress of whole) losses.push(progress.loss, progress.validation!.loss);
    const end = bits(whole.snapshot());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 30 }), async (stop) => {
        const controller = new AbortController();
        if (stop === 0) controller.abort();
        const part = train(model, data, { ...options, signal: controller.signal, onStep: ({ step }) => (step === stop ? controller.abort() : undefined) });
        await part;
        const snapshot = part.snapshot();
        const rest = train(model, data, { resume: structuredClone(snapshot) });
        const further: number[] = [];
        for await (const progress of rest) further.push(progress.loss, progress.validation!.loss);
        expect(bits(rest.snapshot())).toEqual(end);
        expect(further).toEqual(losses.slice(2 * snapshot.epoch));
      }),
      { numRuns: 20 },
    );
  });

  it("may get more epochs, and is as one that had them from the beginning", async () => {
    const short = train(linearModel(), linearExamples(10), { epochs: 2 });
    await short;
    const longer = train(linearModel(), linearExamples(10), { resume: short.snapshot(), epochs: 5 });
    const whole = train(linearModel(), linearExamples(10), { epochs: 5 });
    await Promise.all([longer, whole]);
    expect(longer.snapshot()).toEqual(whole.snapshot());
  });

  it("is a copy: training on does not change it", async () => {
    const training = train(linearModel(), linearExamples(10), { epochs: 3 });
    const iterator = training[Symbol.asyncIterator]();
    await iterator.next();
    const snapshot = training.snapshot();
    const before = structuredClone(snapshot);
    await training;
    expect(snapshot).toEqual(before);
  });

  it.each<readonly [TrainOptions, string]>([
    [{ batch: 3 }, "batch: the run to be resumed has 4, not 3"],
    [{ seed: 1 }, "seed: the run to be resumed has 7, not 1"],
    [{ validation: 0.5 }, "validation: the run to be resumed has 0, not 0.5"],
    [{ rate: 1 }, "rate: the run to be resumed has 0.1, not 1"],
    [{ hyper: { scale: 2 } }, "hyper.scale: the run to be resumed has 1, not 2"],
    [{ epochs: 1 }, "epochs: the run to be resumed has begun epoch 2, so that there cannot be 1"],
    [{ params: [0, 0, 0] }, "params: a run that is resumed has its own"],
  ])("refuses %j", async (options, message) => {
    const training = train(linearModel(), linearExamples(10), { epochs: 2 });
    await training;
    const resume = training.snapshot();
    expect(() => train(linearModel(), linearExamples(10), { ...options, resume })).toThrow(new RangeError(message));
  });

  it("refuses other data and what cannot be", async () => {
    const training = train(linearModel(), linearExamples(10), { epochs: 2 });
    await training;
    const resume = training.snapshot();
    const start = (changes: Partial<Snapshot>, size = 10) => () => train(linearModel(), linearExamples(size), { resume: { ...resume, ...changes } });
    expect(start({}, 9)).toThrow("data: the run to be resumed has 10 examples, not 9");
    expect(start({ position: 10, epoch: 1 })).toThrow("position: the run to be resumed has 10 training examples, so that 10 of an epoch cannot be done");
    expect(start({ state: new Float64Array(2) })).toThrow("state: expected 1 numbers, found 2");
    expect(start({ params: new Float64Array(2) })).toThrow("params: out of range");
  });
});
