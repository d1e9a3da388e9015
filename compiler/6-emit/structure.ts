/** A module before it is printed: the same for TypeScript, for plain JavaScript and for declarations alone. */
export interface ModuleStructure {
  /** The comment at the head, line by line. */
  readonly header: readonly string[];
  readonly declarations: readonly Declaration[];
  /** What follows them in a standalone module. */
  readonly appendix: Appendix | null;
}

/** A part of a module that is text already. */
export interface Appendix {
  readonly title: string;
  readonly typescript: string;
  readonly javascript: string;
  /** What of it a file of declarations needs. */
  readonly declarations: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly initial?: string;
}

export type Declaration =
  | { readonly kind: "type"; readonly name: string; readonly typeParameters?: readonly string[]; readonly type: string; readonly doc: string }
  | { readonly kind: "interface"; readonly name: string; readonly doc: string; readonly properties: readonly { readonly name: string; readonly type: string; readonly readonly: boolean; readonly doc?: string }[] }
  /** With `json` the value is data, printed with the narrowest type. `isReplaced`: functions may put another value in its place. */
  | { readonly kind: "value"; readonly name: string; readonly exported: boolean; readonly isReplaced?: true; readonly doc?: string; readonly type?: string; readonly json?: Json; readonly value: readonly string[] }
  | { readonly kind: "function"; readonly name: string; readonly exported: boolean; readonly doc: readonly string[]; readonly parameters: readonly Parameter[]; readonly returns: string; readonly body: readonly string[] };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Data as code: short values on one line, longer ones a line an entry. */
export function jsonLines(value: Json, width = 110): readonly string[] {
  const flat = inline(value);
  if (flat.length <= width || typeof value !== "object" || value === null) return [flat];
  const entries = Array.isArray(value) ? (value as readonly Json[]).map((item) => ["", item] as const) : Object.entries(value as { readonly [key: string]: Json }).map(([key, item]) => [`${keyOf(key)}: `, item] as const);
  const plain = Array.isArray(value) && (value as readonly Json[]).every((item) => typeof item !== "object");
  const inner = plain ? filled((value as readonly Json[]).map(inline), width) : entries.flatMap(([key, item]) => {
    const [first, ...rest] = jsonLines(item, width - 2);
    const lines = [key + (first as string), ...rest];
    return lines.map((line, k) => (k === lines.length - 1 ? `${line},` : line));
  });
  return [Array.isArray(value) ? "[" : "{", ...inner.map((line) => `  ${line}`), Array.isArray(value) ? "]" : "}"];
}

function filled(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length + 2 < width) lines[lines.length - 1] = `${last} ${item},`;
    else lines.push(`${item},`);
  }
  return lines;
}

const keyOf = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) && key !== "__proto__" ? key : JSON.stringify(key));

function inline(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value as { readonly [key: string]: Json });
    return entries.length === 0 ? "{}" : `{ ${entries.map(([key, item]) => `${keyOf(key)}: ${inline(item)}`).join(", ")} }`;
  }
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : JSON.stringify(value);
}

/** The narrowest type of data. */
export function jsonType(value: Json): string {
  if (Array.isArray(value)) return `readonly [${(value as readonly Json[]).map(jsonType).join(", ")}]`;
  if (typeof value === "object" && value !== null) return `{ ${Object.entries(value as { readonly [key: string]: Json }).map(([key, item]) => `readonly ${keyOf(key)}: ${jsonType(item)}`).join("; ")} }`;
  return typeof value === "number" && !Number.isFinite(value) ? "number" : inline(value);
}
