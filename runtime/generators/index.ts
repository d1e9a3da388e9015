import { adding } from "./adding.ts";
import { circle } from "./circle.ts";
import { digitsOrNone } from "./digits-or-none.ts";
import { digits } from "./digits.ts";
import { gaussians } from "./gaussians.ts";
import type { Generator } from "./generator.ts";
import { normalNumbers } from "./normal-numbers.ts";
import { parity } from "./parity.ts";
import { reverse } from "./reverse.ts";
import { sentences } from "./sentences.ts";
import { ratings } from "./ratings.ts";
import { sine } from "./sine.ts";
import { spiral } from "./spiral.ts";
import { topics } from "./topics.ts";
import { xor } from "./xor.ts";

export type { Generator } from "./generator.ts";

/** Every built-in source of examples by its name. */
export const generators: ReadonlyMap<string, Generator> = new Map(
  [normalNumbers, xor, circle, gaussians, spiral, sine, digits, digitsOrNone, ratings, topics, adding, parity, reverse, sentences].map((generator) => [generator.name, generator]),
);
