import { losses, parameters, run, specText } from "../../emit/emitted.ts";
import { largestError, type Check } from "../run-row.ts";

const [N, D, H, O] = [64, 1000, 100, 10] as const;

const matrix = (rows: number, columns: number, of: (i: number, j: number) => number): readonly (readonly number[])[] => Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => of(i, j)));

/** Three steps of specs/cs182.grad at full size, from weights by formula, with the rate 1e-9. NumPy's w1 and w2 are D × H and H × O, so indexes change places. */
export const check: Check = async () => {
  const module = await run(specText("cs182"));
  const w1 = matrix(H, D, (j, i) => Math.sin(0.11 * i + 0.17 * j + 1)).flat();
  const w2 = matrix(O, H, (k, i) => Math.cos(0.19 * i + 0.23 * k)).flat();
  const rows = matrix(N, D + O, (i, j) => (j < D ? Math.sin(0.7 * i + 0.13 * j) : Math.cos(0.3 * i + 0.9 * (j - D))));
  const got = losses(module, parameters(module, { w1, w2 }), rows, 3, { rate: 1e-9 });
  const expected = [112110518.6537, 111452946.2232, 110800275.0513];
  const error = largestError(got, expected);
  return [{ what: "losses before three steps", expected: expected.join(", "), got: got.join(", "), error, ok: error <= 1e-9 }];
};
