import { below, type Draws } from "../random.ts";
import { classified } from "./classified.ts";
import { digitShape } from "./digits.ts";
import { between, normal } from "./draws.ts";
import { addGrain, drawByHand } from "./hand.ts";
import { side } from "./ink.ts";
import { otherShapes } from "./other-shapes.ts";
import type { Drawing, Point, Stroke } from "./stroke.ts";

const none = 10;

/** The digits, and an eleventh class of pictures that look as if they could be some but are none. */
export const digitsOrNone = classified({
  name: "digits-or-none",
  summary: "1000 pictures of each digit as of digits, and as many of class 10: letters, signs, scribbles, loose strokes, pieces of digits, blots",
  numbers: side * side,
  input: "a picture of 16 × 16, that is 256 numbers in any shape,",
  classes: none + 1,
  size: (classes) => 1000 * classes,
  sampler: (_classes, random) => (kind, picture) => {
    picture.fill(0);
    if (kind === none) drawNone(random, picture);
    else drawByHand(digitShape(kind, random), random, picture);
    addGrain(picture, random);
  },
});

/** Half of the pictures are letters and signs; the other kinds are equally likely. */
function drawNone(random: Draws, picture: Float64Array): void {
  switch (below(8, random)) {
    case 0:
      return drawByHand([curveThrough(6 + below(6, random), random)], random, picture);
    case 1:
      return drawByHand(Array.from({ length: 2 + below(3, random) }, () => curveThrough(2 + below(2, random), random)), random, picture);
    case 2:
      return drawPiece(random, picture);
    case 3:
      return drawBlots(random, picture);
    default:
      return drawByHand(otherShapes[below(otherShapes.length, random)]!, random, picture);
  }
}

/** A smooth line through points anywhere in the box. */
function curveThrough(count: number, random: Draws): Stroke {
  const point = (): Point => ({ x: between(0, 100, random), y: between(0, 100, random) });
  return { points: Array.from({ length: count }, point), corners: Array.from({ length: count }, () => false) };
}

/** A digit with the ink gone on one side of a line near the middle; not a 1, of which a short 1 would be left. */
function drawPiece(random: Draws, picture: Float64Array): void {
  const whole: Drawing = digitShape([0, 2, 3, 4, 5, 6, 8, 9][below(8, random)]!, random);
  drawByHand(whole, random, picture);
  const angle = between(0, 2 * Math.PI, random);
  const offset = normal(random) / 2;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  for (let at = 0; at < picture.length; at++) {
    const [x, y] = [(at % side) + 0.5 - side / 2, Math.floor(at / side) + 0.5 - side / 2];
    if (x * dx + y * dy > offset) picture[at] = 0;
  }
}

/** Ink spilled on neighbouring pixels here and there, or nearly none. */
function drawBlots(random: Draws, picture: Float64Array): void {
  for (let blot = below(12, random); blot > 0; blot--) {
    const spot: Point = { x: between(0, 100, random), y: between(0, 100, random) };
    drawByHand([{ points: [spot, spot], corners: [false, false] }], random, picture);
  }
}
