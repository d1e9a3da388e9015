import { substitute, type Affine } from "../ir/affine.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Contraction, Node, Reduction } from "../ir/node.ts";
import { isBatched, ownShape, type Extent } from "../ir/shape.ts";
import { inside, type NodeWriter } from "./write-operand.ts";
import { pointwiseText } from "./write-pointwise.ts";
import { atom, bracketed, constant, levels, type Text } from "./write-text.ts";

/** A value in index notation: where it is written, and what is written there. */
export interface Indexed {
  /** The subscripts of the result, from 1. */
  readonly left: string;
  readonly operator: "=" | "+=";
  readonly right: string;
}

const alphabet = [..."ijklpqrsuvwxyzabcdefgh"];

/** Names for box indices that no value has, nor any word of the texts. */
function lettersFor(box: readonly unknown[], taken: ReadonlySet<string>, texts: readonly string[]): readonly string[] {
  const words = new Set(texts.flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}\p{M}_]*/gu) ?? []));
  const free = alphabet.filter((letter) => !taken.has(letter) && !words.has(letter));
  let next = 0;
  return box.map((extent) => (extent === "n" ? "n" : free[next++] ?? `i${next}`));
}

/** An index expression counted from 1: `i + j - 1`, `2 i - 1`, `class`. */
function affineText(e: Affine, letters: readonly string[], args: readonly Node[]): string {
  const parts = e.terms.map(({ index, coefficient }) => ({ negative: coefficient < 0, text: `${Math.abs(coefficient) === 1 ? "" : `${Math.abs(coefficient)} `}${letters[index] ?? "?"}` }));
  let shift = e.constant + 1 - e.terms.reduce((sum, term) => sum + term.coefficient, 0);
  if (e.datum !== undefined) {
    const leaf = args[e.datum.arg];
    const name = leaf?.kind === "leaf" ? leaf.name : "?";
    const at = leaf !== undefined && isBatched(leaf.shape) ? e.datum.at.slice(1) : e.datum.at;
    parts.unshift({ negative: false, text: at.length === 0 ? name : `${name}[${at.map((inner) => affineText(inner, letters, [])).join(", ")}]` });
    shift -= 1;
  }
  if (shift !== 0 || parts.length === 0) parts.push({ negative: shift < 0, text: String(Math.abs(shift)) });
  return parts.map(({ negative, text }, k) => (k === 0 ? (negative ? `-${text}` : text) : negative ? ` - ${text}` : ` + ${text}`)).join("");
}

const subscripts = (access: readonly Affine[], letters: readonly string[], args: readonly Node[]): string => (access.length === 0 ? "" : `[${access.map((e) => affineText(e, letters, args)).join(", ")}]`);

const ownOf = (access: readonly Affine[], batched: boolean): readonly Affine[] => (batched ? access.slice(1) : access);

/** `Σ i,j  a[i, j] * b[j - i + 1]`; what lies outside an operand counts as 0. */
export function contractionIndices(writer: NodeWriter, node: Contraction, taken: ReadonlySet<string>): Indexed {
  const operands = node.args.map((x, k) => (k >= node.reads.length || writer.text(x).own.length === ownShape(x.shape).length ? writer.text(x) : writer.whole(x)));
  const letters = lettersFor(node.box, taken, operands.map((operand) => operand.text));
  const write = ownOf(node.write, isBatched(node.shape));
  const free = new Set(node.write.flatMap((e) => e.terms.map((term) => term.index)));
  const scattered = write.some((e) => e.datum !== undefined || e.terms.length > 1) || [...free].some((index) => node.box[index] !== "n" && !write.some((e) => e.terms.length === 1 && e.terms[0]?.index === index));
  const over = node.box.flatMap((_, index) => (free.has(index) ? [] : [letters[index] as string]));
  const factors = node.reads.map((read, k) => {
    const x = node.args[k] as Node;
    return bracketed(elementText(writer, x, read, letters, node.args, operands[k]), levels.product);
  });
  const outside = node.reads.some((read, k) => {
    const x = node.args[k] as Node;
    return ownOf(read, isBatched(x.shape)).some((e, d) => e.datum === undefined && !inside(e, node.box, ownShape(x.shape)[d] as number));
  });
  const sum = over.length === 0 ? "" : over.length === 1 && over[0] === "n" ? "Σn " : `Σ ${over.join(",")}  `;
  return { left: subscripts(write, letters, node.args), operator: scattered ? "+=" : "=", right: `${sum}${factors.join(" * ") || "1"}${outside ? "  (0 outside)" : ""}` };
}

/** An element of an operand; one of an elementwise result that has no name is written by the elements that it is of. */
function elementText(writer: NodeWriter, x: Node, access: readonly Affine[], letters: readonly string[], args: readonly Node[], whole = writer.whole(x)): Text {
  if (x.kind === "fill") return constant(x.value);
  if (x.kind === "pointwise" && !writer.isNamed(x)) return pointwiseText(x.op, x.args.map((arg) => elementText(writer, arg, access, letters, args)));
  if (isAccess(x) && x.args.length === 1 && !writer.isNamed(x)) {
    const [read, from] = [x.reads[0] as readonly Affine[], x.args[0] as Node];
    if (read.every((e, d) => inside(e, x.box, from.shape[d] as Extent))) return elementText(writer, from, read.map((e) => substitute(e, access)), letters, args);
  }
  const own = subscripts(ownOf(access, isBatched(x.shape)), letters, args);
  return own === "" ? whole : atom(`${bracketed(whole, levels.atom)}${own}`);
}

export function reductionIndices(writer: NodeWriter, node: Reduction, taken: ReadonlySet<string>): Indexed {
  const x = node.args[0] as Node;
  const letters = lettersFor(node.box, taken, [writer.whole(x).text]);
  const result = letters.slice(0, node.shape.length).filter((letter) => letter !== "n");
  const over = letters.slice(node.shape.length);
  const right = `${node.op} ${over.join(",")}  ${bracketed(elementText(writer, x, node.read, letters, node.args), levels.product)}`;
  return { left: result.length === 0 ? "" : `[${result.join(", ")}]`, operator: "=", right };
}
