import type { Trained } from "./evaluate.ts";
import type { Floats, Metadata, Trainable } from "./model.ts";
import type { Pieces } from "./pieces.ts";
import { sizeOf } from "./values.ts";

/** Examples differentiated in one call: fixed, so that the rounding of the result does not depend on the speed of the machine. */
const chunk = 64;

/** The gradient of the reduced loss with respect to each trained parameter, by the member of `createGradients`, in order of `metadata.parameters`. */
export type Gradient = ReadonlyMap<string, Float64Array>;

/** A model that can tell the gradient of all of its parameters. */
type Differentiable = Trainable & Required<Pick<Trainable, "gradient" | "createGradients">>;

/** The sum of the squares of arrays of numbers. */
export function squareOf(...arrays: readonly Iterable<number>[]): number {
  let sum = 0;
  for (const values of arrays) for (const value of values) sum += value * value;
  return sum;
}

/** How many of a model's parameters are trained: they come before its running statistics. */
export const trainedSize = ({ parameters }: Metadata): number => parameters.find(({ statistic }) => statistic === true)?.offset ?? parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);

/** Whether a module has gradients, and these of exactly its parameters (`wrt` may have chosen others). */
export function hasGradient(model: Trainable): model is Differentiable {
  if (model.gradient === undefined || model.createGradients === undefined) return false;
  return arraysOf(model.createGradients()).reduce((sum, [, { length }]) => sum + length, 0) === trainedSize(model.metadata);
}

/** The gradients of parameters in what `createGradients` makes. */
const arraysOf = (made: object): readonly (readonly [name: string, values: Floats])[] => Object.entries(made as { readonly [name: string]: Floats }).filter(([name]) => name !== "losses");

/**
 * The gradient over the examples from `from` to before `to`, counted over all data, with the random draws that `seed`
 * gives at step 0; `rest` is called after each chunk and may give way to others. What a loss counts once per batch is counted once.
 */
export async function gradientOver({ model, params, hyper }: Trained & { readonly model: Differentiable }, pieces: Pieces, from: number, to: number, seed: number, rest: () => Promise<void> | null): Promise<Gradient> {
  const room = model.createGradients();
  const sums = arraysOf(room).map(([name, values]) => ({ name, values, sum: new Float64Array(values.length) }));
  const clock = { t: 0, epoch: 0, rate: 0, seed };
  const isSum = model.metadata.reduction === "sum";
  for (let at = from; at < to; ) {
    const { data, first } = await pieces.at(at);
    const end = Math.min(to, first + data.size, at + chunk);
    const add = (stop: number, weight: number): void => {
      model.gradient(params, data, room, undefined, at - first, stop - first, hyper, clock);
      for (const { values, sum } of sums) values.forEach((value, i) => (sum[i]! += weight * value));
    };
    add(end, isSum ? 1 : (end - at) / (to - from));
    // A sum over no examples consists of what is counted once: each chunk after the first is taken without it.
    if (isSum && at > from) add(at, -1);
    at = end;
    await rest();
  }
  return new Map(sums.map(({ name, sum }) => [name, sum]));
}
