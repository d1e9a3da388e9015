import type { Root, Spec } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import type { Statistics } from "../ir/op.ts";
import type { Space } from "../ir/space.ts";
import type { Statement } from "../notation/syntax.ts";

/** The running statistics of a spec, in the order in which they are made, under names that no statement assigns. */
export class RunningStatistics implements Statistics {
  readonly hasBatches: boolean;
  readonly parameters: Spec["parameters"][number][] = [];
  readonly roots: Root[] = [];
  readonly #space: Space;
  readonly #taken: ReadonlySet<string>;
  readonly #uses = new Map<string, number>();

  constructor(space: Space, hasBatches: boolean, statements: readonly Statement[]) {
    this.#space = space;
    this.hasBatches = hasBatches;
    this.#taken = new Set(statements.flatMap((statement) => (statement.kind === "expression" ? [] : [statement.name])));
  }

  keep(operation: string): ReturnType<Statistics["keep"]> {
    const use = (this.#uses.get(operation) ?? 0) + 1;
    this.#uses.set(operation, use);
    return (name, shape, initial, update) => {
      const free = this.#free(`${operation}${use}_${name}`);
      const node = this.#space.leaf("param", free, shape);
      this.parameters.push({ name: free, shape, initial: { kind: "fill", value: initial }, node, statistic: true });
      if (update !== null) this.roots.push({ role: "statistic", name: free, node: this.#noted(update(node), node) });
      return node;
    };
  }

  #noted(value: Node, running: Node): Node {
    this.#space.note(value, { rule: "a running statistic follows that of the batch", primal: running });
    return value;
  }

  #free(name: string): string {
    return this.#taken.has(name) ? this.#free(`${name}_`) : name;
  }
}
