import { below, type Draws } from "../random.ts";
import { classified } from "./classified.ts";
import { digitShapes } from "./digit-shapes.ts";
import { addGrain, drawByHand } from "./hand.ts";
import { side } from "./ink.ts";
import type { Drawing } from "./stroke.ts";

/** One of the ways of writing a digit. */
export function digitShape(digit: number, random: Draws): Drawing {
  const shapes = digitShapes[digit]!;
  return shapes[below(shapes.length, random)]!;
}

/** Digits as a hand writes them, drawn from descriptions of their strokes. */
export const digits = classified({
  name: "digits",
  summary: "800 handwritten-looking examples of each digit, grey pictures of 16 × 16 numbers from 0 (paper) to 1 (ink), row by row",
  numbers: side * side,
  input: "a picture of 16 × 16, that is 256 numbers in any shape,",
  classes: 10,
  size: (classes) => 800 * classes,
  sampler: (_classes, random) => (digit, picture) => {
    picture.fill(0);
    drawByHand(digitShape(digit, random), random, picture);
    addGrain(picture, random);
  },
});
