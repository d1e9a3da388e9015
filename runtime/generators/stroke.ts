/** Coordinates in hundredths of the box that a drawing fills: x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line drawn without lifting the pen: a smooth curve through its points, but for its corners. */
export interface Stroke {
  readonly points: readonly Point[];
  /** Whether the line may turn sharply at the point. */
  readonly corners: readonly boolean[];
}

/** Lines of a drawing, in the order in which a hand makes them. */
export type Drawing = readonly Stroke[];

/** A drawing from a text a stroke: points `x,y` in order, with `/` after those that are corners. */
export function drawing(...strokes: readonly string[]): Drawing {
  return strokes.map((text) => {
    const words = text.split(" ");
    const points = words.filter((word) => word !== "/");
    return {
      points: points.map((word) => ({ x: Number(word.split(",")[0]), y: Number(word.split(",")[1]) })),
      corners: words.flatMap((word, i) => (word === "/" ? [] : [words[i + 1] === "/"])),
    };
  });
}

/** Straight pieces for each part of a curve between two points. */
const pieces = 6;

/**
 * The curve as points close together: cubic Hermite pieces whose tangents are half the way from the point before to
 * the point after (Catmull & Rom 1974), and at ends and corners point along the line to the only neighbour.
 */
export function flattenStroke({ points, corners }: Stroke): Point[] {
  const last = points.length - 1;
  const tangent = (at: number, before: number, after: number): Point => {
    const smooth = at > 0 && at < last && corners[at] !== true;
    const [from, to] = smooth ? [points[at - 1]!, points[at + 1]!] : [points[before]!, points[after]!];
    const scale = smooth ? 0.5 : 1;
    return { x: (to.x - from.x) * scale, y: (to.y - from.y) * scale };
  };
  const curve: Point[] = [points[0]!];
  for (let at = 0; at < last; at++) {
    const [from, to] = [points[at]!, points[at + 1]!];
    const [leaving, arriving] = [tangent(at, at, at + 1), tangent(at + 1, at, at + 1)];
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces;
      const [a, b, c] = [t * t * (3 - 2 * t), t * (1 - t) * (1 - t), t * t * (t - 1)];
      curve.push({
        x: from.x + (to.x - from.x) * a + leaving.x * b + arriving.x * c,
        y: from.y + (to.y - from.y) * a + leaving.y * b + arriving.y * c,
      });
    }
  }
  return curve;
}
