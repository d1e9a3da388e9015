import { helperNames, moduleNames, typeNames } from "../../compiler/6-emit/ts/names.ts";
import { embedRuntime } from "./embed-runtime.ts";

export const standaloneRuntimePath = "compiler/6-emit/ts/standalone-runtime.ts";

/** The text of the compiler's file that holds the runtime, as it has to be now; paths are from the present directory. */
export function standaloneRuntimeFile(): string {
  const { names, typescript, javascript, declarations } = embedRuntime("runtime/standalone.ts", new Set([...helperNames, ...moduleNames, ...typeNames]));
  return `// Written by scripts/embed-runtime.ts from runtime/standalone.ts and all that it uses: change those, then npm run generate.

/** What a standalone module ends with, and the names that no array of values beside it may have. */
export const standaloneRuntime = {
  names: (
${wrapped(names, 130).map((line) => `    "${line}"`).join(" +\n")}
  ).split(" ") as readonly string[],
  typescript: \`${escaped(typescript)}\`,
  javascript: \`${escaped(javascript)}\`,
  declarations: \`${escaped(declarations)}\`,
};
`;
}

const escaped = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, "\\$&");

/** Words in lines of at most `width` characters; every line but the last ends with a space. */
function wrapped(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last}${word} `;
    else lines.push(`${word} `);
  }
  return lines.map((line, k) => (k === lines.length - 1 ? line.trimEnd() : line));
}
