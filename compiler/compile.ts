import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { parse } from "./1-parse/parse.ts";
import { expansionRule } from "./2-simplify/expansion.ts";
import { withGathers } from "./2-simplify/gathers.ts";
import { simplify, type Simplified } from "./2-simplify/simplify.ts";
import { observeActivations, type Activation } from "./3-differentiate/activations.ts";
import { atRest, leftAlone } from "./3-differentiate/at-rest.ts";
import { differentiate } from "./3-differentiate/differentiate.ts";
import { withMirroredBlocks, withSecondDerivatives, withSlopes, type SecondOptions } from "./3-differentiate/second.ts";
import { update } from "./3-differentiate/update.ts";
import { chainOf, withJacobian, type Derivative } from "./3-differentiate/jacobian.ts";
import { lower } from "./4-lower/lower.ts";
import { schedule } from "./5-schedule/schedule.ts";
import type { Emission, Precision } from "./6-emit/target.ts";
import type { ModuleStructure } from "./6-emit/structure.ts";
import { moduleStructure } from "./6-emit/ts/module.ts";
import { printJavaScript, printTypeScript } from "./6-emit/ts/print.ts";
import { NothingToTrainError, Source, type Diagnostic } from "./diagnostics.ts";
import { rootsOf, type Graph, type Root } from "./ir/graph.ts";
import type { Program } from "./ir/program.ts";
import type { Schedule } from "./ir/schedule.ts";
import { reachable } from "./ir/space.ts";
import { Rewriter, rewritten } from "./rewrite/rewrite.ts";
import { version } from "./version.ts";

export interface CompileOptions {
  /** What the spec is called: its file name in diagnostics, and without `.grad` the name of the module. Default `spec.grad`. */
  readonly file?: string;
  /** How numbers are stored. Arithmetic is 64-bit in both. Default `f64`. */
  readonly precision?: Precision;
  /** With respect to which parameters, inputs or named values gradients are taken. Default: all parameters, or all inputs of a spec without a loss. */
  readonly wrt?: readonly string[];
  /** Whether the module has a function `hessian`, with all blocks ∂²J/∂p∂q. Default `false`. */
  readonly hessian?: boolean;
  /** Whether the module has a function `hvp`, the product of the Hessian and a direction. Default `false`. */
  readonly hvp?: boolean;
  /** Of which loss, or scalar of a spec without one, second derivatives are. Default: the total loss, or the one scalar output. */
  readonly of?: string;
  /** The learning rate in place of what the spec's `train({...})` says, be that a number or a schedule. */
  readonly rate?: number;
  /** Whether the module holds what trains it: then it exports `train` and `examples` too. Default `false`. */
  readonly standalone?: boolean;
}

/** Every intermediate form of one compilation, in order. */
export interface Phases {
  readonly parsed: Graph;
  readonly simplified: Graph;
  readonly differentiated: Graph;
  /** With cotangents and updates, simplified, every operation in terms of elementary ones. */
  readonly final: Graph;
  readonly programs: readonly Program[];
  readonly schedules: readonly Schedule[];
  readonly emission: Emission;
}

/** One emitted file. */
export interface File {
  readonly name: string;
  readonly text: string;
}

export interface Compiled {
  /** `name.ts`, or `name.js` and `name.d.ts`. */
  readonly files: readonly File[];
  readonly warnings: readonly Diagnostic[];
  readonly source: Source;
}

/**
 * The phases up to what is printed.
 * @throws CompileError with every mistake of the spec; RangeError where `wrt` or `of` names nothing; NothingToTrainError; SecondDerivativeError.
 */
export function runPhases(text: string, options: CompileOptions = {}): Phases {
  const source = new Source(text, options.file ?? "spec.grad");
  const wrt = options.wrt === undefined ? {} : { wrt: options.wrt };
  const parsed = withRate(parse(source, wrt), options.rate);
  const stable = simplify(parsed, { expand: "without-vjp" });
  const differentiated = differentiate(stable.graph, wrt);
  const backward = simplify(differentiated);
  const second = options.hessian === true || options.hvp === true ? secondDerivatives(differentiated, options) : null;
  const derivation = second === null ? backward.graph : { ...backward.graph, roots: [...backward.graph.roots, ...second.roots] };
  const updated = simplify(update(derivation));
  const final = withMirroredBlocks(withGathers(simplify(updated.graph, { expand: "all" }).graph));
  const programs = lower(final, options.precision, leftAlone(simplify(atRest(final)).graph));
  if (options.standalone === true) checkTrainable(final, programs);
  const schedules = schedule(programs);
  const emission: Emission = {
    graph: final, derivation, schedules, version,
    precision: options.precision ?? "f64",
    standalone: options.standalone ?? false,
    hash: bytesToHex(sha256(utf8ToBytes(source.text))),
    stableForms: stableForms(stable, backward, ...(second?.simplified ?? []), updated),
  };
  return { parsed, simplified: stable.graph, differentiated, final, programs, schedules, emission };
}

/** The sweep applied to its own output: what a differentiated graph has to have besides, and the simplifications on the way. */
function secondDerivatives(differentiated: Graph, options: SecondOptions): { readonly roots: readonly Root[]; readonly simplified: readonly Simplified[] } {
  const { slopes, second } = secondDerivativesOf(differentiated, options);
  return { roots: rootsOf(second.graph, "slope", "direction", "sensitivity", "hessian", "product"), simplified: [slopes, second] };
}

