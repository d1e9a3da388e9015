import { classified } from "./classified.ts";
import { normal } from "./draws.ts";

const radius = 2;

/** A mixture of round normal distributions, a component a class. */
export const gaussians = classified({
  name: "gaussians",
  summary: "200 points a class: one normal distribution each, the means on a circle of radius 2, neighbours 5 standard deviations apart",
  numbers: 2,
  input: "a point of 2 numbers",
  classes: null,
  size: (classes) => 200 * classes,
  sampler: (classes, random) => {
    const deviation = (2 * radius * Math.sin(Math.PI / Math.max(classes, 2))) / 5;
    return (kind, point) => {
      const angle = (2 * Math.PI * kind) / classes;
      point[0] = radius * Math.cos(angle) + deviation * normal(random);
      point[1] = radius * Math.sin(angle) + deviation * normal(random);
    };
  },
});
