import { readData, type ReadOptions, type Source } from "../../../runtime/formats/data.ts";
import type { Column, Examples, ExampleStream, Metadata } from "../../../runtime/model.ts";

/** Files that are not on a disk: bytes or text by name. */
export type Files = { readonly [name: string]: string | readonly number[] | Uint8Array };

export interface Options extends Partial<ReadOptions> {
  readonly precision?: Metadata["precision"];
  /** How many bytes come at a time. */
  readonly chunk?: number;
}

export const x2: Column = { name: "x", role: "input", shape: [2] };
export const c3: Column = { name: "c", role: "label", shape: [], classes: 3 };

/** What `readData` makes of these files. */
export function read(columns: readonly Column[], files: Files, { precision = "f64", needs = "all", chunk = 1000, memory }: Options = {}): Promise<Examples | ExampleStream> {
  return readData(columns, precision, Object.entries(files).map(([name, content]) => source(name, bytesOf(content), chunk)), { needs, memory });
}

/** `read` of data that memory holds. */
export async function readWhole(...args: Parameters<typeof read>): Promise<Examples> {
  const data = await read(...args);
  if ("pieces" in data) throw new Error("expected examples, found a stream");
  return data;
}

/** The message of the `DataError`, or what else happened. */
export async function failure(...args: Parameters<typeof read>): Promise<string> {
  return read(...args).then(
    () => "no error",
    (error: unknown) => (error instanceof Error && error.name === "DataError" ? error.message : `unexpected ${String(error)}`),
  );
}

/** All pieces of a stream. */
export async function piecesOf(data: Examples | ExampleStream): Promise<readonly Examples[]> {
  if (!("pieces" in data)) throw new Error("expected a stream, found examples");
  const pieces: Examples[] = [];
  for await (const piece of data.pieces()) pieces.push(piece);
  return pieces;
}

/** The columns as plain lists, of one piece or of several one after the other. */
export function columnsOf(...pieces: readonly Examples[]): { readonly [name: string]: readonly number[] } {
  return Object.fromEntries(Object.keys(pieces[0]!.columns).map((name) => [name, pieces.flatMap(({ columns }) => Array.from(columns[name]!))]));
}

export const bytesOf = (content: string | readonly number[] | Uint8Array): Uint8Array => (typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content));

function source(name: string, bytes: Uint8Array, chunk: number): Source {
  return {
    name,
    // eslint-disable-next-line @typescript-eslint/require-await
    async *read() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk);
    },
  };
}
