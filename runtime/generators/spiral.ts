import { classified } from "./classified.ts";
import { between, normal } from "./draws.ts";

/** How far an arm winds, in turns, and the standard deviation of its points. */
const turns = 1;
const noise = 0.02;

/** Arms that wind around each other from the middle, a class each. */
export const spiral = classified({
  name: "spiral",
  summary: "300 points a class on a spiral's arms, each one turn from radius 0.1 to 1, slightly blurred",
  numbers: 2,
  input: "a point of 2 numbers",
  classes: null,
  size: (classes) => 300 * classes,
  sampler: (classes, random) => (kind, point) => {
    const along = between(0, 1, random);
    const radius = 0.1 + 0.9 * along;
    const angle = 2 * Math.PI * (turns * along + kind / classes);
    point[0] = radius * Math.cos(angle) + noise * normal(random);
    point[1] = radius * Math.sin(angle) + noise * normal(random);
  },
});
