import type { Spec } from "../../ir/graph.ts";
import type { Leaf } from "../../ir/node.ts";
import type { Program } from "../../ir/program.ts";
import { sizeOf } from "../../ir/shape.ts";
import type { Parameter } from "../structure.ts";
import { identifier } from "./names.ts";

/** What a function takes and gives. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly returns: string;
}

const examples: readonly Parameter[] = [
  { name: "order", type: "Uint32Array | undefined", initial: "undefined" },
  { name: "from", type: "number", initial: "0" },
  { name: "to", type: "number", initial: "order === undefined ? data.size : order.length" },
];

/** What a function of one example is given, and what it fills. */
const results = { forward: "Outputs", jacobian: "Jacobians", hessian: "Hessians", hvp: "Products" } as const;

/** The parameters of an emitted function: what always is there first, then which examples, then what only some specs need. */
export function signatureOf(name: Program["name"], spec: Spec, leaves: ReadonlySet<Leaf | undefined>, draws: boolean): Signature {
  const hyper = spec.hypers.length > 0 ? [{ name: "hyper", type: "Hyper", initial: "defaults" }] : [];
  const params = { name: "params", type: "Parameters" };
  const data = { name: "data", type: "Examples" };
  const clock = { name: "clock", type: "Clock" };
  const direction = name === "hvp" ? [{ name: "direction", type: "Direction" }] : [];
  const drawing = (): readonly Parameter[] => (draws ? [...(hyper.length > 0 ? hyper : [{ name: "_hyper", type: "Hyper", initial: "defaults" }]), { ...clock, initial: "start" }] : hyper);
  switch (name) {
    case "forward":
    case "jacobian":
    case "hessian":
    case "hvp": {
      const type = results[name];
      if (name !== "forward" && spec.batched) return { parameters: [params, ...direction, data, { name: "into", type }, ...examples, ...drawing()], returns: type };
      const given = spec.columns.filter((column) => leaves.has(column.node as Leaf));
      const inputs = given.map((column) => ({ name: identifier(column.name), type: column.shape.length === 0 ? "number" : `Vector<${sizeOf(column.shape)}>${column.classes === undefined ? "" : " | Int32Array"}` }));
      return { parameters: [params, ...direction, ...inputs, { name: "into", type, initial: `create${type}()` }, ...hyper], returns: type };
    }
    case "evaluate":
      return { parameters: [params, data, { name: "report", type: "Report" }, ...examples, ...hyper], returns: "number" };
    case "gradient":
      return { parameters: [params, data, { name: "into", type: "Gradients" }, ...examples, ...drawing()], returns: "number" };
    case "step":
      return { parameters: [params, { name: "state", type: "Floats" }, data, clock, ...examples, ...hyper], returns: "number" };
  }
}
