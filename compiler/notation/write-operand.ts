import { bounds, plainIndex, type Affine } from "../ir/affine.ts";
import type { Node } from "../ir/node.ts";
import { isBatched, ownShape, type Extent } from "../ir/shape.ts";
import { call, constant, subscripted, type Text } from "./write-text.ts";

/** A text each of whose dimensions runs over one box index. */
export interface Lettered {
  readonly text: Text;
  readonly letters: readonly number[];
}

/** How whoever knows the names writes a node: as it reads best, or with exactly its own shape. */
export interface NodeWriter {
  text(node: Node): Text;
  whole(node: Node): Text;
  /** Whether it is written by a name. */
  isNamed(node: Node): boolean;
}

/** The reads of one example: the example index is left out. Null where it is read in any other way than example by example. */
export function ownAccess(access: readonly Affine[], batched: boolean, box: readonly Extent[]): readonly Affine[] | null {
  if (!batched) return access;
  const example = access[0] === undefined ? null : plainIndex(access[0]);
  return example !== null && box[example] === "n" ? access.slice(1) : null;
}

/** An operand as it is read: slices, rows looked up by data and diagonals by name; null where only index notation will do. */
export function operandText(writer: NodeWriter, x: Node, read: readonly Affine[], box: readonly Extent[], args: readonly Node[]): Lettered | null {
  const access = ownAccess(read, isBatched(x.shape), box);
  const own = ownShape(x.shape);
  if (access === null) return null;
  if (x.kind === "fill") return access.every((e, d) => e.datum === undefined && inside(e, box, own[d] as number)) ? { text: constant(x.value), letters: [] } : null;
  const parts = access.map((e, d) => subscriptText(e, own[d] as number, box, args));
  if (parts.some((part) => part === null)) return null;
  const known = parts as readonly Subscript[];
  const letters = known.flatMap((part) => part.letters);
  const [first, second] = letters;
  if (new Set(letters).size < letters.length) {
    const diagonal = letters.length === 2 && own.length === 2 && first === second && known.every((part) => part.text === ":");
    return diagonal && first !== undefined ? { text: call("diag", [writer.whole(x)], [own[0] as number]), letters: [first] } : null;
  }
  const whole = writer.whole(x);
  if (known.every((part) => part.text === ":")) return { text: whole, letters };
  return { text: subscripted(whole, known.map((part) => part.text), letters.map((index) => box[index] as number)), letters };
}

interface Subscript {
  readonly text: string;
  readonly letters: readonly number[];
}

export function inside(e: Affine, box: readonly Extent[], extent: Extent): boolean {
  if (extent === "n") return box[plainIndex(e) ?? -1] === "n";
  const { low, high } = bounds(e, box);
  return low >= 0 && high < extent;
}

/** One subscript, counted from 1, and the box indices that run along it. */
function subscriptText(e: Affine, extent: number, box: readonly Extent[], args: readonly Node[]): Subscript | null {
  if (e.datum !== undefined) return e.terms.length === 0 && e.constant === 0 ? datumText(e.datum, box, args) : null;
  if (!inside(e, box, extent)) return null;
  const [term] = e.terms;
  if (term === undefined) return { text: String(e.constant + 1), letters: [] };
  const count = box[term.index];
  if (e.terms.length > 1 || term.coefficient !== 1 || typeof count !== "number") return null;
  return { text: e.constant === 0 && count === extent ? ":" : `${e.constant + 1}:${e.constant + count}`, letters: [term.index] };
}

function datumText(datum: NonNullable<Affine["datum"]>, box: readonly Extent[], args: readonly Node[]): Subscript | null {
  const leaf = args[datum.arg];
  const access = leaf === undefined ? null : ownAccess(datum.at, isBatched(leaf.shape), box);
  if (leaf?.kind !== "leaf" || access === null) return null;
  const parts = access.map((e, d) => subscriptText(e, ownShape(leaf.shape)[d] as number, box, []));
  if (parts.some((part) => part === null)) return null;
  const known = parts as readonly Subscript[];
  const plain = known.every((part) => part.text === ":");
  return { text: plain ? leaf.name : `${leaf.name}[${known.map((part) => part.text).join(", ")}]`, letters: known.flatMap((part) => part.letters) };
}
