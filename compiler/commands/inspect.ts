import { runPhases, type Phases } from "../compile.ts";
import { usualVariables } from "../3-differentiate/variables.ts";
import { moduleStructure } from "../6-emit/ts/module.ts";
import { printTypeScript } from "../6-emit/ts/print.ts";
import { trainedParameters, type Graph } from "../ir/graph.ts";
import { derivable, graphJson, programJson, writeDerivation, writeGraph, writeProgram } from "../notation/write.ts";
import { writeHessian } from "../notation/write-hessian.ts";
import { scheduleJson, writeSchedule } from "../notation/write-schedule.ts";
import { encodeJson } from "../../runtime/values.ts";
import { readArguments, readHessian, readNames, readPrecision, readSpecPath } from "./arguments.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";
import { readTextFile } from "./files.ts";
import { inspectHessian, inspectJacobian, readDerivative, readLayout, type Layout } from "./inspect-jacobian.ts";
import { suggestion } from "./suggestion.ts";
import { printWarnings } from "./warnings.ts";

/** The forms of a spec, in the order in which they are made: as a graph, or function by function. */
const stages: { readonly [name: string]: GraphStage | FunctionStage } = {
  parse: { graph: (phases) => phases.parsed },
  simplify: { graph: (phases) => phases.simplified },
  differentiate: { graph: (phases) => phases.differentiated },
  lower: {
    text: ({ programs }, only) => programs.filter(({ name }) => only === undefined || name === only).map(writeProgram).join("\n"),
    json: ({ programs }, only) => programs.filter(({ name }) => only === undefined || name === only).map(programJson),
  },
  schedule: {
    text: ({ schedules, emission }, only) => schedules.filter(({ program }) => only === undefined || program.name === only).map((schedule) => writeSchedule(schedule, emission.precision)).join("\n"),
    json: ({ schedules, emission }, only) => schedules.filter(({ program }) => only === undefined || program.name === only).map((schedule) => scheduleJson(schedule, emission.precision)),
  },
  emit: {
    text: typeScriptOf,
    json: async (phases, only) => ({ name: `${phases.final.spec.name}.ts`, text: await typeScriptOf(phases, only) }),
  },
};

interface GraphStage {
  readonly graph: (phases: Phases) => Graph;
}

/** With `only`, one function of the module. */
interface FunctionStage {
  readonly text: (phases: Phases, only?: string) => string | Promise<string>;
  readonly json: (phases: Phases, only?: string) => unknown;
}

export const inspect: Command = {
  name: "inspect",
  summary: "Shows what the compiler makes of a spec",
  usage: `inspect SPEC [--stage ${Object.keys(stages).join("|")}] [--of NAME]\n                    [--jacobian F,X] [--hessian J,NAMES] [--hvp] [--json]`,
  help: [
    "  --stage STAGE        which form, default emit:",
    "                         parse          the network as it was read, a line each value",
    "                         simplify       after the rewrites",
    "                         differentiate  with the backward pass",
    "                         lower          functions as steps over index ranges",
    "                         schedule       how each step is carried out, and why",
    "                         emit           the TypeScript module",
    "  --of NAME            only what makes this value, with the rule applied at each line: h, or dW1 for the",
    "                       gradient of the loss with respect to W1. With --stage lower, schedule or emit also one",
    "                       function: gradient, step, forward, …",
    "  --jacobian F,X       the derivative of any value with respect to others (F,X,Y) for one example: symbolic, exact,",
    "                       with the factors of the chain rule beside it. May be repeated",
    "  --layout LAYOUT      derivative: Jacobians with a row for each element of F; gradient: their transpose. Default as",
    "                       the spec's conventions({layout: …}) say, else the usual: derivative for Jacobians, gradient for",
    "                       gradients of the loss, which so have the shape of their variable",
    "  --hessian J,NAMES    the second derivatives of the loss J (or a scalar of a spec without one) with respect to",
    "                       these, and what makes them; without names with respect to all parameters",
    "  --hvp                with Hessian-vector products: --stage emit --of hvp is their function",
    "  --wrt NAMES          take gradients with respect to these, between commas",
    "  --precision f32|f64  how numbers are stored. Default f64",
    "  --json               the same as plain data",
  ],
  examples: [
    ["gradc inspect specs/xor.grad", "the emitted code"],
    ["gradc inspect specs/usu.grad --of dw2", "the derivation of one gradient"],
    ["gradc inspect specs/xor.grad --jacobian y,x", "how the output changes with the input"],
    ["gradc inspect specs/softmax.grad --hessian J,z", "second derivatives with respect to the logits"],
    ["gradc inspect specs/xor.grad --stage emit --of gradient", "the emitted gradient function alone"],
    ["gradc inspect specs/xor.grad --stage differentiate", "the forward and the backward pass as mathematics"],
    ["gradc inspect specs/xor.grad --stage schedule --json", "the schedule for a program"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, { stage: { kind: "text" }, of: { kind: "text" }, jacobian: { kind: "texts" }, layout: { kind: "text" }, hessian: { kind: "text" }, hvp: { kind: "flag" }, wrt: { kind: "texts" }, precision: { kind: "text" }, json: { kind: "flag" } });
    const file = readSpecPath(positionals);
    const stage = stages[readStage(values.stage)]!;
    const layout = readLayout(values.layout);
    const jacobians = values.jacobian.map((names) => readDerivative("--jacobian", names));
    const text = readTextFile(file);
    if (jacobians.length > 0) {
      if (values.stage !== undefined || values.of !== undefined || values.hessian !== undefined) throw new UsageError("--jacobian goes without --stage, --of and --hessian: it is a form of its own");
      const made = jacobians.map((jacobian) => inspectJacobian(text, file, jacobian, layout));
      io.stdout.write(values.json ? `${encodeJson(made.map(({ json }) => json), 2)}\n` : made.map((one) => one.text).join("\n"));
      return exitCodes.success;
    }
    const options = { file, hvp: values.hvp, ...readNames(values.wrt), ...readHessian(values.hessian, values.wrt), ...readPrecision(values.precision) };
    if (values.hessian !== undefined && (values.of ?? values.stage) !== undefined) throw new UsageError(`--hessian prints the second derivatives alone; leave ${values.of === undefined ? "--stage" : "--of"} out`);
    const phases = laidOut(runPhases(text, options), layout);
    if (values.hessian !== undefined) {
      printWarnings(phases.final.warnings, phases.final.spec.source, io);
      const example = inspectHessian(text, file, { of: options.of!, wrt: options.wrt ?? usualVariables(phases.parsed) });
      const whole = writeHessian(phases.emission.derivation);
      io.stdout.write(values.json ? `${encodeJson({ hessian: values.hessian, blocks: example.json, text: whole }, 2)}\n` : `of one example\n\n${example.text}\n${phases.parsed.spec.batched ? `${phases.parsed.spec.conventions.reduction} over the batch` : "how it is made"}\n\n${whole}`);
      return exitCodes.success;
    }
    const of = values.of?.normalize("NFC");
    const isFunction = phases.programs.some((program) => program.name === of);
    if (of !== undefined && !("text" in stage && values.stage !== undefined && isFunction)) {
      const graphOf = "graph" in stage ? stage.graph : (made: Phases): Graph => made.emission.derivation;
      const derivation = derivationOf(phases, graphOf, of, (name) => laidOut(runPhases(text, { ...options, wrt: [...(options.wrt ?? trainedParameters(phases.parsed.spec).map((parameter) => parameter.name)), name] }), layout));
      io.stdout.write(values.json ? `${encodeJson({ of, text: derivation })}\n` : derivation);
      return exitCodes.success;
    }
    printWarnings(phases.final.warnings, phases.final.spec.source, io);
    const form = "text" in stage ? stage : { text: () => writeGraph(stage.graph(phases)), json: () => graphJson(stage.graph(phases)) };
    io.stdout.write(values.json ? `${encodeJson(await form.json(phases, of), 2)}\n` : await form.text(phases, of));
    return exitCodes.success;
  },
};

