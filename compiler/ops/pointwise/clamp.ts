import type { PointwiseOperation } from "../../ir/op.ts";

/** x cut off at lo and hi (lo ≤ hi), with derivative 0 at both. */
export const clamp: PointwiseOperation = {
  kind: "pointwise",
  name: "clamp",
  parameters: ["x", "lo", "hi"],
  value: (x, lo, hi) => Math.min(Math.max(x, lo), hi),
  partials: ["(lo < x) and (x < hi)", "x < lo", "x > hi"],
  cotangents: ["(lo < x) and (x < hi) ? g : 0", "x < lo ? g : 0", "x > hi ? g : 0"],
  kinks: (x, lo, hi) => Math.min(Math.abs(x - lo), Math.abs(x - hi)),
  spelling: { ts: { template: "Math.min(Math.max($0, $1), $2)", precedence: 17 } },
  rewrites: ["clamp(clamp(x, a, b), a, b) -> clamp(x, a, b)"],
  atKink: "clamp' is 0 at its bounds",
  source: "subgradient 0 at the bounds",
};
