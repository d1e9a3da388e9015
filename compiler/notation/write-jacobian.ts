import { at, type Affine } from "../ir/affine.ts";
import type { Node } from "../ir/node.ts";
import { equals } from "../ir/rational.ts";
import { ownShape, sizeOf } from "../ir/shape.ts";
import { reachable } from "../ir/space.ts";
import { Elements, unflat } from "./elements.ts";
import { everyFactor, gathered, numberOf, type Sum } from "./terms.ts";
import { Writer } from "./write-expression.ts";
import { sumText } from "./write-terms.ts";
import { transposed } from "./write-text.ts";

/** A derivative whose elements are to be shown: of a value of so many dimensions, with respect to variables by name. */
export interface Shown {
  readonly of: string;
  readonly own: readonly number[];
  readonly wrt: readonly { readonly name: string; readonly node: Node; readonly block: Node }[];
}

/** A derivative as a reader wants to see it; forms that would be long or say nothing are null. */
export interface Written {
  readonly rows: number;
  readonly columns: number;
  readonly structure: "zero" | "diagonal" | "full";
  /** Whether it is the same wherever the variables are, so that the value is an affine function of them. */
  readonly affine: boolean;
  readonly symmetric: boolean;
  /** By the names of linear algebra: `diag(1 - h .^ 2)`. */
  readonly algebra: string | null;
  /** One element, by its indices: `y[i] * (δ[i, j] - y[j])`. */
  readonly element: { readonly subscripts: readonly string[]; readonly text: string } | null;
  /** Every element, row by row, numbers as fractions. */
  readonly entries: readonly (readonly string[])[] | null;
}

/** Matrices of more elements are not written out. */
const mostEntries = 64;
const longestEntry = 120;
const longestAlgebra = 60;

const alphabet = [..."ijklpqrsuvwxyzabcdefgh"];

/**
 * The forms of a derivative; `byVariable` for the layout in which the rows are the variables'. That of a scalar by a matrix
 * has the matrix's shape then, and the transposed one otherwise.
 */
