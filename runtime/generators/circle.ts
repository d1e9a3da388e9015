import { classified } from "./classified.ts";
import { between, normal } from "./draws.ts";

/** The disc ends at 0.7 and the ring begins at 1, before noise with this standard deviation is added. */
const noise = 0.03;

/** A disc and a ring around it, which no straight line tells apart. */
export const circle = classified({
  name: "circle",
  summary: "500 points: class 1 in a disc of radius 0.7, class 0 in the ring from 1 to 1.4 around it, slightly blurred",
  numbers: 2,
  input: "a point of 2 numbers",
  classes: 2,
  size: () => 500,
  sampler: (_classes, random) => (kind, point) => {
    // Roots make points uniform on the area.
    const radius = kind === 1 ? Math.sqrt(between(0, 0.49, random)) : Math.sqrt(between(1, 1.96, random));
    const angle = between(0, 2 * Math.PI, random);
    point[0] = radius * Math.cos(angle) + noise * normal(random);
    point[1] = radius * Math.sin(angle) + noise * normal(random);
  },
});
