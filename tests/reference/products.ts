import { emittedDraw } from "../../compiler/commands/draws.ts";
import { emittedAt, productsAt } from "../../compiler/commands/emitted-at.ts";
import type { Loaded } from "../../compiler/commands/run-module.ts";
import { unsimplifiedTwice } from "../../compiler/commands/unsimplified.ts";
import { rootsOf } from "../../compiler/ir/graph.ts";
import type { CheckedProducts } from "../../compiler/reference/check-products.ts";
import type { CheckOptions } from "../../compiler/reference/check.ts";
import { choosePoints } from "../../compiler/reference/points.ts";
import type { ChosenPoint } from "../../compiler/reference/points.ts";
import { read } from "./pipeline.ts";

/** What `checkProducts` holds an emitted module against. */
export function productsOf(text: string, loaded: Loaded, options: { readonly wrt?: readonly string[]; readonly of?: string } = {}): CheckedProducts {
  const parsed = read(text, options.wrt);
  return {
    parsed,
    second: unsimplifiedTwice(parsed, { hvp: true, ...options }),
    gradients: (point) => emittedAt(loaded, point).gradients,
    products: (point, direction) => productsAt(loaded, point, direction),
  };
}

/** A point where neither the loss nor its slopes kink nearby. */
export function smoothPoints({ parsed, second }: CheckedProducts, options: CheckOptions = {}): readonly ChosenPoint[] {
  return choosePoints(parsed, { count: 1, noise: emittedDraw, also: rootsOf(second, "slope").map((root) => root.node), ...options });
}
