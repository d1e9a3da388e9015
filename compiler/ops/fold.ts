import { arithmetic, fromNumber, toNumber, type Constant } from "../ir/rational.ts";
import { pointwise } from "./index.ts";

/** The value of a scalar operation on known numbers: exact for the four arithmetic ones while it fits, else float64. */
export function fold(op: string, args: readonly Constant[]): Constant {
  const [a, b] = args as [Constant, Constant];
  if (op === "add" || op === "sub" || op === "mul" || op === "div") return arithmetic(op, a, b);
  if (op === "neg") return arithmetic("mul", fromNumber(-1), a);
  return fromNumber(pointwise(op).value(...args.map(toNumber)));
}
