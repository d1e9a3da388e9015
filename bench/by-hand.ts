/** The three products of a layer of `n` examples: z = W x + b, dx = Wᵀ dz, dW = Σ dz xᵀ. W is outputs × inputs, examples are rows. */
export interface Kernels {
  forward(W: Float64Array, b: Float64Array, x: Float64Array, z: Float64Array, n: number, inputs: number, outputs: number): void;
  backward(W: Float64Array, dz: Float64Array, dx: Float64Array, n: number, inputs: number, outputs: number): void;
  weights(dz: Float64Array, x: Float64Array, dW: Float64Array, n: number, inputs: number, outputs: number): void;
}

/** One loop for each index, as one writes them first. */
export const plain: Kernels = {
  forward(W, b, x, z, n, inputs, outputs) {
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < outputs; i++) {
        let sum = b[i]!;
        for (let j = 0; j < inputs; j++) sum += W[i * inputs + j]! * x[k * inputs + j]!;
        z[k * outputs + i] = sum;
      }
    }
  },
  backward(W, dz, dx, n, inputs, outputs) {
    for (let k = 0; k < n; k++) {
      for (let j = 0; j < inputs; j++) {
        let sum = 0;
        for (let i = 0; i < outputs; i++) sum += W[i * inputs + j]! * dz[k * outputs + i]!;
        dx[k * inputs + j] = sum;
      }
    }
  },
  weights(dz, x, dW, n, inputs, outputs) {
    dW.fill(0);
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < outputs; i++) {
        const error = dz[k * outputs + i]!;
        for (let j = 0; j < inputs; j++) dW[i * inputs + j]! += error * x[k * inputs + j]!;
      }
    }
  },
};

/** Tiles of 4 × 2, for examples and inputs in fours and outputs in twos. */
export const tiled: Kernels = {
  forward(W, b, x, z, n, inputs, outputs) {
    product(x, inputs, 1, W, inputs, 1, z, outputs, n, outputs, inputs);
    for (let k = 0; k < n; k++) for (let i = 0; i < outputs; i++) z[k * outputs + i]! += b[i]!;
  },
  backward: (W, dz, dx, n, inputs, outputs) => product(dz, outputs, 1, W, 1, inputs, dx, inputs, n, inputs, outputs),
  weights: (dz, x, dW, n, inputs, outputs) => productTransposed(x, inputs, dz, outputs, dW, inputs, outputs, n),
};

/** C[r, c] = Σ A[r, k] B[c, k], with the strides of rows and of k. */
function product(A: Float64Array, ar: number, ak: number, B: Float64Array, bc: number, bk: number, C: Float64Array, cr: number, rows: number, columns: number, depth: number): void {
  for (let r = 0; r < rows; r += 4) {
    for (let c = 0; c < columns; c += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0, a = r * ar, b = c * bc; k < depth; k++, a += ak, b += bk) {
        const b1 = B[b]!, b2 = B[b + bc]!;
        const a1 = A[a]!, a2 = A[a + ar]!, a3 = A[a + 2 * ar]!, a4 = A[a + 3 * ar]!;
        s11 += a1 * b1;
        s12 += a1 * b2;
        s21 += a2 * b1;
        s22 += a2 * b2;
        s31 += a3 * b1;
        s32 += a3 * b2;
        s41 += a4 * b1;
        s42 += a4 * b2;
      }
      const at = r * cr + c;
      C[at] = s11;
      C[at + 1] = s12;
      C[at + cr] = s21;
      C[at + cr + 1] = s22;
      C[at + 2 * cr] = s31;
      C[at + 2 * cr + 1] = s32;
      C[at + 3 * cr] = s41;
      C[at + 3 * cr + 1] = s42;
    }
  }
}

/** C[c, r] = Σ A[k, r] B[k, c]. */
function productTransposed(A: Float64Array, ak: number, B: Float64Array, bk: number, C: Float64Array, rows: number, columns: number, depth: number): void {
  for (let c = 0; c < columns; c += 2) {
    for (let r = 0; r < rows; r += 4) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0, a = r, b = c; k < depth; k++, a += ak, b += bk) {
        const b1 = B[b]!, b2 = B[b + 1]!;
        const a1 = A[a]!, a2 = A[a + 1]!, a3 = A[a + 2]!, a4 = A[a + 3]!;
        s11 += a1 * b1;
        s12 += a1 * b2;
        s21 += a2 * b1;
        s22 += a2 * b2;
        s31 += a3 * b1;
        s32 += a3 * b2;
        s41 += a4 * b1;
        s42 += a4 * b2;
      }
      const at = c * rows + r;
      C[at] = s11;
      C[at + 1] = s21;
      C[at + 2] = s31;
      C[at + 3] = s41;
      C[at + rows] = s12;
      C[at + rows + 1] = s22;
      C[at + rows + 2] = s32;
      C[at + rows + 3] = s42;
    }
  }
}

/** A training step of a perceptron with ReLU, squared error and momentum on made-up examples, written by hand over the kernels. */
export function stepByHand(sizes: readonly number[], batch: number, kernels: Kernels): () => void {
  const [rate, momentum] = [1e-6, 0.9];
  const layers = sizes.slice(1).map((outputs, k) => {
    const inputs = sizes[k]!;
    const make = (size: number): Float64Array => new Float64Array(size);
    return { inputs, outputs, W: make(outputs * inputs).map((_, i) => Math.sin(i) * Math.sqrt(2 / inputs)), b: make(outputs), dW: make(outputs * inputs), db: make(outputs), vW: make(outputs * inputs), vb: make(outputs), z: make(batch * outputs), dz: make(batch * outputs) };
  });
  const x = new Float64Array(batch * sizes[0]!).map((_, i) => Math.sin(i + 1));
  const d = new Float64Array(batch * sizes.at(-1)!).map((_, i) => Math.sin(i + 1));
  const update = (w: Float64Array, v: Float64Array, dw: Float64Array): void => {
    const scale = rate / batch;
    for (let i = 0; i < w.length; i++) {
      v[i] = momentum * v[i]! - scale * dw[i]!;
      w[i]! += v[i]!;
    }
  };
  return () => {
    for (const [k, { W, b, z, inputs, outputs }] of layers.entries()) {
      kernels.forward(W, b, layers[k - 1]?.z ?? x, z, batch, inputs, outputs);
      if (k < layers.length - 1) for (let i = 0; i < z.length; i++) z[i] = Math.max(z[i]!, 0);
    }
    const last = layers.at(-1)!;
    for (let i = 0; i < last.dz.length; i++) last.dz[i] = last.z[i]! - d[i]!;
    for (let k = layers.length - 1; k >= 0; k--) {
      const { W, dW, db, dz, inputs, outputs } = layers[k]!;
      const below = layers[k - 1];
      kernels.weights(dz, below?.z ?? x, dW, batch, inputs, outputs);
      db.fill(0);
      for (let n = 0; n < batch; n++) for (let i = 0; i < outputs; i++) db[i]! += dz[n * outputs + i]!;
      if (below === undefined) continue;
      kernels.backward(W, dz, below.dz, batch, inputs, outputs);
      for (let i = 0; i < below.dz.length; i++) if (below.z[i]! <= 0) below.dz[i] = 0;
    }
    for (const { W, b, vW, vb, dW, db } of layers) {
      update(W, vW, dW);
      update(b, vb, db);
    }
  };
}
