import type { Check, Finding } from "../run-row.ts";

interface LoweredFunction {
  readonly name: string;
  readonly buffers: readonly { readonly name: string; readonly extents: readonly number[]; readonly perExample: boolean }[];
}

/** ∂m/∂X has an entry for each output and each element of X. No function keeps anything like it: nothing has more than two indices, nothing of an example more than one. */
export const check: Check = async (commands) => {
  const findings: Finding[] = [];
  for (const spec of ["penn-deep", "penn-augmented", "wpi-outer"]) {
    const { stdout } = await commands.run(`npx gradc inspect specs/course/${spec}.grad --stage lower --json`);
    const functions = JSON.parse(stdout) as readonly LoweredFunction[];
    const buffers = functions.flatMap(({ name, buffers: own }) => own.map((buffer) => ({ ...buffer, rank: buffer.extents.length, in: name })));
    const large = buffers.filter(({ rank, perExample }) => rank > (perExample ? 1 : 2));
    const most = Math.max(...buffers.map(({ rank }) => rank));
    findings.push({ what: `the most indices of ${buffers.length} arrays of ${spec}`, expected: "2, and 1 of an example", got: large.length === 0 ? `${most}` : large.map((one) => `${one.name} in ${one.in}`).join(", "), error: null, ok: large.length === 0 && buffers.length > 0 });
  }
  return findings;
};