export function writeDerivative(shown: Shown, names: ReadonlyMap<Node, string>, byVariable: boolean): Written {
  const writer = new Writer(names);
  const taken = new Set(names.values());
  const reached = new Set(reachable(shown.wrt.map(({ block }) => block)));
  for (const node of reached) if (node.kind === "leaf") taken.add(node.name);
  const letters = alphabet.filter((letter) => !taken.has(letter));
  const rows = sizeOf(shown.own);
  const columns = shown.wrt.reduce((sum, { node }) => sum + sizeOf(ownShape(node.shape)), 0);
  const sums = rows * columns <= mostEntries ? elementsOf(shown, names) : null;
  const general = generalOf(shown, names);
  const structure = structureOf(shown, sums, general);
  const texts = sums?.map((row) => row.map((sum) => sumText(sum, writer, letters).text)) ?? null;
  const isKnown = sums?.every((row) => row.every((sum) => numberOf(sum) !== null)) === true;
  const [only] = shown.wrt.length === 1 ? shown.wrt : [];
  const matrix = shown.own.length === 0 && only?.node.shape.length === 2 ? ownShape(only.node.shape) : null;
  const turned = matrix === null ? byVariable : !byVariable;
  const [height, width] = matrix ?? [rows, columns];
  const cells = texts === null || texts.some((row) => row.some((text) => text.length > longestEntry || /[{…]/u.test(text))) ? null : matrix === null ? texts : cut(texts.flat(), width as number);
  return {
    rows: (turned ? width : height) as number, columns: (turned ? height : width) as number, structure,
    affine: sums === null ? shown.wrt.every(({ node }) => !reached.has(node)) : sums.every((row) => row.every((sum) => everyFactor(sum, (factor) => factor.kind !== "element" || !reachable([factor.node]).some((node) => shown.wrt.some((variable) => variable.node === node))))),
    symmetric: texts !== null && rows === columns && rows > 1 && structure === "full" && texts.every((row, k) => row.every((text, j) => text === texts[j]?.[k])),
    algebra: only === undefined || structure === "zero" || isKnown ? null : algebraOf(only.block, writer, turned && structure !== "diagonal"),
    element: general === null || structure === "zero" || !isTelling(general) ? null : elementForm(shown, general, writer, letters, turned),
    entries: cells !== null && turned ? Array.from({ length: width as number }, (_, k) => cells.map((row) => row[k] as string)) : cells,
  };
}

const cut = (items: readonly string[], width: number): readonly (readonly string[])[] => Array.from({ length: items.length / width }, (_, row) => items.slice(row * width, (row + 1) * width));

/** Every element of a small derivative in brackets, row by row, where that is no longer than `longest`; else null. */
export function writeEntries(shown: Shown, names: ReadonlyMap<Node, string>, longest: number): string | null {
  const { entries } = writeDerivative(shown, names, false);
  const text = entries === null ? null : rowsText(entries);
  return text === null || text.length > longest ? null : text;
}

/** Rows between semicolons; one number alone. */
export function rowsText(rows: readonly (readonly string[])[]): string {
  const text = rows.map((row) => row.join(", ")).join("; ");
  return rows.length === 1 && rows[0]?.length === 1 ? text : `[${text}]`;
}

/** Every element, row by row. */
function elementsOf({ own, wrt }: Shown, names: ReadonlyMap<Node, string>): readonly (readonly Sum[])[] {
  const elements = new Elements((node) => names.has(node), 0);
  return Array.from({ length: sizeOf(own) }, (_, row) =>
    wrt.flatMap(({ node, block }) => {
      const inner = ownShape(node.shape);
      return Array.from({ length: sizeOf(inner) }, (__, column) => elements.of(block, [...unflat(row, own), ...unflat(column, inner)]));
    }));
}

/** The element at symbols, one per dimension of the value and then of the only variable; null where there are several variables, or none but scalars. */
function generalOf({ own, wrt }: Shown, names: ReadonlyMap<Node, string>): Sum | null {
  const [variable, ...others] = wrt;
  if (variable === undefined || others.length > 0) return null;
  const rank = own.length + ownShape(variable.node.shape).length;
  if (rank === 0) return null;
  const symbols: Affine[] = Array.from({ length: rank }, (_, k) => at(k));
  return gathered(new Elements((node) => names.has(node), rank).of(variable.block, symbols));
}

function structureOf({ own, wrt }: Shown, sums: readonly (readonly Sum[])[] | null, general: Sum | null): Written["structure"] {
  if (wrt.every(({ block }) => block.kind === "fill" && equals(block.value, 0))) return "zero";
  if (sums?.every((row) => row.every(isZero)) === true) return "zero";
  const inner = wrt.flatMap(({ node }) => ownShape(node.shape));
  if (wrt.length !== 1 || own.length === 0 || sizeOf(own) !== sizeOf(inner) || sizeOf(own) < 2) return "full";
  if (sums !== null) return sums.every((row, i) => row.every((sum, j) => i === j || isZero(sum))) ? "diagonal" : "full";
  const isDiagonal = own.join() === inner.join() && general !== null && [...general.values()].every(({ factors }) => own.every((_, d) => [...factors.values()].some(({ factor }) => factor.kind === "delta" && factor.left.terms[0]?.index === d && factor.right.terms[0]?.index === own.length + d)));
  return isDiagonal ? "diagonal" : "full";
}

const isZero = (sum: Sum): boolean => sum.size === 0;

/** Whether a general element says something: indices of every dimension occur, and none of the values in it lacks a name. */
function isTelling(sum: Sum): boolean {
  return numberOf(sum) === null && everyFactor(sum, (factor) => {
    if (factor.kind === "delta") return factor.left.terms.length > 0 && factor.right.terms.length > 0;
    return factor.kind !== "element" || factor.node.kind !== "contraction";
  });
}

function elementForm({ own, wrt }: Shown, general: Sum, writer: Writer, letters: readonly string[], turned: boolean): Written["element"] {
  const { text } = sumText(general, writer, letters);
  const rank = own.length + ownShape((wrt[0] as Shown["wrt"][number]).node.shape).length;
  const [left, right] = own.length === 0 ? [letters.slice(0, 1), letters.slice(1, rank)] : [letters.slice(0, own.length), letters.slice(own.length, rank)];
  return text.length > longestEntry || /[{…]/u.test(text) ? null : { subscripts: turned ? [...right, ...left] : [...left, ...right], text };
}

/** By the names of linear algebra, where that is brief and needs no arrays. */
function algebraOf(block: Node, writer: Writer, turned: boolean): string | null {
  if (block.shape.length === 0 || block.shape.length > 2 || writer.indexed(block) !== null) return null;
  const whole = writer.whole(block);
  const { text } = turned && block.shape.length === 2 ? transposed(whole) : whole;
  return text.length > longestAlgebra || /[{…]|(^|[^\p{L}\p{N}_)\]])\[|reshape|\bprod\(/u.test(text) ? null : text;
}
