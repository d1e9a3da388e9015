import { indicesOf } from "../ir/affine.ts";
import type { Root } from "../ir/graph.ts";
import type { Contraction, Node } from "../ir/node.ts";
import type { Buffer, Section, Step } from "../ir/program.ts";
import { fromNumber } from "../ir/rational.ts";
import type { Expressions, Place, Places } from "./expressions.ts";
import type { LookedUp } from "./looked-up.ts";

/** What the sections need of the function that they are part of. */
interface Surroundings {
  readonly expressions: Expressions;
  /** Where values are: each sum of scatters has its array already. */
  readonly places: Map<Node, Place>;
  /** Values that are kept aside, since what they overwrite is read after them. */
  readonly copied: ReadonlySet<Node>;
  /** Values that the spec or the backward pass has a name for. */
  readonly named: ReadonlyMap<Node, string>;
  result(root: Root): Buffer;
  /** Room for one element of a value. */
  aside(name: string): Buffer;
}

/**
 * What updates a parameter where the examples looked it up: for each way of looking it up a section, which goes through
 * the elements that an example pointed to, updates each from the sum of all examples, and then sets that sum to 0. Whoever
 * comes to the element again finds 0, and with it changes nothing.
 */
export function rowSections({ parameter, update, sums, parts }: LookedUp, around: Surroundings): readonly Section[] {
  const { expressions, copied, named } = around;
  const updated = update.map((root) => ({ node: root.node, target: around.result(root) })).filter(({ node, target }) => target.leaf !== node);
  const ways = new Map([...sums.values()].flat().map((scatter) => [placesText(scatter), scatter]));
  return [...ways.values()].map((scatter): Section => {
    const places = expressions.pointedTo(scatter);
    const kept = parts.filter((node) => named.has(node)).map((node) => ({ node, target: around.aside(named.get(node) as string) }));
    const made = [...kept, ...updated.map(({ node, target }) => ({ node, target: copied.has(node) ? around.aside(`${target.name}_new`) : target }))];
    const steps = made.sort((a, b) => a.node.id - b.node.id).map(({ node, target }): Step => {
      const step = expressions.stepAt(places, node, target);
      around.places.set(node, { buffer: target });
      return step;
    });
    const copies = updated.filter(({ node }) => copied.has(node)).map(({ node, target }) => expressions.stepAt(places, node, target, expressions.expression(node, places.access)));
    const cleared = [...sums.keys()].map((sum) => clearedAt(around, places, sum));
    return { each: "example", rowsOf: parameter, steps: [...steps, ...copies, ...cleared] };
  });
}

const clearedAt = ({ expressions, places: known }: Surroundings, places: Places, sum: Node): Step => expressions.stepAt(places, sum, (known.get(sum) as Place).buffer, { kind: "number", value: fromNumber(0) });

/** A text that scatters share whose data point to the same places. */
const placesText = ({ args, box, write }: Contraction): string => JSON.stringify(write.map((e) => (e.datum === undefined ? null : [args[e.datum.arg]?.id, { ...e, datum: e.datum.at }, [...indicesOf([e])].map((index) => box[index])])));
