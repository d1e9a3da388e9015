import { describe, expect, it } from "vitest";
import { drawCurve, side } from "../../../runtime/generators/ink.ts";
import { drawing, flattenStroke } from "../../../runtime/generators/stroke.ts";

describe("drawing", () => {
  it("reads a text a stroke, with a mark after corners", () => {
    expect(drawing("1,2 -3,4.5 / 5,6", "7,8 9,10")).toEqual([
      { points: [{ x: 1, y: 2 }, { x: -3, y: 4.5 }, { x: 5, y: 6 }], corners: [false, true, false] },
      { points: [{ x: 7, y: 8 }, { x: 9, y: 10 }], corners: [false, false] },
    ]);
  });
});

describe("flattenStroke", () => {
  const curve = (text: string): ReturnType<typeof flattenStroke> => flattenStroke(drawing(text)[0]!);

  it("goes through every point", () => {
    expect(curve("0,0 30,60 / 90,20 100,100")).toEqual(expect.arrayContaining([{ x: 0, y: 0 }, { x: 30, y: 60 }, { x: 90, y: 20 }, { x: 100, y: 100 }]));
  });

  it("is straight between two points and at corners, and smooth elsewhere", () => {
    for (const { x, y } of curve("0,0 60,30")) expect(y).toBeCloseTo(x / 2, 10);
    const turns = (text: string): number => {
      const points = curve(text);
      const angles = points.slice(1).map((point, i) => Math.atan2(point.y - points[i]!.y, point.x - points[i]!.x));
      return Math.max(...angles.slice(1).map((angle, i) => Math.abs(angle - angles[i]!)));
    };
    expect(turns("0,0 50,0 / 50,50")).toBeCloseTo(Math.PI / 2, 6);
    expect(turns("0,0 50,0 50,50")).toBeLessThan(0.6);
  });
});

describe("drawCurve", () => {
  const ink = (points: readonly (readonly [number, number])[], width: number): Float64Array => {
    const picture = new Float64Array(side * side);
    drawCurve(points.map(([x, y]) => ({ x, y })), width, picture);
    return picture;
  };

  it("covers whole pixels along the line, parts beside it, and none far off", () => {
    const picture = ink([[2.5, 8], [13.5, 8]], 2);
    const column = Array.from({ length: side }, (_, row) => picture[row * side + 8]);
    expect(column).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
    const between = ink([[2.5, 7.75], [13.5, 7.75]], 2);
    expect([6, 7, 8, 9].map((row) => between[row * side + 8])).toEqual([0.25, 1, 0.75, 0]);
  });

  it("inks as much as the line with its round ends covers, and leaves what is there", () => {
    const picture = ink([[3, 3], [12, 11]], 1.5);
    expect(picture.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1.5 * Math.hypot(9, 8) + Math.PI * 0.75 ** 2, 0);
    expect(Math.max(...picture)).toBeLessThanOrEqual(1);
    const before = picture.slice();
    drawCurve([{ x: 100, y: 100 }, { x: 120, y: -100 }], 2, picture);
    expect(picture).toEqual(before);
  });
});
