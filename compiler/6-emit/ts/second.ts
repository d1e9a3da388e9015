import { rootsOf, type Graph, type Root } from "../../ir/graph.ts";
import type { Node } from "../../ir/node.ts";
import { isBatched, ownShape, sizeOf } from "../../ir/shape.ts";
import type { Declaration } from "../structure.ts";
import { hessianMembers, identifier } from "./names.ts";

/** What metadata say where a module has second derivatives. */
export interface SecondMetadata {
  /** Of which scalar they are, and with respect to what. */
  readonly second?: { readonly of: string; readonly wrt: readonly string[] };
}

export function secondMetadata(graph: Graph): SecondMetadata {
  const slopes = rootsOf(graph, "slope").map(({ name }) => name.split(",") as [string, string]);
  return slopes.length === 0 ? {} : { second: { of: slopes[0]![0], wrt: slopes.map(([, variable]) => variable) } };
}

const tensor = (node: Node): string => `Tensor<[${ownShape(node.shape).join(", ")}]>`;

/** Types of directions, and of what `hvp` and `hessian` fill. */
export function secondTypes(graph: Graph): readonly Declaration[] {
  const ofOne = rootsOf(graph, "product", "hessian").some(({ node }) => isBatched(node.shape)) ? "; of what each example has its own of, one example after the other" : "";
  const members = (role: "product" | "hessian", of?: string) => rootsOf(graph, role).flatMap(({ name, node }) => {
    const [p, q] = role === "hessian" ? hessianMembers(name) : [name, name];
    return of === undefined || p === of ? [{ name: role === "hessian" ? q : identifier(name), type: tensor(node), readonly: true }] : [];
  });
  const rows = rootsOf(graph, "hessian").map(({ name }) => hessianMembers(name)[0]);
  const block = (p: string): string => `{ ${members("hessian", p).map(({ name, type }) => `readonly ${name}: ${type}`).join("; ")} }`;
  return [
    ...(rootsOf(graph, "product").length === 0 ? [] : [
      { kind: "interface", name: "Direction", doc: `A direction: numbers for each variable, as Parameters and Products have them${ofOne}.`, properties: members("product") } as const,
      { kind: "interface", name: "Products", doc: `The Hessian times a direction${ofOne}.`, properties: members("product") } as const,
    ]),
    ...(rows.length === 0 ? [] : [{ kind: "interface", name: "Hessians", doc: `Second derivatives: \`W1.b1\`, say, is shaped as W1 and then b1${ofOne}.`, properties: [...new Set(rows)].map((p) => ({ name: p, type: block(p), readonly: true })) } as const]),
  ];
}

/** Makers of room for second derivatives. */
export function secondLayout(graph: Graph, floats: string): readonly Declaration[] {
  const room = (root: Root): string => {
    const size = sizeOf(ownShape(root.node.shape));
    return `new ${floats}(${!isBatched(root.node.shape) ? size : size === 1 ? "examples" : `examples * ${size}`})`;
  };
  const make = (name: string, type: string, what: string, roots: readonly Root[], lines: readonly string[]): readonly Declaration[] => {
    const perExample = roots.some(({ node }) => isBatched(node.shape));
    const parameters = perExample ? [{ name: "examples", type: "number", initial: "1" }] : [];
    const doc = `Room for ${what}${perExample ? "; those of something that each example has its own of take room per example of the data" : ""}.`;
    return roots.length === 0 ? [] : [{ kind: "function", name, exported: true, doc: [doc], parameters, returns: type, body: ["return {", ...lines.map((line) => `  ${line}`), "};"] }];
  };
  const [hessians, products] = [rootsOf(graph, "hessian"), rootsOf(graph, "product")];
  const blocks = [...new Set(hessians.map(({ name }) => hessianMembers(name)[0]))].map((p) => {
    const own = hessians.filter(({ name }) => hessianMembers(name)[0] === p);
    return `${p}: { ${own.map((root) => `${hessianMembers(root.name)[1]}: ${room(root)}`).join(", ")} },`;
  });
  return [
    ...make("createHessians", "Hessians", "second derivatives", hessians, blocks),
    ...make("createProducts", "Products", "Hessian-vector products", products, products.map((root) => `${identifier(root.name)}: ${room(root)},`)),
  ];
}
