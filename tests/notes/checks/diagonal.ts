import type { Check, Finding } from "../run-row.ts";

interface LoweredFunction {
  readonly name: string;
  readonly buffers: readonly { readonly name: string; readonly extents: readonly number[]; readonly perExample: boolean }[];
}

/** The units of both layers. */
const D = 120;

/** A gradient through a diagonal Jacobian keeps nothing of D × D; who asks for the Jacobian gets it, and the code keeps no second one. */
export const check: Check = async (commands) => {
  const functionsOf = async (spec: string): Promise<readonly LoweredFunction[]> => JSON.parse((await commands.run(`npx gradc inspect specs/course/${spec}.grad --stage lower --json`)).stdout) as readonly LoweredFunction[];
  const largeIn = (functions: readonly LoweredFunction[]): readonly string[] => functions.flatMap(({ name, buffers }) => buffers.filter(({ extents }) => extents.reduce((product, extent) => product * extent, 1) >= D * D).map((buffer) => `${buffer.name} of ${name}`));
  const layer = largeIn(await functionsOf("cmu-diagonal"));
  const alone = largeIn(await functionsOf("cmu-tanh-layer"));
  const finding = (what: string, expected: readonly string[], got: readonly string[]): Finding => ({ what, expected: expected.join(", ") || "none", got: got.join(", ") || "none", error: null, ok: JSON.stringify(got) === JSON.stringify(expected) });
  return [finding("arrays of D × D where a layer is trained", [], layer), finding("where the Jacobian is asked for, itself alone", ["dy_dx of jacobian"], alone)];
};
