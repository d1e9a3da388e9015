import { nest, type Nested } from "../../runtime/values.ts";
import type { Point } from "../../runtime/point.ts";
import { columnsOf } from "./example-columns.ts";
import type { Loaded } from "./run-module.ts";

/** Blocks of second derivatives by `p,q`; of what each example has its own of a list, an entry per example. */
export type Hessians = { readonly [block: string]: Nested };

/** What the emitted `hessian` of a spec with a loss gives at a point. */
export function hessiansAt({ module, blocks }: Loaded, { params, hyper, batch }: Point, seed: number): Hessians {
  const into = module.createHessians!(batch.size);
  module.hessian!(module.createParameters(params), batch, into, undefined, undefined, undefined, hyper, { t: 0, epoch: 0, rate: 0, seed });
  return Object.fromEntries(blocks.map(({ name, members: [p, q], shape, perExample }) => [name, nest(into[p]![q]!, perExample ? [batch.size, ...shape] : shape)]));
}

/** The same of a spec without a loss, for each example. */
export function hessiansOfExamples(loaded: Loaded, { params, hyper, batch }: Point): readonly Hessians[] {
  const { module, blocks, secondColumns } = loaded;
  const into = module.createHessians!();
  return Array.from({ length: batch.size }, (_, row) => {
    module.hessian!(module.createParameters(params), ...columnsOf(loaded, batch, row, secondColumns.hessian), into, hyper);
    return Object.fromEntries(blocks.map(({ name, members: [p, q], shape }) => [name, nest(into[p]![q]!, shape)]));
  });
}
