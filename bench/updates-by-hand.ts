/** Parameters or their gradients by name. */
export type Arrays = Readonly<Record<string, Float64Array>>;

/** Zeros beside each of some arrays. */
export const zerosLike = (arrays: Arrays): Arrays => Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, new Float64Array(array.length)]));

export interface Adam {
  readonly rate: number;
  /** Counted from 1. */
  readonly t: number;
  /** The norm to which all gradients together are clipped; none where absent. */
  readonly clip?: number;
}

/** A step of Adam (Kingma & Ba 2015): 0.9, 0.999, 1e-8; `m` and `v` are its moments. */
export function adam(weights: Arrays, gradients: Arrays, m: Arrays, v: Arrays, { rate, t, clip }: Adam): void {
  let squares = 0;
  if (clip !== undefined) for (const gradient of Object.values(gradients)) for (const d of gradient) squares += d * d;
  const scale = clip === undefined ? 1 : Math.min(1, clip / Math.sqrt(squares));
  const [first, second] = [1 - 0.9 ** t, 1 - 0.999 ** t];
  for (const name of Object.keys(weights)) adamOf(weights[name]!, gradients[name]!, m[name]!, v[name]!, scale, rate / first, second);
}

function adamOf(w: Float64Array, g: Float64Array, m: Float64Array, v: Float64Array, scale: number, rate: number, second: number): void {
  for (let i = 0; i < w.length; i++) {
    const d = scale * g[i]!;
    m[i] = 0.9 * m[i]! + 0.1 * d;
    v[i] = 0.999 * v[i]! + 0.001 * d * d;
    w[i]! -= (rate * m[i]!) / (Math.sqrt(v[i]! / second) + 1e-8);
  }
}

/** A step of gradient descent with momentum 0.9. */
export function momentum(weights: Arrays, gradients: Arrays, speeds: Arrays, rate: number): void {
  for (const name of Object.keys(weights)) {
    const [w, g, v] = [weights[name]!, gradients[name]!, speeds[name]!];
    for (let i = 0; i < w.length; i++) {
      v[i] = 0.9 * v[i]! - rate * g[i]!;
      w[i]! += v[i]!;
    }
  }
}
