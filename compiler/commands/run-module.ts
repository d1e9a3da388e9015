import { compileToJavaScript, type CompileOptions, type Phases } from "../compile.ts";
import { rootsOf } from "../ir/graph.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { hessianMembers, identifier, jacobianMember } from "../6-emit/ts/names.ts";
import type { Clock, Examples, Floats, Metadata, ParameterViews, Trainable } from "../../runtime/model.ts";

type Hyper = { readonly [name: string]: number };
type Arrays = { readonly [name: string]: Floats };

/** An emitted module, as far as the command line calls it; what a spec gives no work to is absent. */
export interface Module extends Omit<Trainable, "evaluate" | "step" | "createState">, Partial<Pick<Trainable, "evaluate" | "step" | "createState">> {
  readonly metadata: Metadata;
  initialise(seed: number): ParameterViews;
  createGradients?(examples: number): Arrays;
  gradient?(params: ParameterViews, data: Examples, into: Arrays, order: undefined, from: undefined, to: undefined, hyper: Hyper, clock: Clock): number;
  createJacobians?(): Arrays;
  /** The columns that it reads come between `params` and `into`. */
  forward?(...args: readonly unknown[]): unknown;
  jacobian?(...args: readonly unknown[]): unknown;
  createHessians?(examples?: number): { readonly [p: string]: Arrays };
  /** Over examples as `gradient`; of a spec without a loss as `jacobian`. */
  hessian?(...args: readonly unknown[]): unknown;
  createProducts?(examples?: number): Arrays;
  /** As `hessian`, with the direction after `params`. */
  hvp?(...args: readonly unknown[]): unknown;
}

/** One array that the emitted code differentiates with respect to, or an output by a variable. */
export interface Derivative {
  /** A variable's name; of a spec without a loss `output,variable`. */
  readonly name: string;
  /** Its member in what `createGradients` or `createJacobians` makes. */
  readonly member: string;
  readonly shape: readonly number[];
  /** Whether each example has its own. */
  readonly perExample: boolean;
}

/** One block of second derivatives. */
export interface Block {
  /** The two variables, `p,q`. */
  readonly name: string;
  readonly members: readonly [string, string];
  readonly shape: readonly number[];
  readonly perExample: boolean;
}

/** A compiled spec, loaded. */
export interface Loaded {
  readonly module: Module;
  readonly phases: Phases;
  readonly derivatives: readonly Derivative[];
  /** The names of the columns that `jacobian` takes, in its order; of a spec in which nothing varies, those of `forward`. */
  readonly jacobianColumns: readonly string[];
  /** The blocks of `hessian`, and the arrays that `hvp` fills, where the module has these. */
  readonly blocks: readonly Block[];
  readonly products: readonly Derivative[];
  /** The columns that `hessian` and `hvp` take, of a spec without a loss. */
  readonly secondColumns: { readonly hessian: readonly string[]; readonly hvp: readonly string[] };
}

/** Compiles a spec and imports the emitted JavaScript, which imports nothing itself. */
export const loadModule = (text: string, options: CompileOptions): Promise<Loaded> => importModule(compileToJavaScript(text, options));

/** Imports the text of an emitted module. */
export const importCode = async (code: string): Promise<Module> => (await import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`)) as Module;

/** Imports what a spec was compiled to. */
export async function importModule({ code, phases, structure }: ReturnType<typeof compileToJavaScript>): Promise<Loaded> {
  const module = await importCode(code);
  const columnsOf = (name: string): readonly string[] => {
    const declared = structure.declarations.find((declaration) => declaration.kind === "function" && declaration.name === name);
    const taken = new Set(declared?.kind === "function" ? declared.parameters.map((parameter) => parameter.name) : []);
    return phases.final.spec.columns.map((column) => column.name).filter((column) => taken.has(identifier(column)));
  };
  return {
    module,
    phases,
    derivatives: rootsOf(phases.final, "gradient", "jacobian").map(({ role, name, node }) => ({
      name,
      member: role === "jacobian" ? jacobianMember(name) : identifier(name),
      shape: ownShape(node.shape),
      perExample: isBatched(node.shape),
    })),
    jacobianColumns: columnsOf(module.jacobian === undefined ? "forward" : "jacobian"),
    blocks: rootsOf(phases.final, "hessian").map(({ name, node }) => ({ name: name.slice(name.indexOf(",") + 1), members: hessianMembers(name), shape: ownShape(node.shape), perExample: isBatched(node.shape) })),
    products: rootsOf(phases.final, "product").map(({ name, node }) => ({ name, member: identifier(name), shape: ownShape(node.shape), perExample: isBatched(node.shape) })),
    secondColumns: { hessian: columnsOf("hessian"), hvp: columnsOf("hvp") },
  };
}
