/** How many problems a `DataError` lists; the rest are counted. */
const LISTED = 10;

/** Thrown for data from outside that does not fit the model: one line per problem, each with its place. */
export class DataError extends Error {
  /** The first problems, `place: what is wrong`, at most ten. */
  readonly problems: readonly string[];

  /** `unlisted` is the number of further problems of the same data. */
  constructor(problems: readonly string[], unlisted = 0) {
    super(unlisted === 0 ? problems.join("\n") : `${problems.join("\n")}\n… and ${unlisted} more`);
    this.name = "DataError";
    this.problems = problems;
  }
}

/** Collects problems, so that a user sees the first ten at once and not one per run. */
export class Problems {
  readonly #listed: string[] = [];
  #unlisted = 0;

  add(place: string, message: string): void {
    if (this.#listed.length < LISTED) this.#listed.push(`${place}: ${message}`);
    else this.#unlisted++;
  }

  /** Throws a `DataError` if there was any problem. */
  throwIfAny(): void {
    if (this.#listed.length > 0) throw new DataError(this.#listed, this.#unlisted);
  }
}
