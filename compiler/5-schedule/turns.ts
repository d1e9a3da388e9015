/** When something is needed: from one moment to another, both included. */
export interface Life {
  readonly from: number;
  readonly to: number;
}

/** So many elements of a kind, needed at some times. */
export interface Need {
  readonly kind: string;
  readonly length: number;
  readonly lives: readonly Life[];
  /** Where each example has elements of its own, how many: values of the same stride keep those of an example in the same place. */
  readonly stride: number | null;
  /** When any one example needs its elements: all that counts beside a value of the same stride. */
  readonly livesOfOne: readonly Life[];
}

/**
 * Needs in groups that take turns in one array, which is as long as the longest of them: no two of a group are needed at
 * the same moment, and all are of one kind. The largest come first, each to the shortest array that is free whenever it
 * is needed.
 */
export function takeTurns<T extends Need>(needs: readonly T[]): readonly (readonly T[])[] {
  const arrays: T[][] = [];
  for (const need of needs.toSorted((a, b) => b.length - a.length)) {
    // Arrays are made longest first, so the last free one is the shortest.
    const free = arrays.findLast((others) => others.every((other) => other.kind === need.kind && !meet(other, need)));
    if (free === undefined) arrays.push([need]);
    else free.push(need);
  }
  return arrays;
}

function meet(a: Need, b: Need): boolean {
  const rows = a.stride !== null && a.stride === b.stride;
  const [one, other] = rows ? [a.livesOfOne, b.livesOfOne] : [a.lives, b.lives];
  return one.some((first) => other.some((second) => first.from <= second.to && second.from <= first.to));
}
