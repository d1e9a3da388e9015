import { operations } from "../../ops/index.ts";

/** Names of operations' helpers, which a module declares where it uses them. */
export const helperNames: readonly string[] = [...operations.values()].flatMap((operation) => {
  const spelling = operation.kind === "pointwise" ? operation.spelling?.ts : undefined;
  return spelling !== undefined && "helper" in spelling ? [spelling.helper] : [];
});

/** Every other name that a module may declare, beside arrays of values: its functions, what they share, and in a standalone one what binds the runtime. */
export const moduleNames: readonly string[] = (
  "metadata createParameters initialise uniform normal orthogonal createHyper defaults createOutputs createJacobians createGradients createHessians createProducts createState start " +
  "forward jacobian evaluate gradient hessian hvp step predict draw model train examples"
).split(" ");

/** Every name of a type that a module may declare. */
export const typeNames: readonly string[] = "Floats Tensor Vector Parameters Hyper Examples Clock Report Gradients Outputs Jacobians Hessians Direction Products".split(" ");

/** Words that JavaScript keeps for itself, and what emitted code calls by name. */
const reserved: ReadonlySet<string> = new Set([
  ...helperNames,
  ...
  ("arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements " +
    "import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while " +
    "with yield NaN Infinity Math Array Object Number Float64Array Float32Array Int32Array Uint32Array " +
    "createParameters createHyper createOutputs createGradients createState createJacobians createHessians createProducts defaults start " +
    "draw uniform normal orthogonal params direction data into hyper clock order from to row rows state report metadata columns k m flat losses").split(" "),
]);

/**
 * A name of the spec as an identifier of emitted code: the same where that is a legal one and means nothing else there,
 * with an underscore more where it does; no two names give the same. Whatever is not a letter, digit, mark or underscore
 * is written as its code point, so that no text of a spec gets into code.
 */
export function identifier(name: string): string {
  const legal = name.replace(/_(?=u[0-9a-f]+_)|^[^\p{ID_Start}_]|[^\p{ID_Continue}]/gu, (c) => `_u${(c.codePointAt(0) as number).toString(16)}_`);
  // As a key of a literal, __proto__ would be the prototype.
  if (/^__proto_*$/.test(legal)) return `${legal}___`;
  return reserved.has(legal.replace(/_+$/, "")) ? `${legal}_` : legal;
}

/** The member that holds ∂output/∂variable, given as `f,x`: `df_dx`. */
export const jacobianMember = (name: string): string => identifier(`d${name.replace(",", "_d")}`);

/** Where the block ∂²J/∂p∂q, given as `J,p,q`, lies among the others: `["p", "q"]`. */
export const hessianMembers = (name: string): readonly [string, string] => {
  const [, p, q] = name.split(",") as [string, string, string];
  return [identifier(p), identifier(q)];
};

/** Names in one scope of emitted code, none given twice. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The name itself, or the first free variation of it. */
  give(name: string): string {
    let candidate = name;
    for (let k = 2; this.#taken.has(candidate); k++) candidate = /\d$/.test(name) ? `${name}_${k}` : `${name}${k}`;
    this.#taken.add(candidate);
    return candidate;
  }

  /** Notes a name that is given elsewhere. */
  take(name: string): void {
    this.#taken.add(name);
  }

  /** A scope within this one. */
  inner(): Names {
    return new Names(this.#taken);
  }
}
