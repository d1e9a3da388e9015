import type { StructuralOperation } from "../../ir/op.ts";

/** A leaky ReLU whose slope below zero is drawn per element from [lo, hi) in training, and its middle at inference. */
export const randomLeakyRelu: StructuralOperation = {
  kind: "structural",
  name: "randomLeakyRelu",
  parameters: ["z", "lo", "hi"],
  source: "language.md, Operations; Xu et al. 2015, arXiv:1505.00853",
  build(space, args, context) {
    const [z, lo, hi] = args as [typeof args[0] & {}, typeof args[0] & {}, typeof args[0] & {}];
    const draw = space.noise(z.shape);
    return context.apply("leakyRelu", z, context.apply("add", lo, context.apply("mul", context.apply("sub", hi, lo), draw)));
  },
};
