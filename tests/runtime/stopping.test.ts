import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCheckpoint, encodeCheckpoint } from "../../runtime/checkpoint.ts";
import type { Examples, ExampleStream, Trainable } from "../../runtime/model.ts";
import { evaluate, type Snapshot, type Stop, type StopRules, train, type TrainOptions } from "../../runtime/train.ts";
import { run } from "../emit/emitted.ts";
import { linearExamples, linearModel } from "./linear-model.ts";

/** L = w² / 2, whose gradient is w: with the rate ½ w is halved by each step, from 1. */
const half = "w = param([1])\nJ = loss(w[1] ^ 2 / 2)\ntrain({rate: 0.5, epochs: 100})";

const network = (reduction: string, optimizer = "adam"): string => `
x = input(2)
d = target()
w = param(3, 2)
v = param(3, "uniform")
lambda = hyper(0.01)
y = output(dot(v, tanh(w * x)))
J = loss((y - d) ^ 2 + lambda * sum(w .^ 2))
conventions({reduction: "${reduction}"})
train({optimizer: "${optimizer}", rate: 0.01})
`;

const pieces = (data: Examples): ExampleStream => ({
  size: data.size,
  async *pieces() {
    for (let from = 0; from < data.size; from += 7) {
      const to = Math.min(data.size, from + 7);
      yield await Promise.resolve({ size: to - from, columns: { x: data.columns["x"]!.slice(2 * from, 2 * to), d: data.columns["d"]!.slice(from, to) } });
    }
  },
});

/** Of a spec that needs no data. */
async function stopOf(text: string, options: TrainOptions): Promise<Stop> {
  return (await train(await run(text), { size: 1, columns: {} }, options)).stopped;
}

describe("a rule of stopping", () => {
  it.each<readonly [keyof StopRules, number, number, string]>([
    // 2⁻ᵗ ≤ 1e-3 first at t = 10; the change of w is as large as w then is, that of the loss 3 · 2⁻²ᵏ⁻¹.
    ["gradientNorm", 10, 2 ** -10, "the gradient has the norm 0.000977 ≤ 0.001 after epoch 10 of 100"],
    ["weightChange", 10, 2 ** -10, "the weights changed by 0.000977 ≤ 0.001 after epoch 10 of 100"],
    ["lossChange", 6, 3 * 2 ** -13, "the loss changed by 0.000366 ≤ 0.001 after epoch 6 of 100"],
  ])("by %s ends the descent of w² / 2 at the first step that meets it, and says so", async (rule, step, value, reason) => {
    expect(await stopOf(half, { stop: { [rule]: 1e-3 } })).toEqual({ kind: "converged", rule, value, reason, epoch: step, step });
  });

  it("may be in the spec, which an option overrides", async () => {
    const text = half.replace("epochs: 100", "epochs: 100, stop: {gradientNorm: 1e-3}");
    expect((await stopOf(text, {})).step).toBe(10);
    expect((await stopOf(text, { stop: { gradientNorm: 1e-2 } })).step).toBe(7);
    expect((await stopOf(text, { stop: {} })).kind).toBe("finished");
    expect((await stopOf(text, { stop: { lossChange: undefined } })).kind).toBe("finished");
  });

  it("ends the run when it is the first of several that holds", async () => {
    const stop = { gradientNorm: 2 ** -4, weightChange: 2 ** -3, lossChange: 1e-9 };
    expect(await stopOf(half, { stop })).toMatchObject({ rule: "weightChange", step: 3 });
    expect(await stopOf(half, { stop: { ...stop, weightChange: 2 ** -4 } })).toMatchObject({ rule: "weightChange", step: 4 });
    expect(await stopOf(half, { stop: { ...stop, weightChange: 1e-9 } })).toMatchObject({ rule: "gradientNorm", step: 4 });
  });

  it("counts in the last epoch, before its end does", async () => {
    expect((await stopOf(half, { stop: { gradientNorm: 1e-3 }, epochs: 10 })).kind).toBe("converged");
    expect((await stopOf(half, { stop: { gradientNorm: 1e-3 }, epochs: 9 })).kind).toBe("finished");
    expect((await stopOf(half, { stop: { lossChange: 1e-3 }, epochs: 0 }))).toMatchObject({ kind: "finished", step: 0 });
  });

  it.each([["mean", false], ["mean", true], ["sum", false], ["sum", true]] as const)("goes by all training examples, of which there are several chunks and batches (%s; in pieces: %s)", async (reduction, inPieces) => {
    const model = await run(network(reduction));
    const whole = linearExamples(170);
    const data = inPieces ? pieces(whole) : whole;
    const options: TrainOptions = { epochs: 3, batch: 32, validation: 0.1, rate: 0.001 };
    const before = train(model, data, { ...options, epochs: 2 });
    const [a, b] = [await before, await train(model, data, options)];
    const into = model.createGradients();
    model.gradient(b.params, whole, into, undefined, 0, 153);
    const expected: { readonly [rule in keyof StopRules]: number } = {
      lossChange: Math.abs(b.train.loss - a.train.loss),
      weightChange: Math.hypot(...b.params.flat.map((value, i) => value - a.params.flat[i]!)),
      gradientNorm: Math.hypot(...into["w"]!, ...into["v"]!),
    };
    for (const [rule, value] of Object.entries(expected)) {
      // From the epoch before, so that this one is the first that is looked at.
      const endWith = async (bound: number): Promise<Stop> => (await train(model, data, { epochs: 3, stop: { [rule]: bound }, resume: before.snapshot() })).stopped;
      const { kind, value: found } = await endWith(value * (1 + 1e-9));
      expect([kind, Math.abs(found! / value - 1) < 1e-9], rule).toEqual(["converged", true]);
      expect((await endWith(value * (1 - 1e-9))).kind, rule).toBe("finished");
    }
  });

  it("is refused where it cannot be", () => {
    const start = (stop: StopRules, options: TrainOptions = {}) => () => train(linearModel(), linearExamples(10), { ...options, stop });
    expect(start({ lossChange: 0 })).toThrow(new RangeError("stop: lossChange: expected a finite number above 0, found 0"));
    expect(start({ patience: 1.5 })).toThrow(new RangeError("stop: patience: expected a whole number from 1 to 2^53 - 1, found 1.5"));
    expect(start({ patience: 3 })).toThrow(new RangeError("stop: patience needs examples for validation, and there are none"));
    expect(start({ accuracy: 1 } as StopRules)).toThrow(new RangeError("stop: there is no rule accuracy; the rules are lossChange, weightChange, gradientNorm, patience"));
    expect(start({ gradientNorm: 1 })).toThrow(new RangeError("stop: gradientNorm needs a module with the gradient of all parameters"));
  });
});

