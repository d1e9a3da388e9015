import { extremum } from "./extremum.ts";

export const min = extremum("min", (a, b, context) => context.apply("min2", a, b));