/** The phases with their equations laid out as asked, where that is asked. */
function laidOut(phases: Phases, layout: Layout | undefined): Phases {
  if (layout === undefined) return phases;
  const turned = (graph: Graph): Graph => ({ ...graph, spec: { ...graph.spec, conventions: { ...graph.spec.conventions, layout } } });
  return { ...phases, parsed: turned(phases.parsed), simplified: turned(phases.simplified), differentiated: turned(phases.differentiated), emission: { ...phases.emission, derivation: turned(phases.emission.derivation) } };
}

/** The TypeScript module, or one function of it with its parts. */
async function typeScriptOf(phases: Phases, only?: string): Promise<string> {
  const structure = moduleStructure(phases.emission);
  if (only === undefined) return printTypeScript(structure);
  // A long function is divided: its parts belong to it.
  const isOf = (name: string): boolean => name === only || (name.startsWith(`${only}Part`) && /^\d*$/.test(name.slice(only.length + "Part".length)));
  const declarations = structure.declarations.filter((declaration) => declaration.kind === "function" && isOf(declaration.name));
  return (await printTypeScript({ header: [], declarations, appendix: null })).replace(/^\/\*\*[^/]*\*\/\s*/, "");
}

function readStage(text = "emit"): string {
  if (Object.hasOwn(stages, text)) return text;
  const names = Object.keys(stages);
  throw new UsageError(`--stage is ${names.slice(0, -1).join(", ")} or ${names.at(-1)}, not ${text}${suggestion(text, names)}`);
}

/** What makes one value. A gradient that the compiler fused away comes back where `again` asks for it by name, as `--wrt` does. */
function derivationOf(phases: Phases, graphOf: (phases: Phases) => Graph, of: string, again: (wrt: string) => Phases): string {
  const graph = graphOf(phases);
  const names = derivable(graph);
  if (names.includes(of)) return writeDerivation(graph, of);
  const name = of.slice(1);
  const { parsed } = phases;
  if (of.startsWith("d") && parsed.spec.batched && parsed.roots.some((root) => root.role === "definition" && root.name === name)) {
    const asked = graphOf(again(name));
    if (derivable(asked).includes(of)) return writeDerivation(asked, of);
  }
  const output = parsed.roots.find((root) => root.role === "output")?.name;
  if (!parsed.spec.batched && of.startsWith("d") && output !== undefined && parsed.roots.some((root) => root.role === "definition" && root.name === name)) {
    throw new UsageError(`--of ${of}: ${parsed.spec.source.file} has no loss, whose derivative that would be; --jacobian ${output},${name} shows an output's`);
  }
  throw new UsageError(`--of: ${parsed.spec.source.file} has no value named ${of}${suggestion(of, names) || `; it has ${names.join(", ")}`}`);
}
