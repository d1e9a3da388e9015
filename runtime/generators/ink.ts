import type { Point } from "./stroke.ts";

/** Pictures are `side` × `side` numbers from 0 (paper) to 1 (ink), row by row. */
export const side = 16;

/**
 * Draws a line of the given width, in pixels, into a picture: a pixel takes the share of it that the line would cover
 * if it were straight, told from the distance of the pixel's middle. `curve` is in pixels, (0, 0) the upper left edge.
 */
export function drawCurve(curve: readonly Point[], width: number, picture: Float64Array): void {
  for (let i = 1; i < curve.length; i++) drawSegment(curve[i - 1]!, curve[i]!, width / 2, picture);
}

function drawSegment(from: Point, to: Point, radius: number, picture: Float64Array): void {
  // Only pixels whose middle is within reach of the segment's box can be touched.
  const reach = radius + 0.5;
  const left = Math.max(0, Math.ceil(Math.min(from.x, to.x) - reach - 0.5));
  const right = Math.min(side - 1, Math.floor(Math.max(from.x, to.x) + reach - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(from.y, to.y) - reach - 0.5));
  const bottom = Math.min(side - 1, Math.floor(Math.max(from.y, to.y) + reach - 0.5));
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [px, py] = [column + 0.5 - from.x, row + 0.5 - from.y];
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
      const distance = Math.hypot(px - along * dx, py - along * dy);
      const covered = Math.min(1, reach - distance);
      const at = row * side + column;
      if (covered > picture[at]!) picture[at] = covered;
    }
  }
}
