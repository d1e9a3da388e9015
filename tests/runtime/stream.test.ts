import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../runtime/data-error.ts";
import { trainingSize } from "../../runtime/examples.ts";
import type { Examples, ExampleStream, Trainable } from "../../runtime/model.ts";
import { evaluate, train } from "../../runtime/train.ts";
import { run } from "../emit/emitted.ts";
import { linearExamples, linearModel } from "./linear-model.ts";

/** The same examples in pieces of these sizes, the last one with the rest; `reads` counts pieces that were read. */
function inPieces(data: Examples, sizes: readonly number[], reads: number[] = []): ExampleStream {
  const columns = Object.entries(data.columns);
  return {
    size: data.size,
    async *pieces() {
      let from = 0;
      for (const size of [...sizes, data.size]) {
        const to = Math.min(data.size, from + size);
        if (to === from && from === data.size) return;
        reads.push(to - from);
        yield await Promise.resolve({ size: to - from, columns: Object.fromEntries(columns.map(([name, values]) => [name, values.slice((from * values.length) / data.size, (to * values.length) / data.size)])) });
        from = to;
      }
    },
  };
}

/** The linear model with what every step saw: the inputs of its examples. */
function watched(steps: number[][]): ReturnType<typeof linearModel> {
  const step: Trainable["step"] = (_params, _state, { columns }, _clock, order, from, to) => {
    steps.push([...order!.subarray(from, to)].map((row) => columns["x"]![2 * row]!));
    return 0;
  };
  return { ...linearModel(), step };
}

describe("a stream of examples", () => {
  it("trains as the same data in memory where it has one piece", async () => {
    const [data, options] = [linearExamples(50), { epochs: 4, validation: 0.2 }];
    const [fromStream, inMemory] = [await train(linearModel(), inPieces(data, []), options), await train(linearModel(), data, options)];
    expect({ ...fromStream, millisecondsPerStep: 0 }).toEqual({ ...inMemory, millisecondsPerStep: 0 });
  });

  it("is used once per epoch, each piece shuffled by itself, without its validation share", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 0.3), async (size, sizes, batch, validation) => {
        const data = linearExamples(size);
        const all = [...data.columns["x"]!].filter((_, i) => i % 2 === 0);
        const steps: number[][] = [];
        await train(watched(steps), inPieces(data, sizes), { epochs: 2, batch, validation });
        const training = trainingSize(size, validation);
        const seen = steps.flat();
        expect(seen.slice(0, training).sort()).toEqual(all.slice(0, training).sort());
        expect(seen.slice(training).sort()).toEqual(all.slice(0, training).sort());
        let from = 0;
        for (const piece of [...sizes, size]) {
          const end = Math.min(training, from + piece);
          expect(seen.slice(from, end).sort()).toEqual(all.slice(from, end).sort());
          from = Math.max(from, end);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is shuffled anew each epoch and in each piece", async () => {
    const steps: number[][] = [];
    const data = linearExamples(40);
    // Twice the same piece, so that orders can be compared.
    const doubled = { size: 40, columns: { x: Float64Array.from(data.columns["x"]!, (_, i) => i % 40), d: data.columns["d"]! } };
    await train(watched(steps), inPieces(doubled, [20]), { epochs: 2, batch: 20 });
    expect(new Set(steps.map(String)).size).toBe(4);
  });

  it("is read once per epoch, its validation examples in the same pass", async () => {
    const reads: number[] = [];
    const training = train(linearModel(), inPieces(linearExamples(40), [10, 10, 10], reads), { epochs: 3, validation: 0.4 });
    for await (const { validation } of training) expect(validation).not.toBeNull();
    expect(reads).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
  });

  it("is let go of at the end of training and evaluation, and when an iteration is left", async () => {
    let open = 0;
    const inner = inPieces(linearExamples(40), [10, 10, 10]);
    const stream: ExampleStream = {
      size: 40,
      async *pieces() {
        open++;
        try {
          yield* inner.pieces();
        } finally {
          open--;
        }
      },
    };
    const training = train(linearModel(), stream, { epochs: 3, validation: 0.4 });
    for await (const { epoch } of training) if (epoch === 2) break;
    expect(open).toBe(0);
    const { params } = await training;
    expect(open).toBe(0);
    await evaluate({ model: linearModel(), params, hyper: { scale: 1 } }, stream, 5, 17);
    expect(open).toBe(0);
    for await (const { epoch } of train(linearModel(), stream, { epochs: 1 })) expect(epoch).toBe(1);
    expect(open).toBe(0);
  });

  it("that is shorter than it says is an error", async () => {
    const stream = { ...inPieces(linearExamples(10), [4]), size: 12 };
    await expect(train(linearModel(), stream, { epochs: 1 })).rejects.toThrow(new DataError(["the data have 10 examples instead of the 12 that they should have"]));
  });
});

const loss = "x = input(2)\nd = target()\nw = param(2)\ny = dot(w, x)\nJ = loss((y - d) ^ 2 + 0.5 * sum(w .^ 2))\nR = loss(0.1 * sum(abs(w)))\nworst = metric(abs(y - d))\nnorm2 = metric(sum(w .^ 2))\n";

describe("evaluation over pieces", () => {
  it("of what is 1 everywhere is 1", async () => {
    const model = await run(`${loss}one = metric(x[1] == x[1])`);
    const params = model.createParameters(Float64Array.of(0.7, -1.3));
    for (const size of [1, 3, 64, 65, 1000, 12_345]) expect((await evaluate({ model, params, hyper: {} }, linearExamples(size))).metrics["one"]).toBe(1);
  });

  it.each(["mean", "sum"])("counts each example once, and once what a loss of reduction %s counts once", async (reduction) => {
    const model = await run(`${loss}conventions({reduction: "${reduction}"})`);
    const params = model.createParameters(Float64Array.of(0.7, -1.3));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }), fc.nat({ max: 200 }), async (size, sizes, start) => {
        const data = linearExamples(size);
        const from = Math.min(start, size - 1);
        const report = new Float64Array(4);
        const total = model.evaluate(params, data, report, undefined, from, size);
        const found = await evaluate({ model, params, hyper: {} }, inPieces(data, sizes), from);
        const close = (value: number, wanted: number): void => expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-13 * size * Math.max(1, Math.abs(wanted)));
        close(found.loss, total);
        [found.losses["J"]!, found.losses["R"]!, found.metrics["worst"]!, found.metrics["norm2"]!].forEach((value, k) => close(value, report[k]!));
      }),
      { numRuns: 60 },
    );
  });
});
