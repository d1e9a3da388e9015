import type { PointwiseOperation } from "../../ir/op.ts";

/** The nearest whole number, halves away from zero, as math.js has it. */
export const round: PointwiseOperation = {
  kind: "pointwise",
  name: "round",
  parameters: ["x"],
  value: (x) => (x < 0 ? -Math.round(-x) : Math.round(x)),
  partials: ["0"],
  kinks: (x) => Math.abs(x - Math.floor(x) - 0.5),
  spelling: {
    ts: {
      helper: "round",
      parameters: ["x"],
      body: ["return x < 0 ? -Math.round(-x) : Math.round(x);"],
      summary: "The nearest whole number, halves away from zero.",
    },
  },
  rewrites: [
    "round(-x) -> -round(x)",
    "round(round(x)) -> round(x)",
    "round(floor(x)) -> floor(x)",
    "round(ceil(x)) -> ceil(x)",
  ],
  source: "derivative 0",
};
