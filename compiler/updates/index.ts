import { adagrad } from "./adagrad.ts";
import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import { momentum } from "./momentum.ts";
import { nesterov } from "./nesterov.ts";
import { rmsprop } from "./rmsprop.ts";
import { sgd } from "./sgd.ts";
import type { UpdateRule } from "./rule.ts";

const all: readonly UpdateRule[] = [
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adam,
  adamw,
];

/** Every built-in update rule by its name. */
export const updates: ReadonlyMap<string, UpdateRule> = new Map(all.map((one) => [one.name, one]));
