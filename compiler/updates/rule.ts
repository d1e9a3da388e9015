/** An optimizer's rule as the spec language would write it: elementwise, new w first, then the new states. */
export interface UpdateRule {
  readonly name: string;
  /** `update(w, g, states…) = [w′, states′…]` over `rate`, `t` and the constants; states start at zero. */
  readonly text: string;
  /** Default values of the constants, which `train({...})` may override. */
  readonly constants: Readonly<Record<string, number>>;
  readonly source: string;
}
