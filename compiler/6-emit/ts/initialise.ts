import type { Initial } from "../../../runtime/model.ts";
import type { Spec } from "../../ir/graph.ts";
import { sizeOf } from "../../ir/shape.ts";
import type { Declaration } from "../structure.ts";
import { identifier } from "./names.ts";

const drawParameters = ["seed", "stream", "position"].map((name) => ({ name, type: "number" }));

/** A stateless hash, so that a draw depends only on what it is for. The mixer is MurmurHash3's (Appleby 2011, public domain). */
export const hashHelper: Declaration = {
  kind: "function", name: "uniform", exported: false,
  doc: ["A uniform number in [0, 1) that depends on its seed, stream and position alone."],
  parameters: drawParameters,
  returns: "number",
  body: [
    "let h = 0;",
    "for (const word of [seed, seed / 4294967296, stream, position]) {",
    "  h = Math.imul(h ^ word, 0x85ebca6b);",
    "  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + 0x9e3779b9;",
    "  h ^= h >>> 16;",
    "}",
    "return (h >>> 0) / 4294967296;",
  ],
};

const normalHelper: Declaration = {
  kind: "function", name: "normal", exported: false,
  doc: ["A number of the standard normal distribution (Box and Muller 1958)."],
  parameters: drawParameters,
  returns: "number",
  body: ["const radius = Math.sqrt(-2 * Math.log(1 - uniform(seed, stream, 2 * position)));", "return radius * Math.cos(2 * Math.PI * uniform(seed, stream, 2 * position + 1));"],
};

const orthogonalHelper: Declaration = {
  kind: "function", name: "orthogonal", exported: false,
  doc: ["Fills a matrix with orthonormal rows, or columns where there are fewer of them (Gram and Schmidt, on normal numbers)."],
  parameters: [{ name: "w", type: "Floats" }, { name: "rows", type: "number" }, { name: "columns", type: "number" }, { name: "seed", type: "number" }, { name: "stream", type: "number" }],
  returns: "void",
  body: [
    "const [count, length, step, stride] = rows <= columns ? [rows, columns, 1, columns] : [columns, rows, columns, 1];",
    "for (let i = 0; i < count; i++) {",
    "  for (let k = 0; k < length; k++) w[i * stride + k * step] = normal(seed, stream, i * length + k);",
    "  for (let pass = 0; pass < 2; pass++) {",
    "    for (let j = 0; j < i; j++) {",
    "      let dot = 0;",
    "      for (let k = 0; k < length; k++) dot += w[i * stride + k * step] * w[j * stride + k * step];",
    "      for (let k = 0; k < length; k++) w[i * stride + k * step] -= dot * w[j * stride + k * step];",
    "    }",
    "  }",
    "  let square = 0;",
    "  for (let k = 0; k < length; k++) square += w[i * stride + k * step] * w[i * stride + k * step];",
    "  for (let k = 0; k < length; k++) w[i * stride + k * step] /= Math.sqrt(square);",
    "}",
  ],
};

/** The seeded initial parameters of a spec, with the helpers that they need. */
export function initialiseDeclarations(spec: Spec): readonly Declaration[] {
  const lines: string[] = [];
  const helpers = new Set<Declaration>();
  for (const [stream, parameter] of spec.parameters.entries()) {
    const target = `params.${identifier(parameter.name)}`;
    const size = sizeOf(parameter.shape);
    const fill = (value: string): void => void lines.push(`for (let k = 0; k < ${size}; k++) ${target}[k] = ${value};`);
    const { scale, draw } = scaleOf(parameter.initial, parameter.shape);
    switch (draw) {
      case "literal":
        lines.push(`${target}.set([${(parameter.initial as Initial & { kind: "literal" }).values.join(", ")}]);`);
        break;
      case "fill":
        lines.push(`${target}.fill(${scale});`);
        break;
      case "uniform":
        helpers.add(hashHelper);
        fill(`${scale} * (2 * uniform(seed, ${stream}, k) - 1)`);
        break;
      case "normal":
        helpers.add(hashHelper).add(normalHelper);
        fill(`${scale} * normal(seed, ${stream}, k)`);
        break;
      case "orthogonal":
        helpers.add(hashHelper).add(normalHelper).add(orthogonalHelper);
        lines.push(`orthogonal(${target}, ${parameter.shape[0]}, ${size / (parameter.shape[0] as number)}, seed, ${stream});`);
        break;
    }
  }
  const seeded = helpers.size > 0;
  return [
    {
      kind: "function", name: "initialise", exported: true,
      doc: [seeded ? "Initial parameters: the same numbers for the same seed." : "Initial parameters; nothing in them is drawn by chance."],
      parameters: [{ name: seeded ? "seed" : "_seed", type: "number" }, { name: "params", type: "Parameters", initial: "createParameters()" }],
      returns: "Parameters",
      body: [...lines, "return params;"],
    },
    ...helpers,
  ];
}

/** The spread of an initialiser: half the width of a uniform one, the standard deviation of a normal one. */
function scaleOf(initial: Initial, shape: readonly number[]): { readonly scale: number; readonly draw: "uniform" | "normal" | "orthogonal" | "fill" | "literal" } {
  const out = shape[0] ?? 1;
  const rest = sizeOf(shape) / out;
  const [fanIn, fanOut] = shape.length < 2 ? [out, out] : [rest, (out * rest) / (shape[1] as number)];
  switch (initial.kind) {
    case "glorot":
      return { scale: Math.sqrt(6 / (fanIn + fanOut)), draw: "uniform" };
    case "he":
      return { scale: Math.sqrt(2 / fanIn), draw: "normal" };
    case "lecun":
      return { scale: Math.sqrt(1 / fanIn), draw: "normal" };
    case "normal":
      return { scale: 0.05, draw: "normal" };
    case "uniform":
      return { scale: 0.05, draw: "uniform" };
    case "orthogonal":
      return { scale: 1, draw: "orthogonal" };
    case "zeros":
      return { scale: 0, draw: "fill" };
    case "ones":
      return { scale: 1, draw: "fill" };
    case "fill":
      return { scale: initial.value, draw: "fill" };
    case "literal":
      return { scale: 1, draw: "literal" };
  }
}
