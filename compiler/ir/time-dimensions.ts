import { plainIndex, type Affine } from "./affine.ts";
import type { Delay, Node } from "./node.ts";
import { nodesIn, type Round } from "./rounds.ts";
import { isBatched, ownShape } from "./shape.ts";

/** The own dimension of each node of a round that counts its time. */
export function timeDimensions(round: Round): ReadonlyMap<Node, number> {
  const known = new Map<Node, number>();
  const [first] = round.delays as readonly [Delay];
  for (const node of nodesIn(round.items)) {
    // An outer time stands before an inner one, in the same place for all delays.
    const dimension = node.kind === "delay" ? first.axis : dimensionOf(node, known);
    if (dimension === undefined) throw new Error(`a ${node.kind} mixes the time steps of a recurrence`);
    known.set(node, dimension);
  }
  return known;
}

function dimensionOf(node: Node, known: ReadonlyMap<Node, number>): number | undefined {
  const k = node.args.findIndex((arg) => known.has(arg));
  const arg = node.args[k];
  const from = arg === undefined ? undefined : known.get(arg);
  if (arg === undefined || from === undefined) return undefined;
  const lead = isBatched(node.shape) ? 1 : 0;
  const position = (read: readonly Affine[]): number | null => plainIndex(read[from + (isBatched(arg.shape) ? 1 : 0)] as Affine);
  switch (node.kind) {
    case "pointwise":
      return from;
    case "contraction": {
      const index = position(node.reads[k] as readonly Affine[]);
      const d = node.write.findIndex((e) => index !== null && plainIndex(e) === index);
      return d < 0 ? undefined : d - lead;
    }
    case "reduction": {
      const index = position(node.read);
      return index === null || index >= node.shape.length ? undefined : index - lead;
    }
    case "derived":
      // Dimensions that it works along and drops stand behind those that count time.
      return from;
    case "view":
      return sameDimension(ownShape(arg.shape), from, ownShape(node.shape));
    default:
      return undefined;
  }
}

/** The dimension of another shape of the same elements that runs as `from` does. */
function sameDimension(own: readonly number[], from: number, other: readonly number[]): number | undefined {
  const inner = (shape: readonly number[], d: number): number => shape.slice(d + 1).reduce((a, b) => a * b, 1);
  const found = other.findIndex((extent, d) => extent === own[from] && inner(other, d) === inner(own, from));
  return found < 0 ? undefined : found;
}
