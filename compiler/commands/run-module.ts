import { compileToJavaScript, type CompileOptions, type Phases } from "../compile.ts";
import { rootsOf } from "../ir/graph.ts";
import { isBatched, ownShape } from "../ir/shape.ts";
import { identifier, jacobianMember } from "../6-emit/ts/names.ts";
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
  jacobian?(...args: readonly unknown[]): unknown;
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

/** A compiled spec, loaded. */
export interface Loaded {
  readonly module: Module;
  readonly phases: Phases;
  readonly derivatives: readonly Derivative[];
  /** The names of the columns that `jacobian` takes, in its order. */
  readonly jacobianColumns: readonly string[];
}

/** Compiles a spec and imports the emitted JavaScript, which imports nothing itself. */
export const loadModule = (text: string, options: CompileOptions): Promise<Loaded> => importModule(compileToJavaScript(text, options));

/** Imports the text of an emitted module. */
export const importCode = async (code: string): Promise<Module> => (await import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`)) as Module;

/** Imports what a spec was compiled to. */
export async function importModule({ code, phases, structure }: ReturnType<typeof compileToJavaScript>): Promise<Loaded> {
  const module = await importCode(code);
  const declared = structure.declarations.find((declaration) => declaration.kind === "function" && declaration.name === "jacobian");
  const taken = new Set(declared?.kind === "function" ? declared.parameters.map((parameter) => parameter.name) : []);
  return {
    module,
    phases,
    derivatives: rootsOf(phases.final, "gradient", "jacobian").map(({ role, name, node }) => ({
      name,
      member: role === "jacobian" ? jacobianMember(name) : identifier(name),
      shape: ownShape(node.shape),
      perExample: isBatched(node.shape),
    })),
    jacobianColumns: phases.final.spec.columns.map((column) => column.name).filter((name) => taken.has(identifier(name))),
  };
}
