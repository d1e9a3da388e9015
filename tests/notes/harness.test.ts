import { afterAll, describe, expect, it } from "vitest";
import { CommandLine } from "./command-line.ts";
import { holds } from "./page.ts";
import { rowLine } from "./report.ts";
import { readRow, specsOf, type Row } from "./row.ts";
import { runRow, type Finding } from "./run-row.ts";

const text = `S7 (CMU, STU): a row
# a remark
$ npx gradc gradient "specs/course/usu-hadamard.grad"
outputs[0].p = [20,
  14] ± 1e-12
jacobians[0].p.s >= [[5, 0], [0, 7]]
> p of   example 1
0> no such line
$ npx gradc gradient docs/course-mistakes/penn-shapes.grad
exit 1
> cannot multiply
`;

const commands = new CommandLine();
afterAll(() => { commands.close(); });

const findingsOf = (changed: string): Promise<readonly Finding[]> => runRow(readRow(changed, "S07.txt"), commands);

describe("a row", () => {
  it("is read", () => {
    const row = readRow(text, "S07.txt");
    expect({ ...row, commands: row.commands.map(({ exitCode, expectations }) => ({ exitCode, expectations: expectations.length })) }).toEqual({
      id: "S7", lectures: ["CMU", "STU"], title: "a row", checks: [], commands: [{ exitCode: 0, expectations: 4 }, { exitCode: 1, expectations: 1 }],
    });
    expect(specsOf(row)).toEqual(["specs/course/usu-hadamard.grad", "docs/course-mistakes/penn-shapes.grad"]);
  });

  it.each([
    ["S8 (CMU): another number", "begins with"], ["S7: no lecture", "begins with"], ["S7 (CMU): t\nloss = 1", "no command before"], ["S7 (CMU): t", "has no command"], ["S7 (CMU): t\n$ npx gradc x\nloss is 1", "cannot read"],
  ])("is refused: %j", (wrong, message) => expect(() => readRow(wrong, "S07.txt")).toThrow(message));

  it("holds", async () => expect((await findingsOf(text)).map((finding) => finding.ok)).toEqual([true, true, true, true, true, true]));

  it.each([
    ["20,\n  14", "20,\n  14.0001"], ["20,\n  14", "20"], ["[0, 7]", "[0, 7.5]"], ["outputs[0].p", "outputs[1].p"], ["p of   example 1", "p of example 2"], ["0> no such line", "2> p of example 1"], ["0> no such line", "0> p of example"], ["exit 1", "exit 2"],
  ])("fails with %j as %j", async (right, wrong) => {
    const findings = await findingsOf(text.replace(right, wrong));
    expect(findings.filter((finding) => !finding.ok)).toHaveLength(1);
    expect(rowLine({ id: "S7", title: "a row" } as Row, findings)).toContain("WRONG");
  });
});

describe("a part of an output", () => {
  it("is whole lines, in order", () => {
    const output = "a  \nb\n\nc d\n";
    for (const parts of [[], ["a"], ["a\nb"], ["b\n\nc d"], ["a", "c d"]]) expect(holds(output, parts)).toBe(true);
    for (const parts of [["c"], ["a\nc d"], ["b", "a"], ["a", "a"]]) expect(holds(output, parts)).toBe(false);
  });
});
