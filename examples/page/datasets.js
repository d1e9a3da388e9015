// Points of the plane in two classes: rows of x₁, x₂ and the class, as `examples` of the modules reads them.

/** Numbers from 0 to 1 that depend on the seed alone, by the hash of Wang (2007). */
function draws(seed) {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let h = (state ^ 61) ^ (state >>> 16);
    h = Math.imul(h, 9);
    h = Math.imul(h ^ (h >>> 4), 0x27d4eb2d);
    return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A pair of independent normal numbers (Box and Muller 1958). */
function normalPair(draw) {
  const radius = Math.sqrt(-2 * Math.log(1 - draw()));
  const angle = 2 * Math.PI * draw();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function spiral(draw, k, size) {
  const label = k % 2;
  const along = 0.08 + 0.92 * (k / size);
  const angle = 3.2 * Math.PI * along + label * Math.PI;
  const [dx, dy] = normalPair(draw);
  return [0.92 * along * Math.cos(angle) + 0.012 * dx, 0.92 * along * Math.sin(angle) + 0.012 * dy, label];
}

function circle(draw, k) {
  const label = k % 2;
  const radius = label === 1 ? 0.42 * Math.sqrt(draw()) : 0.62 + 0.3 * draw();
  const angle = 2 * Math.PI * draw();
  return [radius * Math.cos(angle), radius * Math.sin(angle), label];
}

function xor(draw, k) {
  const [right, up] = [k % 2, (k >> 1) % 2];
  const [dx, dy] = normalPair(draw);
  return [0.5 * (2 * right - 1) + 0.12 * dx, 0.5 * (2 * up - 1) + 0.12 * dy, right ^ up];
}

const generators = { spiral, circle, xor };

/** `size` rows of the set called `name`, in an order drawn by chance, so that batches are mixed. */
export function rowsOf(name, size = 240) {
  const draw = draws(7);
  const rows = Array.from({ length: size }, (_, k) => generators[name](draw, k, size));
  for (let last = size - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [rows[last], rows[other]] = [rows[other], rows[last]];
  }
  return rows;
}
