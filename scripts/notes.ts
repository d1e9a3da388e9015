// Runs the rows of the course notes and prints a line for each. Fails where not all 64 hold.
import { fileURLToPath } from "node:url";
import { CommandLine } from "../tests/notes/command-line.ts";
import { rowLine } from "../tests/notes/report.ts";
import { readRows, rowCount } from "../tests/notes/row.ts";
import { runRow } from "../tests/notes/run-row.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
const commands = new CommandLine();
let holding = 0;
for (const row of readRows()) {
  const findings = await runRow(row, commands);
  if (findings.length > 0 && findings.every((finding) => finding.ok)) holding++;
  process.stdout.write(`${rowLine(row, findings)}\n`);
}
commands.close();
process.stdout.write(`${holding} of ${rowCount}\n`);
if (holding < rowCount) process.exitCode = 1;
