import { plainIndex, type Affine } from "../ir/affine.ts";
import { isAccess } from "../ir/contraction.ts";
import type { Contraction, Node } from "../ir/node.ts";
import { isBatched, ownShape, sameShape } from "../ir/shape.ts";
import { ownAccess, type NodeWriter } from "./write-operand.ts";
import { call, type Text } from "./write-text.ts";

/** A value repeated to a larger shape, through extents of 1 put in before; null for any other contraction. */
export function repeatedText(writer: NodeWriter, node: Contraction, isNamed: (node: Node) => boolean): Text | null {
  if (!isAccess(node) || node.args.length !== 1) return null;
  const [read] = node.reads as readonly [readonly Affine[]];
  let [x] = node.args as readonly [Node];
  const access = ownAccess(read, isBatched(x.shape), node.box);
  if (access === null) return null;
  let kept: readonly Affine[] = access;
  if (x.kind === "view" && !isNamed(x)) {
    const inner = x.args[0] as Node;
    const real = (own: readonly number[]): readonly number[] => own.filter((extent) => extent !== 1);
    if (sameShape(real(ownShape(x.shape)), real(ownShape(inner.shape))) && real(ownShape(inner.shape)).length === ownShape(inner.shape).length) {
      kept = access.filter((_, d) => ownShape(x.shape)[d] !== 1);
      x = inner;
    }
  }
  const own = ownShape(x.shape);
  const lead = isBatched(node.shape) ? 1 : 0;
  const positions = kept.map((e, d) => {
    const index = plainIndex(e);
    if (index !== null && node.box[index] === own[d]) return index - lead;
    return own[d] === 1 && e.terms.length === 0 && e.constant === 0 && e.datum === undefined ? -1 : NaN;
  });
  if (positions.some(Number.isNaN)) return null;
  const result = ownShape(node.shape);
  const first = result.length - own.length;
  if (first < 0) return null;
  if (positions.every((position, d) => position === first + d || position === -1)) return writer.text(x);
  const text = writer.whole(x);
  if (positions.includes(-1) || positions.some((position, d) => d > 0 && position <= (positions[d - 1] as number))) return null;
  const shape = result.slice(positions[0] as number).map((extent, d) => (positions.includes(d + (positions[0] as number)) ? extent : 1));
  return call("reshape", [text, `[${shape.join(", ")}]`], shape);
}