function secondDerivativesOf(graph: Graph, options: SecondOptions): { readonly slopes: Simplified; readonly second: Simplified } {
  const slopes = simplify(withSlopes(graph, options), { expand: "without-vjp" });
  return { slopes, second: simplify(withSecondDerivatives(slopes.graph, options)) };
}

/** A derivative of one example as simplified graphs. */
export interface DerivativePhases {
  /** With ∂of/∂wrt, in its stable form. */
  readonly whole: Graph;
  /** With its factors by the chain rule, every named value of the forward pass being there to be passed through. */
  readonly chain: Graph;
  readonly factors: readonly Derivative[];
}

/**
 * ∂of/∂wrt of one example, and the factors of the chain rule.
 * @throws CompileError with every mistake of the spec; NameError where a name is none of the spec's.
 */
export function runJacobian(text: string, file: string, { of, wrt }: Derivative): DerivativePhases {
  const source = new Source(text, file);
  const stable = simplify(parse(source, { oneExample: true, wrt }), { expand: "without-vjp" });
  const whole = simplify(withJacobian(stable.graph, { of, wrt })).graph;
  const parsed = parse(source, { oneExample: true, wrt: statesIn(parse(source, { oneExample: true })) });
  const expanded = rewritten(parsed, new Rewriter(parsed.space, () => [expansionRule("without-vjp")]));
  const factors = chainOf(expanded, { of, wrt });
  return { whole, factors, chain: simplify(factors.reduce(withJacobian, expanded)).graph };
}

/** Names of the states of recurrences. A factor of the chain rule takes them as values by themselves: what later states make of them belongs to another factor. */
function statesIn(graph: Graph): readonly string[] {
  const delayed = new Set(reachable(graph.roots.map((root) => root.node)).flatMap((node) => (node.kind === "delay" ? [node.knot.next] : [])));
  return rootsOf(graph, "definition").flatMap(({ name, node }) => (delayed.has(node) ? [name] : []));
}

/**
 * The Hessian of a scalar of one example, a block for each pair of variables, as a simplified graph.
 * @throws CompileError, NameError, SecondDerivativeError.
 */
export function runHessian(text: string, file: string, { of, wrt }: Derivative): Graph {
  const stable = simplify(parse(new Source(text, file), { oneExample: true, wrt }), { expand: "without-vjp" });
  return secondDerivativesOf(stable.graph, { hessian: true, of, wrt }).second.graph;
}

function checkTrainable({ spec }: Graph, programs: readonly Program[]): void {
  const has = (name: Program["name"]): boolean => programs.some((program) => program.name === name);
  if (!has("evaluate")) throw new NothingToTrainError(spec.source.file, "loss");
  if (!has("step")) throw new NothingToTrainError(spec.source.file, "param");
}

const withRate = (graph: Graph, rate: number | undefined): Graph =>
  rate === undefined ? graph : { ...graph, spec: { ...graph.spec, train: { ...graph.spec.train, rate, rateSpan: null } } };

const stableForms = (...simplified: readonly Simplified[]): readonly string[] => [
  ...new Set(simplified.flatMap(({ applications }) => applications.filter(({ rule }) => rule.stable).map(({ rule }) => rule.text.replace(/^stable: /, "")))),
];

/**
 * Compiles a spec to a module, as TypeScript or as JavaScript with declarations. Touches no disk, so it runs in a page too.
 * @throws CompileError with every mistake of the spec; NothingToTrainError where a standalone module has no loss or no parameters.
 */
export async function compile(text: string, options: CompileOptions & { readonly language?: "ts" | "js" } = {}): Promise<Compiled> {
  const { emission } = runPhases(text, options);
  const structure = moduleStructure(emission);
  const { name, source } = emission.graph.spec;
  const files = options.language === "js"
    ? [{ name: `${name}.js`, text: printJavaScript(structure) }, { name: `${name}.d.ts`, text: await printTypeScript(structure, true) }]
    : [{ name: `${name}.ts`, text: await printTypeScript(structure) }];
  return { files, warnings: emission.graph.warnings, source };
}

/** The module as JavaScript text alone, for running it: nothing of TypeScript is loaded. */
export function compileToJavaScript(text: string, options: CompileOptions = {}): { readonly code: string; readonly structure: ModuleStructure; readonly phases: Phases } {
  const phases = runPhases(text, options);
  const structure = moduleStructure(phases.emission);
  return { code: printJavaScript(structure), structure, phases };
}

/** A module whose `predict` gives, in place of a spec's outputs, the derivative of each unit of its activations. */
export interface CompiledActivations {
  readonly code: string;
  /** In the order of the module's outputs. */
  readonly activations: readonly Activation[];
}

/** What tells of a trained spec which of its units are saturated or dead, as JavaScript text. @throws CompileError */
export function compileActivations(text: string, options: Pick<CompileOptions, "file" | "precision"> = {}): CompiledActivations {
  const source = new Source(text, options.file ?? "spec.grad");
  const parsed = parse(source);
  const { graph, activations } = observeActivations(simplify(parsed, { expand: "without-vjp" }).graph, parsed);
  const derivation = simplify(graph).graph;
  const final = withGathers(simplify(derivation, { expand: "all" }).graph);
  const schedules = schedule(lower(final));
  const hash = bytesToHex(sha256(utf8ToBytes(source.text)));
  const emission: Emission = { graph: final, derivation, schedules, version, precision: options.precision ?? "f64", standalone: false, hash, stableForms: [] };
  return { code: printJavaScript(moduleStructure(emission)), activations };
}
