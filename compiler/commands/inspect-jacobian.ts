import { runHessian, runJacobian } from "../compile.ts";
import type { Derivative } from "../3-differentiate/jacobian.ts";
import { rootNamed, rootsOf, type Graph } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { ownShape } from "../ir/shape.ts";
import { dependents } from "../ir/space.ts";
import { writeBlock, writeChain, type Titled } from "../notation/write-chain.ts";
import { writeDerivative } from "../notation/write-jacobian.ts";
import { hessianName } from "../notation/write-lines.ts";
import { isStep } from "../ops/step.ts";
import { UsageError } from "./command.ts";

/** Which way a derivative is laid out: `derivative` with a row for each element of the value, `gradient` its transpose. */
export type Layout = "gradient" | "derivative";

/** A layout by its name. @throws UsageError for any other. */
export function readLayout(text: string | undefined): Layout | undefined {
  if (text === undefined || text === "gradient" || text === "derivative") return text;
  throw new UsageError(`--layout is gradient or derivative, not ${text}`);
}

/** The value and the variables of `f,x` or `f,x,y`. @throws UsageError where there is no variable. */
export function readDerivative(option: string, text: string): Derivative {
  const [of, ...wrt] = text.split(",").map((name) => name.trim().normalize("NFC"));
  if (of === undefined || of === "" || wrt.length === 0 || wrt.includes("")) throw new UsageError(`${option} takes a value and what it is differentiated by, as in ${option} f,x`);
  return { of, wrt: [...new Set(wrt)] };
}

/** ∂of/∂wrt of one example with the factors of the chain rule, as text and as plain data. */
export function inspectJacobian(text: string, file: string, asked: Derivative, layoutAsked: Layout | undefined): { readonly text: string; readonly json: object } {
  const { whole: graph, chain, factors } = runJacobian(text, file, asked);
  const layout = layoutAsked ?? graph.spec.conventions.layout ?? "derivative";
  const byVariable = layout === "gradient";
  const whole = titled(graph, asked, byVariable);
  const parts = factors.map((factor) => titled(chain, factor, byVariable));
  return { text: writeChain(whole, parts, byVariable), json: { ...plain(whole), layout, factors: (byVariable ? parts.toReversed() : parts).map(plain) } };
}

/** The Hessian of a scalar of one example, block by block, as text and as plain data. */
export function inspectHessian(text: string, file: string, asked: Derivative): { readonly text: string; readonly json: readonly object[] } {
  const graph = runHessian(text, file, asked);
  const { nodeNamed, names } = definitionsOf(graph, asked.of);
  const blocks = rootsOf(graph, "hessian").map(({ name, node }) => {
    const [, p, q] = name.split(",") as [string, string, string];
    return { name, p, q, written: writeDerivative({ of: p, own: ownShape(nodeNamed(p).shape), wrt: [{ name: q, node: nodeNamed(q), block: node }] }, names, false) };
  });
  return { text: blocks.map(({ name, written }) => writeBlock(hessianName(name), written)).join("\n"), json: blocks.map(({ p, q, written }) => ({ of: asked.of, wrt: [p, q], ...written })) };
}

/** What names stand for, and what nodes are called. */
function definitionsOf(graph: Graph, of: string): { readonly nodeNamed: (name: string) => Node; readonly names: ReadonlyMap<Node, string> } {
  const definitions = rootsOf(graph, "definition");
  const names = new Map<Node, string>();
  // What is named later is another value, though it may be equal to a part of this one.
  for (const { name, node } of definitions.slice(0, definitions.findIndex((root) => root.name === of) + 1)) {
    if (names.has(node) || node.kind === "fill" || node.kind === "literal") continue;
    names.set(node, name);
    // What a barrier holds is the same value.
    const [held] = node.args;
    if (node.kind === "pointwise" && node.op === "barrier" && held !== undefined && !names.has(held)) names.set(held, name);
  }
  return { nodeNamed: (name) => definitions.find((root) => root.name === name)!.node, names };
}

function titled(graph: Graph, { of, wrt }: Derivative, byVariable: boolean): Titled {
  const { nodeNamed, names } = definitionsOf(graph, of);
  const shown = { of, own: ownShape(nodeNamed(of).shape), wrt: wrt.map((name) => ({ name, node: nodeNamed(name), block: rootNamed(graph, "jacobian", `${of},${name}`)! })) };
  const line = graph.spec.statements.get(of)?.line;
  const [variable] = shown.wrt;
  const shape = shown.own.length === 0 && shown.wrt.length === 1 && variable?.node.shape.length === 2 ? ownShape(variable.node.shape) : null;
  const steps = [...dependents([nodeNamed(of)], shown.wrt.map(({ node }) => node))].some(isStep);
  return { of, wrt, shape, steps, written: writeDerivative(shown, names, byVariable), place: line === undefined ? "" : `# line ${line}` };
}

const plain = ({ of, wrt, written }: Titled): object => ({ of, wrt, ...written });
