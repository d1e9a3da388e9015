import type { DerivedOperation } from "../../ir/op.ts";

/** Σ over j ≠ c of max(0, sⱼ − s_c + 1), where the one-hot d marks class c; subgradient 0 at the kinks. */
export const hinge: DerivedOperation = {
  kind: "derived",
  name: "hinge",
  parameters: ["s", "d"],
  scope: "whole",
  result: "reduced",
  value: (s = [], d = []) => {
    const right = s.reduce((sum, one, i) => sum + one * (d[i] ?? NaN), 0);
    return s.reduce((sum, one, i) => sum + (1 - (d[i] ?? NaN)) * Math.max(0, one - right + 1), 0);
  },
  formula: "sum((1 - d) .* relu(s - sum(d .* s) + 1))",
  source: "Weston & Watkins 1999",
};
