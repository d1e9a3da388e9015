#!/usr/bin/env node
import { once } from "node:events";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CompileError, NameError, NothingToTrainError, SecondDerivativeError } from "./diagnostics.ts";
import { DataError } from "../runtime/data-error.ts";
import { reasonOf } from "../runtime/system-error.ts";
import { CommandError, exitCodes, helpOf, UsageError, type Command, type Io, type Writer } from "./commands/command.ts";
import { suggestion } from "./commands/suggestion.ts";
import { version } from "./version.ts";

/** The commands in the order of the help; each is loaded when it is called. */
const commands: { readonly [name: string]: { readonly summary: string; load(): Promise<Command> } } = {
  compile: { summary: "writes a spec's TypeScript (or JavaScript) module", load: async () => (await import("./commands/compile.ts")).compileCommand },
  inspect: { summary: "shows what the compiler makes of a spec, stage by stage", load: async () => (await import("./commands/inspect.ts")).inspect },
  gradient: { summary: "runs the emitted code at a point", load: async () => (await import("./commands/gradient.ts")).gradient },
  check: { summary: "compares the emitted gradients with two independent references", load: async () => (await import("./commands/check.ts")).check },
  train: { summary: "trains a spec and prints what it learned", load: async () => (await import("./commands/train.ts")).train },
  eval: { summary: "prints losses and metrics of trained parameters", load: async () => (await import("./commands/eval.ts")).evalCommand },
  predict: { summary: "writes what trained parameters predict, as CSV or JSON lines", load: async () => (await import("./commands/predict.ts")).predict },
};

const help = [
  "gradc compiles neural networks written as mathematics to TypeScript that computes its own gradients.",
  "",
  "Usage: gradc COMMAND SPEC [options]",
  "",
  "Commands:",
  ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`),
  "",
  "Options:",
  "  --help     this text, or after a command its own",
  "  --version  the version of gradc",
  "",
  "Examples:",
  "  gradc train specs/xor.grad",
  "  gradc compile specs/xor.grad -o xor.ts",
  "  gradc inspect specs/usu.grad --of dw2",
  "",
].join("\n");

/**
 * Runs one command line (without node and script) and returns its exit code: 0 success; 1 the spec, the data or the check
 * is wrong; 2 the command line is wrong; 130 interrupted.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      io.stdout.write(name === "help" && rest[0] !== undefined ? helpOf(await load(rest[0])) : help);
      return exitCodes.success;
    }
    if (name === "--version" || name === "-v") {
      io.stdout.write(`${version}\n`);
      return exitCodes.success;
    }
    const command = await load(name);
    if (rest.includes("--help") || rest.includes("-h")) {
      io.stdout.write(helpOf(command));
      return exitCodes.success;
    }
    return await command.run(rest, io);
  } catch (error) {
    return fail(error, name !== undefined && Object.hasOwn(commands, name) ? name : null, io.stderr);
  }
}

async function load(name: string): Promise<Command> {
  if (Object.hasOwn(commands, name)) return commands[name]!.load();
  const names = Object.keys(commands);
  if (name.startsWith("-")) throw new UsageError(`unknown option ${name}${suggestion(name, ["--help", "--version"])}`);
  throw new UsageError(name.endsWith(".grad") ? `a command comes before the spec: gradc ${names.join("|")} ${name}` : `unknown command ${name}${suggestion(name, names)}`);
}

/** Prints an error in words that help its reader, and says what the exit code is. */
function fail(error: unknown, command: string | null, stderr: Writer): number {
  if (error instanceof UsageError) {
    stderr.write(`gradc: ${error.message}\ngradc ${command === null ? "" : `${command} `}--help shows how it is called\n`);
    return exitCodes.usage;
  }
  if (error instanceof NameError) {
    stderr.write(`gradc: ${error.message}${suggestion(error.asked, error.known)}\n`);
    return exitCodes.usage;
  }
  if (error instanceof CompileError) {
    const errors = error.diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
    stderr.write(`${error.message}\n\n${errors} error${errors === 1 ? "" : "s"}\n`);
    return exitCodes.wrong;
  }
  if (error instanceof CommandError || error instanceof DataError || error instanceof NothingToTrainError || error instanceof SecondDerivativeError) {
    stderr.write(`gradc: ${error.message}\n`);
    return exitCodes.wrong;
  }
  const details = error instanceof Error ? (process.env["GRADC_TRACE"] === undefined ? error.message : (error.stack ?? error.message)) : String(error);
  stderr.write(`gradc: internal error: ${details}\nThis is a mistake in gradc, not in the spec; GRADC_TRACE=1 shows where\n`);
  return exitCodes.wrong;
}

/** The process as `main` sees it. */
function processIo(): Io {
  const writer = (stream: NodeJS.WriteStream): Writer => ({
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY,
    // A terminal of unknown size says 0.
    columns: stream.isTTY && stream.columns > 0 ? stream.columns : 80,
    drained: async () => {
      if (stream.writableNeedDrain) await once(stream, "drain");
    },
  });
  return {
    stdout: writer(process.stdout),
    stderr: writer(process.stderr),
    interruption() {
      const controller = new AbortController();
      process.once("SIGINT", () => controller.abort());
      return controller.signal;
    },
  };
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  // A reader that has seen enough, as in `gradc inspect … | head`, is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.success);
    process.stderr.write(`gradc: standard output: cannot be written, ${reasonOf(error)}\n`);
    process.exit(exitCodes.wrong);
  });
  // Nor is it one that no one reads progress and messages any more: the work goes on.
  process.stderr.on("error", () => undefined);
  process.exitCode = await main(process.argv.slice(2), processIo());
}
