import { renderDiagnostic, type Diagnostic, type Source } from "../diagnostics.ts";
import type { Io } from "./command.ts";

/** Warnings go to standard error, so that standard output stays what was asked for. */
export function printWarnings(warnings: readonly Diagnostic[], source: Source, io: Io): void {
  for (const warning of warnings) io.stderr.write(`${renderDiagnostic(warning, source)}\n\n`);
}
