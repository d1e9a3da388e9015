import { toNumber } from "../ir/rational.ts";
import type { Rule } from "../rewrite/rewrite.ts";
import { apply, factored, isFill, uniform } from "./uniform.ts";
import { broadcast } from "../ops/linear/contract.ts";
import { fold } from "../ops/fold.ts";
import type { Node } from "../ir/node.ts";
import type { Space } from "../ir/space.ts";
import { isFinite } from "../ops/finite.ts";

/** Factors that are one number for all elements float outwards, where they merge: what is left is scaled once. */
export const factorRules: readonly Rule[] = [
  {
    text: "an operation on constants is a constant",
    stable: false,
    apply: (space, node) => (node.kind === "pointwise" && node.args.every((arg) => isFill(arg)) && node.op !== "barrier" ? space.fill(fold(node.op, node.args.map((arg) => (arg).value)), node.shape) : null),
  },
  {
    text: "an operation on one number repeated is done once",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.shape.length === 0 || node.op === "barrier") return null;
      const scalars = node.args.map((arg) => uniform(space, arg));
      return scalars.every((s) => s !== null) ? broadcast(space, space.pointwise(node.op, scalars), node.shape) : null;
    },
  },
  {
    text: "x * s -> s * x | s one number",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.op !== "mul") return null;
      const [a, b] = node.args as readonly [Node, Node];
      const rank = (x: Node): number => (isFill(x) ? 0 : uniform(space, x) !== null && x.shape.length > 0 ? 1 : 2);
      return rank(b) < rank(a) ? space.pointwise("mul", [b, a]) : null;
    },
  },
  {
    text: "(s * x) * y -> s * (x * y) | s one number",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.op !== "mul") return null;
      const [a, b] = node.args as readonly [Node, Node];
      const [left, right] = [factored(space, a), factored(space, b)];
      if (left !== null) return apply(space, "mul", left.factor, apply(space, "mul", left.rest, b));
      if (right === null) return null;
      const own = a.shape.length > 0 || isFill(a) ? uniform(space, a) : null;
      if (own !== null) return apply(space, "mul", apply(space, "mul", own, right.factor), right.rest);
      return apply(space, "mul", right.factor, apply(space, "mul", a, right.rest));
    },
  },
  {
    text: "(-s) * x -> -(s * x) | s one number of run time; -(s * (a - b)) -> s * (b - a)",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise") return null;
      const [a, b] = node.args as readonly [Node, Node];
      if (node.op === "mul") {
        const factor = isFill(a) ? null : uniform(space, a);
        const positive = factor === null || node.shape.length === 0 ? null : negated(space, factor);
        return positive === null ? null : apply(space, "neg", apply(space, "mul", positive, b));
      }
      const product = node.op === "neg" ? factored(space, a) : null;
      if (product?.rest.kind !== "pointwise" || product.rest.op !== "sub" || isFill(product.factor, -1)) return null;
      const [left, right] = product.rest.args as readonly [Node, Node];
      return apply(space, "mul", product.factor, apply(space, "sub", right, left));
    },
  },
  {
    text: "-1 * x -> -x, -(c * x) -> (-c) * x | c constant",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise") return null;
      const [a, b] = node.args as readonly [Node, Node];
      if (node.op === "mul" && isFill(a, -1)) return apply(space, "neg", b);
      const inner = node.op === "neg" ? a : undefined;
      if (inner?.kind !== "pointwise" || inner.op !== "mul" || !isFill(inner.args[0] as Node)) return null;
      return apply(space, "mul", apply(space, "neg", inner.args[0] as Node), inner.args[1] as Node);
    },
  },
  {
    text: "s * x + s * y -> s * (x + y) | s one number",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || (node.op !== "add" && node.op !== "sub")) return null;
      const [left, right] = node.args.map((arg) => factored(space, arg));
      if (!left || left.factor !== right?.factor || isFill(left.factor, -1)) return null;
      return apply(space, "mul", left.factor, apply(space, node.op, left.rest, right.rest));
    },
  },
  {
    text: "x + (-c) * y -> x - c * y | c constant",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || (node.op !== "add" && node.op !== "sub")) return null;
      const opposite = node.op === "add" ? "sub" : "add";
      const negative = (x: Node): Node | null => {
        const [c, rest] = x.args;
        const isNegative = x.kind === "pointwise" && x.op === "mul" && c?.kind === "fill" && toNumber(c.value) < 0;
        return isNegative ? apply(space, "mul", apply(space, "neg", c), rest as Node) : null;
      };
      const [a, b] = node.args as readonly [Node, Node];
      const right = negative(b);
      if (right !== null) return apply(space, opposite, a, right);
      const left = node.op === "add" ? negative(a) : null;
      return left === null ? null : apply(space, "sub", b, left);
    },
  },
  {
    text: "x / s -> (1 / s) * x | s one number; (s * x) / y -> s * (x / y)",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.op !== "div") return null;
      const [a, b] = node.args as readonly [Node, Node];
      if (node.shape.length === 0 && isFill(a) && !isFill(a, 1) && !isFill(b)) return apply(space, "mul", a, apply(space, "div", space.fill(1), b));
      const divisor = isFill(b) || node.shape.length > 0 ? uniform(space, b) : null;
      if (divisor !== null && !isFill(a, 1)) return apply(space, "mul", apply(space, "div", space.fill(1), divisor), a);
      const numerator = isFill(a) ? null : factored(space, a);
      return numerator === null ? null : apply(space, "mul", numerator.factor, apply(space, "div", numerator.rest, b));
    },
  },
  {
    text: "c ? s * x : 0 -> s * (c ? x : 0) | s one number, finite",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.op !== "select") return null;
      const [test, then, otherwise] = node.args as readonly [Node, Node, Node];
      const [left, right] = [factored(space, then), factored(space, otherwise)];
      if (left !== null && isFill(otherwise, 0) && isFinite(left.factor)) return apply(space, "mul", left.factor, apply(space, "select", test, left.rest, otherwise));
      return right !== null && isFill(then, 0) && isFinite(right.factor) ? apply(space, "mul", right.factor, apply(space, "select", test, then, right.rest)) : null;
    },
  },
  {
    text: "dropped(s * x, u, p, q) -> s * dropped(x, u, p, q) | s one number, finite",
    stable: false,
    apply(space, node) {
      if (node.kind !== "pointwise" || node.op !== "dropped") return null;
      const [x, ...draw] = node.args as readonly [Node, ...Node[]];
      const scaled = factored(space, x);
      return scaled !== null && isFinite(scaled.factor) ? apply(space, "mul", scaled.factor, apply(space, "dropped", scaled.rest, ...draw)) : null;
    },
  },
];

/** The opposite of a scalar that is written as a negative; null for any other. */
function negated(space: Space, s: Node): Node | null {
  if (s.kind === "fill") return toNumber(s.value) < 0 ? apply(space, "neg", s) : null;
  if (s.kind !== "pointwise") return null;
  const [a, b] = s.args as readonly [Node, Node];
  if (s.op === "neg") return a;
  return s.op === "mul" && isFill(a) && toNumber(a.value) < 0 ? apply(space, "mul", apply(space, "neg", a), b) : null;
}
