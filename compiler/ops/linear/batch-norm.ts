import type { Node } from "../../ir/node.ts";
import { Misuse, type BuildContext, type StructuralOperation } from "../../ir/op.ts";
import { rational } from "../../ir/rational.ts";
import { isBatched, ownShape, sizeOf } from "../../ir/shape.ts";
import type { Space } from "../../ir/space.ts";
import { broadcast, reshapeTo, sumExamples, sumOver } from "./contract.ts";

const epsilon = rational(1, 100_000);

/** What a step keeps of a running statistic, and takes of the batch's. */
const [kept, taken] = [rational(9, 10), rational(1, 10)];

/**
 * x less the mean of its channel, over the root of its channel's variance (biased): over the batch and all dimensions but
 * the first, which counts the channels; at inference by running statistics, which start at mean 0 and variance 1.
 */
export const batchNorm: StructuralOperation = {
  kind: "structural",
  name: "batchNorm",
  parameters: ["x"],
  source: "language.md, Operations; Ioffe & Szegedy 2015, arXiv:1502.03167",
  build(space, args, context) {
    const [given] = args as readonly [Node];
    const { statistics } = context;
    const own = ownShape(given.shape);
    if (own.length === 0) throw new Misuse("dimension-missing", "batchNorm works on channels, the first dimension of a vector or array, not on a scalar", "write [a] for a vector of one channel", 0);
    if (statistics === undefined) throw new Misuse("no-statistics", "batchNorm keeps running statistics, for which there is no place here", "use it in a value of the spec, outside of what is repeated");
    if (statistics.hasBatches && !isBatched(given.shape)) throw new Misuse("same-for-all-examples", "batchNorm compares the examples of a batch, and this is the same for all", "layerNorm(x) normalises a value by itself", 0);
    const x = statistics.hasBatches ? context.apply("observed", given) : given;
    const [channels] = own as readonly [number, ...number[]];
    const perChannel = (value: Node): Node => broadcast(space, reshapeTo(space, value, [channels, ...own.slice(1).map(() => 1)]), x.shape);
    const keep = statistics.keep("batchNorm");
    const known = (name: string, initial: number, of: () => Node): Node => {
      if (!statistics.hasBatches) return keep(name, [channels], initial, null);
      const batch = meanOf(space, of(), context);
      const follow = (running: Node): Node => context.apply("add", context.apply("mul", space.fill(kept), running), context.apply("mul", space.fill(taken), batch));
      return context.apply("statistic", batch, keep(name, [channels], initial, follow));
    };
    const centred = context.apply("sub", x, perChannel(known("mean", 0, () => x)));
    const variance = known("variance", 1, () => context.apply("square", centred));
    return context.apply("div", centred, perChannel(context.apply("sqrt", context.apply("add", variance, space.fill(epsilon)))));
  },
};

/** The mean of each channel of [n, channels, …] over everything else. */
function meanOf(space: Space, value: Node, context: BuildContext): Node {
  const [, ...others] = ownShape(value.shape);
  const sum = sumExamples(space, sumOver(space, value, others.map((_, k) => k + 1)));
  const share = context.apply("div", space.fill(1), space.leaf("count", "m", []));
  return context.apply("mul", context.apply("mul", share, space.fill(rational(1, sizeOf(others)))), sum);
}
