import { expect } from "vitest";
import { entries, shapeOf } from "./nested.ts";
import type { Nested } from "./nested.ts";

/** Same shape, and every number within `tolerance`, relative where it exceeds 1. */
export function close(actual: Nested | undefined, expected: Nested, tolerance = 1e-9): void {
  if (actual === undefined) throw new Error("no such value");
  expect(shapeOf(actual)).toEqual(shapeOf(expected));
  const wanted = entries(expected);
  entries(actual).forEach((value, i) => {
    const target = wanted[i] ?? NaN;
    if (!Number.isFinite(target)) expect(value).toBe(target);
    else expect(Math.abs(value - target), `${value} for ${target}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(target)));
  });
}
