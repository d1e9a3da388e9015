import type { Node } from "../ir/node.ts";
import { inRounds, isRound, type Item } from "../ir/rounds.ts";
import { dependents, reachable } from "../ir/space.ts";
import { evaluate, evaluateItems, extentsAt, type Point } from "./evaluate.ts";

/** A derivative by differences, and how far off it may be. */
export interface Slope {
  readonly value: number;
  readonly error: number;
}

/** How often a step is halved at most, and the columns of the extrapolation: errors up to h^12 are cancelled. */
const halvings = 14;
const columns = 6;

/** The plain quotient that has the last word: its step as a share of the first, and how far it may be off, by f‴h²/6 and rounding. */
const lastStep = 2 ** -8;
const agreement = 1e-5;

/**
 * f′(0), entry by entry of f, by extrapolated differences. Quotients whose steps cross kinks can agree with each other by
 * chance; where a plain quotient of a small step contradicts them, narrower ones are tried.
 */
export function slopesOf(f: (t: number) => Float64Array, firstStep = 2 ** -5): readonly Slope[] {
  const found = extrapolated(f, firstStep);
  const h = firstStep * lastStep;
  const [above, below] = [f(h), f(-h)];
  const contradicted = found.map(({ value }, i) => !(Math.abs((above[i]! - below[i]!) / (2 * h) - value) <= agreement * Math.max(1, Math.abs(value))));
  if (!contradicted.includes(true)) return found;
  const finer = firstStep < 2 ** -17 ? found.map(({ value }) => ({ value, error: Infinity })) : slopesOf(f, firstStep / 32);
  return found.map((slope, i) => (contradicted[i] === true ? finer[i]! : slope));
}

/**
 * Central differences, whose error is a series in h²: Richardson's table cancels its terms one by one, and the entry that
 * differs least from its two predecessors is taken (Ridders 1982). Steps so wide that they cross a kink or leave the domain
 * disagree with each other or give NaN, and so are passed over.
 */
function extrapolated(f: (t: number) => Float64Array, firstStep: number): readonly Slope[] {
  let previous: (readonly Float64Array[]) | null = null;
  let best: { value: number; error: number }[] = [];
  let idle = 0;
  for (let k = 0; k < halvings; k++) {
    const h = firstStep * 2 ** -k;
    const [above, below] = [f(h), f(-h)];
    if (k === 0) best = Array.from(above, () => ({ value: NaN, error: Infinity }));
    const row = Array.from({ length: Math.min(k, columns) + 1 }, () => new Float64Array(above.length));
    let improved = false;
    for (const [i, entry] of best.entries()) {
      const noise = (Number.EPSILON * (Math.abs(above[i]!) + Math.abs(below[i]!))) / (2 * h);
      row[0]![i] = (above[i]! - below[i]!) / (2 * h);
      for (let j = 1; j < row.length; j++) {
        const [finer, coarser] = [row[j - 1]![i]!, previous![j - 1]![i]!];
        const value = finer + (finer - coarser) / (4 ** j - 1);
        row[j]![i] = value;
        const error = noise + Math.max(Math.abs(value - finer), Math.abs(value - coarser));
        if (error < entry.error) {
          [entry.value, entry.error] = [value, error];
          improved = true;
        }
      }
    }
    previous = row;
    idle = improved ? 0 : idle + 1;
    const within = (share: number): boolean => best.every(({ value, error }) => error <= share * Math.max(1, Math.abs(value)));
    if (k >= 2 && (within(1e-12) || (idle >= 2 && within(1e-8)))) break;
  }
  return best;
}

/** How the entries of a value change with a leaf or another value, at a point. */
export interface Differences {
  /** The work of one evaluation, in elements and points of boxes. */
  readonly cost: number;
  /** ∂root/∂of[coordinate], for every entry of the root. */
  along(coordinate: number): readonly Slope[];
  /** The same in a direction, `[size of of]`. */
  toward(direction: Float64Array): readonly Slope[];
}

/** Only what depends on `of` is evaluated again. `firstStep`: the widest step to try. */
export function differences(root: Node, of: Node, point: Point, firstStep = 2 ** -5): Differences {
  const values = new Map(evaluate([root, of], point));
  const start = values.get(of)!;
  const varying = dependents([root], [of]);
  const order = inRounds(reachable([root])).filter((item) => (isRound(item) ? varying.has(item.delays[0] as Node) : item !== of && varying.has(item)));
  const moved = (move: (value: Float64Array) => void): Float64Array => {
    const value = start.slice();
    move(value);
    values.set(of, value);
    evaluateItems(order, point, values);
    return values.get(root)!;
  };
  return {
    cost: 1 + workOf(order, point),
    along: (coordinate) => slopesOf((t) => moved((value) => (value[coordinate]! += t)), firstStep * magnitude(start[coordinate]!)),
    toward: (direction) =>
      slopesOf((t) => moved((value) => {
        for (let i = 0; i < value.length; i++) value[i]! += t * direction[i]!;
      }), firstStep),
  };
}

/** Elements and points of boxes that an evaluation goes through. */
function workOf(items: readonly Item[], point: Point): number {
  const ofNode = (node: Node): number => extentsAt(node.kind === "contraction" || node.kind === "reduction" ? node.box : node.shape, point).reduce((a, b) => a * b, 1);
  return items.reduce((sum, item) => sum + (isRound(item) ? workOf(item.items, point) : ofNode(item)), 0);
}

/** A power of two near |x|, so that a step is not lost in the rounding of x; 1 for smaller numbers. */
const magnitude = (x: number): number => Math.max(1, 2 ** Math.round(Math.log2(Math.abs(x) || 1)));
