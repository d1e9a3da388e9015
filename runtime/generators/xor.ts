import { classified } from "./classified.ts";
import { normal } from "./draws.ts";
import { below } from "../random.ts";

/** Standard deviation of a coordinate about its corner; two corners are 2 apart, so that about 1 in 1,000 points lies on the wrong side. */
const noise = 0.3;

/** Exclusive or with noise: class 1 where exactly one of the signs is positive. */
export const xor = classified({
  name: "xor",
  summary: "400 points about the corners (±1, ±1) of a square: class 1 where the signs differ",
  numbers: 2,
  input: "a point of 2 numbers",
  classes: 2,
  size: () => 400,
  sampler: (_classes, random) => (kind, point) => {
    const x = below(2, random) === 0 ? -1 : 1;
    point[0] = x + noise * normal(random);
    point[1] = (kind === 0 ? x : -x) + noise * normal(random);
  },
});
