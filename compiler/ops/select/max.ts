import type { Node } from "../../ir/node.ts";
import { equals } from "../../ir/rational.ts";
import { extremum } from "./extremum.ts";

const isZero = (x: Node): boolean => x.kind === "fill" && equals(x.value, 0);

/** `max(z, 0)` and `max(0, z)` are `relu(z)`, so that the convention for its kink holds of them too. */
export const max = extremum("max", (a, b, context) => (isZero(b) ? context.apply("relu", a) : isZero(a) ? context.apply("relu", b) : context.apply("max2", a, b)));
