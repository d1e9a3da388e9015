import type { Graph } from "../ir/graph.ts";
import { writeSteps } from "./write-derivation.ts";
import { hessianName, linesOf } from "./write-lines.ts";

/** The blocks of a graph's Hessian as mathematics, each after what makes it. */
export function writeHessian(graph: Graph): string {
  const lines = linesOf(graph);
  const blocks = lines.filter(({ root }) => root?.role === "hessian");
  const mirrored = blocks.flatMap(({ root }) => {
    const [of, p, q] = root!.name.split(",") as [string, string, string];
    return p === q ? [] : [`${hessianName(`${of},${q},${p}`)} is ${hessianName(root!.name)} with the two variables' indices exchanged`];
  });
  return [writeSteps(graph, lines, blocks).trimEnd(), mirrored.join("\n")].filter((text) => text !== "").join("\n\n") + "\n";
}
