import type { PointwiseOperation } from "../../ir/op.ts";

/** r²/2 where |r| ≤ delta, else delta·(|r| − delta/2). */
export const huberLoss: PointwiseOperation = {
  kind: "pointwise",
  name: "huberLoss",
  parameters: ["r", "delta"],
  value: (r, delta) => {
    const a = Math.min(Math.abs(r), delta);
    return a * (Math.abs(r) - a / 2);
  },
  partials: ["clamp(r, -delta, delta)", "max2(abs(r) - delta, 0)"],
  domain: [[-Infinity, Infinity], [0, Infinity]],
  formula: "clamp(r, -delta, delta) * (r - clamp(r, -delta, delta) / 2)",
  rewrites: ["huberLoss(-r, delta) -> huberLoss(r, delta)"],
  source: "Huber 1964",
  internal: true,
};
