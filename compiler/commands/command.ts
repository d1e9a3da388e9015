/** Where text goes: standard output or standard error, or a test's list. */
export interface Writer {
  write(text: string): void;
  /** Whether a person watches, so that a line may be written over. */
  readonly isTTY: boolean;
  readonly columns: number;
  /** Settled when what was written has gone out, so that whoever writes much does not fill the memory. */
  readonly drained?: () => Promise<void>;
}

/** What a command has of the world beside the disk. */
export interface Io {
  readonly stdout: Writer;
  readonly stderr: Writer;
  /** Aborted when the user interrupts. Whoever asks for it promises to look at it, since the process then no longer ends by itself. */
  readonly interruption?: () => AbortSignal;
}

/** Success; the spec, the data or the check is wrong; the command line is wrong; the user interrupted. */
export const exitCodes = { success: 0, wrong: 1, usage: 2, interrupted: 130 } as const;

/** One word after `gradc`. */
export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** How it is called, without `gradc`: `compile SPEC [-o FILE]`. */
  readonly usage: string;
  /** Lines of help below the usage: options, then what is worth knowing. */
  readonly help: readonly string[];
  /** Command lines to copy, each with what it is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
  /** Returns the exit code. */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Thrown where the command line itself is wrong. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Thrown where the world is not as the command needs it: a missing file, a spec that cannot be trained. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CommandError";
  }
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const width = Math.max(...command.examples.map(([line]) => line.length));
  return [
    command.summary,
    "",
    `Usage: gradc ${command.usage}`,
    "",
    ...command.help,
    "",
    "Examples:",
    ...command.examples.map(([line, purpose]) => `  ${line.padEnd(width)}   # ${purpose}`),
    "",
  ].join("\n");
}
