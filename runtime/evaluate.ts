import type { ParameterViews, Trainable } from "./model.ts";
import type { Pieces } from "./pieces.ts";
import { createFloats } from "./values.ts";

/** Losses and metrics over some examples, without training noise, by name; `loss` is the total. */
export interface Evaluation {
  readonly loss: number;
  readonly losses: { readonly [name: string]: number };
  readonly metrics: { readonly [name: string]: number };
}

/** What is evaluated: a model with its trained numbers. */
export interface Trained {
  readonly model: Trainable;
  readonly params: ParameterViews;
  readonly hyper: { readonly [name: string]: number };
}

/** Examples evaluated in one call: fixed, so that the rounding of the result does not depend on the speed of the machine. */
const chunk = 64;

/**
 * Evaluates the examples from `from` to before `to`, counted over all data, a chunk at a time, a mean over none being NaN; `rest` is called after
 * each and may give way to others. What a loss counts once per batch is counted once.
 */
export async function evaluateRange({ model, params, hyper }: Trained, pieces: Pieces, from: number, to: number, rest: () => Promise<void> | null): Promise<Evaluation> {
  const { losses, metrics, precision, reduction } = model.metadata;
  const report = createFloats(precision, losses.length + metrics.length);
  // Weights are in chunks, divided by at the end: those of whole chunks are exact, so that a mean of ones is 1.
  const isSum = reduction === "sum";
  const unit = Math.min(chunk, to - from);
  const divisor = isSum ? 1 : (to - from) / unit;
  let sums = [0, ...report];
  for (let at = from; at < to; ) {
    const { data, first } = await pieces.at(at);
    const end = Math.min(to, first + data.size, at + chunk);
    const over = (stop: number): number[] => [model.evaluate(params, data, report, undefined, at - first, stop - first, hyper), ...report];
    const values = over(end);
    // A sum over no examples consists of what is counted once: each chunk after the first is taken without it. A mean
    // of means weighted by examples counts that once by itself.
    const once = isSum && at > from ? over(at) : [];
    sums = sums.map((sum, k) => sum + (isSum ? values[k]! - (once[k] ?? 0) : (values[k]! * (end - at)) / unit));
    at = end;
    await rest();
  }
  const named = (names: readonly string[], offset: number): { readonly [name: string]: number } => Object.fromEntries(names.map((name, k) => [name, sums[offset + k]! / divisor]));
  return { loss: sums[0]! / divisor, losses: named(losses, 1), metrics: named(metrics, 1 + losses.length) };
}
