import type { Root } from "../ir/graph.ts";
import type { Contraction, Node } from "../ir/node.ts";
import type { Buffer, Section, Step } from "../ir/program.ts";
import { fromNumber } from "../ir/rational.ts";
import type { Expressions, Places } from "./expressions.ts";
import type { LookedUp } from "./looked-up.ts";

/** What the sections need of the function that they are part of. */
interface Surroundings {
  readonly expressions: Expressions;
  /** Where values are: each sum of scatters has its array already. */
  readonly buffers: Map<Node, Buffer>;
  /** Values that are kept aside, since what they overwrite is read after them. */
  readonly copied: ReadonlySet<Node>;
  result(root: Root): Buffer;
  /** Room for one new element that is kept aside. */
  aside(root: Root): Buffer;
}

/**
 * What updates a parameter where the examples looked it up: for each way of looking it up a section, which goes through
 * the elements that an example pointed to, updates each from the sum of all examples, and then sets that sum to 0. Whoever
 * comes to the element again finds 0, and with it changes nothing.
 */
export function rowSections({ parameter, update, sums }: LookedUp, around: Surroundings): readonly Section[] {
  const updated = update.map((root) => ({ root, target: around.result(root) })).filter(({ root, target }) => target.leaf !== root.node).sort((a, b) => a.root.node.id - b.root.node.id);
  const ways = new Map([...sums.values()].flat().map((scatter) => [placesText(scatter), scatter]));
  return [...ways.values()].map((scatter): Section => {
    const places = around.expressions.pointedTo(scatter);
    const aside = new Map(updated.filter(({ root }) => around.copied.has(root.node)).map(({ root }) => [root.node, around.aside(root)]));
    const made = updated.map(({ root: { node }, target }): Step => {
      const step = around.expressions.stepAt(places, node, aside.get(node) ?? target);
      around.buffers.set(node, step.target);
      return step;
    });
    const copies = updated.filter(({ root }) => aside.has(root.node)).map(({ root: { node }, target }) => around.expressions.stepAt(places, node, target, around.expressions.expression(node, places.access)));
    const cleared = [...sums.keys()].map((sum) => clearedAt(around, places, sum));
    return { each: "example", rowsOf: parameter, steps: [...made, ...copies, ...cleared] };
  });
}

const clearedAt = ({ expressions, buffers }: Surroundings, places: Places, sum: Node): Step => expressions.stepAt(places, sum, buffers.get(sum) as Buffer, { kind: "number", value: fromNumber(0) });

/** A text that scatters share whose data point to the same places. */
const placesText = ({ args, box, write }: Contraction): string => JSON.stringify(write.map(({ datum, ...own }) => (datum === undefined ? null : [own, args[datum.arg]?.id, datum.at, box])));