/** A model whose first parameter counts the steps, and whose validation loss after so many is as listed; the last stays. */
function scripted(losses: readonly number[]): Trainable {
  return {
    ...linearModel(),
    initialise: () => linearModel().createParameters(),
    step: (params) => {
      params.flat[0]!++;
      return 1;
    },
    evaluate: (params, _data, report) => {
      report.fill(0);
      return losses[Math.min(params.flat[0]!, losses.length - 1)]!;
    },
  };
}

describe("patience", () => {
  const options: TrainOptions = { batch: 100, validation: 0.5, epochs: 20, stop: { patience: 2 } };

  it("ends a run whose validation loss does not improve, and gives back the parameters of the best epoch", async () => {
    const training = train(scripted([9, 5, 6, 4, 4, 7, 1]), linearExamples(4), options);
    const { stopped, params, validation } = await training;
    expect(stopped).toEqual({ kind: "early", rule: "patience", value: 2, reason: "the validation loss has not improved for 2 epochs after epoch 5 of 20", epoch: 5, step: 5, best: { epoch: 3, loss: 4 } });
    expect([params.flat[0], validation!.loss]).toEqual([3, 4]);
    expect(training.snapshot()).toMatchObject({ step: 5, params: Float64Array.of(5, 0, 0), stopping: { best: { epoch: 3, params: Float64Array.of(3, 0, 0) } } });
  });

  it("gives back the best parameters however the run ends", async () => {
    const end = async (changes: TrainOptions): Promise<unknown> => {
      const { stopped, params } = await train(scripted([9, 5, 6, 4, 8, 7, 6, 5, 9]), linearExamples(4), { ...options, stop: { patience: 10 }, ...changes });
      return [stopped.kind, stopped.best, params.flat[0]];
    };
    expect(await end({ epochs: 6 })).toEqual(["finished", { epoch: 3, loss: 4 }, 3]);
    expect(await end({ stop: { patience: 10, weightChange: 1 } })).toEqual(["converged", { epoch: 1, loss: 5 }, 1]);
    const controller = new AbortController();
    expect(await end({ signal: controller.signal, onEpoch: ({ epoch }) => { if (epoch === 5) controller.abort(); } })).toEqual(["aborted", { epoch: 3, loss: 4 }, 3]);
    expect(await end({ epochs: 0 })).toEqual(["finished", undefined, 0]);
  });

  it("passes over losses that are no numbers", async () => {
    const { stopped } = await train(scripted([9, NaN, 6, NaN, NaN]), linearExamples(4), options);
    expect(stopped).toMatchObject({ epoch: 4, best: { epoch: 2, loss: 6 } });
    expect((await train(scripted([9, NaN]), linearExamples(4), options)).stopped).toMatchObject({ kind: "early", epoch: 2 });
  });

  it("lets an iteration end as awaiting does", async () => {
    const kinds: string[] = [];
    const training = train(scripted([9, 5, 6, 4, 4, 7, 1]), linearExamples(4), { ...options, onStop: ({ kind }) => kinds.push(kind) });
    const epochs: number[] = [];
    for await (const { epoch } of training) epochs.push(epoch);
    expect(epochs).toEqual([1, 2, 3, 4, 5]);
    expect((await training).params.flat[0]).toBe(3);
    expect(kinds).toEqual(["early"]);
  });
});

