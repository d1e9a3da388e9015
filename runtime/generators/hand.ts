import { type Draws, uniform } from "../random.ts";
import { between, normal } from "./draws.ts";
import { drawCurve, side } from "./ink.ts";
import { flattenStroke, type Drawing, type Point, type Stroke } from "./stroke.ts";

/** In pixels, how high a drawing of usual size is; its width is this share of it. */
const height = 11;
const aspect = 0.72;

/** Draws as an unsteady hand does: no two drawings of a shape are alike. The picture is added to, not cleared. */
export function drawByHand(shape: Drawing, random: Draws, picture: Float64Array): void {
  const place = placement(random);
  const width = between(1.1, 2.3, random);
  for (const stroke of shape) drawCurve(flattenStroke(wobble(stroke, random)).map(place), width, picture);
}

/** Makes ink paler and puts grain on all of the picture; numbers stay within 0 … 1. */
export function addGrain(picture: Float64Array, random: Draws): void {
  const ink = between(0.7, 1, random);
  const grain = between(0, 0.1, random);
  for (let at = 0; at < picture.length; at++) picture[at] = Math.min(1, Math.max(0, picture[at]! * ink + grain * normal(random)));
}

/** Moves each point a little, by itself. */
function wobble({ points, corners }: Stroke, random: Draws): Stroke {
  const deviation = 3;
  return { corners, points: points.map(({ x, y }) => ({ x: x + deviation * normal(random), y: y + deviation * normal(random) })) };
}

/** A way to put a drawing on the paper: slant, bend, size, turn and shift, in this order. */
function placement(random: Draws): (point: Point) => Point {
  const tall = height * between(0.85, 1.1, random);
  const wide = height * aspect * between(0.8, 1.15, random);
  const slant = -0.12 + 0.06 * normal(random);
  const turn = 0.06 * normal(random);
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const [bendX, bendY] = [0.03 * normal(random), 0.03 * normal(random)];
  const [phaseX, phaseY] = [2 * Math.PI * uniform(random), 2 * Math.PI * uniform(random)];
  const [shiftX, shiftY] = [side / 2 + 0.7 * normal(random), side / 2 + 0.7 * normal(random)];
  return (point) => {
    const [u, v] = [point.x / 100 - 0.5, point.y / 100 - 0.5];
    const x = wide * (u + bendX * Math.sin(5 * v + phaseX)) + slant * tall * v;
    const y = tall * (v + bendY * Math.sin(5 * u + phaseY));
    return { x: shiftX + cosine * x - sine * y, y: shiftY + sine * x + cosine * y };
  };
}