const bits = ({ params, state, stopping, ...rest }: Snapshot): object => ({
  ...rest, params: [...params], state: [...state],
  stopping: { ...stopping, weights: [...(stopping?.weights ?? [])], best: { ...stopping?.best, params: [...(stopping?.best?.params ?? [])] } },
});

describe("a run with rules that is resumed", () => {
  const all: StopRules = { lossChange: 1e-7, weightChange: 1e-7, gradientNorm: 1e-4, patience: 2 };

  it.each([[false], [true]])("ends as one that never stopped, with the same bits, also through a file (in pieces: %s)", async (inPieces) => {
    const model = await run(network("mean", "momentum").replace("rate: 0.01", "rate: 0.1"));
    const data = inPieces ? pieces(linearExamples(20)) : linearExamples(20);
    const options: TrainOptions = { epochs: 12, batch: 3, seed: 11, validation: 0.2, stop: all };
    const whole = train(model, data, options);
    const { stopped, params } = await whole;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: stopped.step + 3 }), fc.boolean(), async (stop, throughFile) => {
        const controller = new AbortController();
        if (stop === 0) controller.abort();
        const part = train(model, data, { ...options, signal: controller.signal, onStep: ({ step }) => (step === stop ? controller.abort() : undefined) });
        await part;
        const snapshot = structuredClone(part.snapshot());
        const { metadata } = model;
        const rest = train(model, data, { resume: throughFile ? decodeCheckpoint(encodeCheckpoint(metadata, snapshot), metadata, "f", "s").run! : snapshot });
        const end = await rest;
        expect(end.stopped).toEqual(stopped);
        expect([...end.params.flat]).toEqual([...params.flat]);
        expect(bits(rest.snapshot())).toEqual(bits(whole.snapshot()));
      }),
      { numRuns: 15 },
    );
  });

  it("looks at an epoch after which it was interrupted", async () => {
    const losses = [9, 5, 6, 4, 4, 7, 1];
    const between: Snapshot[] = [];
    const model = scripted(losses);
    const options: TrainOptions = { batch: 100, validation: 0.5, epochs: 20, stop: { patience: 2, weightChange: 0.5 } };
    const training = train({ ...model, evaluate: (...args) => {
      between.push(structuredClone(training.snapshot()));
      return model.evaluate(...args);
    } }, linearExamples(4), options);
    const end = await training;
    // While the validation loss of epoch 3 was found, which is the least.
    const caught = between.find(({ epoch, stopping }) => epoch === 3 && stopping!.epoch === 2)!;
    const rest = train(model, linearExamples(4), { resume: caught });
    expect((await rest).stopped).toEqual(end.stopped);
    expect(rest.snapshot()).toEqual(training.snapshot());
  });

  it("stays where a rule ended it, unless it gets other rules", async () => {
    const model = await run(half);
    const data: Examples = { size: 1, columns: {} };
    const first = train(model, data, { stop: { gradientNorm: 1e-2 } });
    const { stopped } = await first;
    expect((await train(model, data, { resume: first.snapshot() })).stopped).toEqual(stopped);
    expect((await train(model, data, { resume: first.snapshot(), stop: { gradientNorm: 1e-3 } })).stopped).toMatchObject({ rule: "gradientNorm", step: 10 });
    expect((await train(model, data, { resume: first.snapshot(), stop: { lossChange: 1e-12, weightChange: 1e-3 } })).stopped).toMatchObject({ rule: "weightChange", step: 10 });
    expect((await train(model, data, { resume: first.snapshot(), stop: {} })).stopped).toMatchObject({ kind: "finished", step: 100 });
  });

  it("keeps the best parameters under their names, for whoever reads a file", async () => {
    const training = train(scripted([9, 5, 6, 4, 4, 7, 1]), linearExamples(4), { batch: 100, validation: 0.5, stop: { patience: 2 } });
    await training;
    const { metadata } = linearModel();
    const file = encodeCheckpoint(metadata, training.snapshot());
    expect([...file.tensors.keys()]).toEqual(["w", "b", "optimizer.state", "run.params"]);
    expect(decodeCheckpoint(file, metadata, "f", "s")).toMatchObject({ params: Float64Array.of(3, 0, 0), run: { params: Float64Array.of(5, 0, 0) } });
  });

  it("is refused if what its file says cannot be", async () => {
    const training = train(scripted([9, 5, 6]), linearExamples(4), { batch: 100, validation: 0.5, stop: { patience: 2, weightChange: 1e-3 } });
    await training;
    const { metadata } = linearModel();
    const file = encodeCheckpoint(metadata, training.snapshot());
    const read = (stopping: string) => () => decodeCheckpoint({ ...file, metadata: new Map([...file.metadata, ["stopping", stopping]]) }, metadata, "f", "s");
    const good = JSON.parse(file.metadata.get("stopping")!) as { readonly [key: string]: unknown };
    const wrong = (changes: object) => read(JSON.stringify({ ...good, ...changes }));
    expect(wrong({})).not.toThrow();
    expect(read("[]")).toThrow("f: its run cannot be read: stopping: expected an object, found a list of 0");
    expect(wrong({ rules: { accuracy: 1 } })).toThrow('f: its run cannot be read: stopping.rules: expected a stopping rule, found "accuracy"');
    expect(wrong({ rules: { patience: 0 } })).toThrow("stopping.rules.patience: expected a whole number from 1, found 0");
    expect(wrong({ epoch: 90 })).toThrow("stopping.epoch: expected a whole number from 0 to 3, found 90");
    expect(wrong({ best: { epoch: 1, loss: null } })).toThrow("stopping.best.loss: expected a finite number, found null");
    const short = { ...file, tensors: new Map([...file.tensors, ["stop.weights", { shape: [2], values: new Float64Array(2) }]]) };
    expect(() => decodeCheckpoint(short, metadata, "f", "s")).toThrow("stop.weights: expected 3 numbers, found 2");
  });
});

describe("the rate of descent on w² / 2", () => {
  const at = (rate: string): Promise<Stop> => stopOf(half.replace("0.5", rate).replace("epochs: 100", "epochs: 1000"), { stop: { gradientNorm: 1e-9 } });

  it("converges below 2 and diverges above, and may be an expression", async () => {
    for (const rate of ["0.1", "1.9", '"1.9"', '"0.5 + 1 / t"', '"3 * 0.9 ^ epoch"']) expect((await at(rate)).kind, rate).toBe("converged");
    for (const rate of ["2.5", "3", '"2 + t / 10"']) expect((await at(rate)).kind, rate).toBe("diverged");
    expect((await at("2")).kind).toBe("finished");
  });

  it("is known to what evaluates, too", async () => {
    const model = await run(half);
    const { params } = await train(model, { size: 1, columns: {} }, { epochs: 3 });
    expect((await evaluate({ model, params, hyper: {} }, { size: 1, columns: {} })).loss).toBe(2 ** -7);
  });
});
