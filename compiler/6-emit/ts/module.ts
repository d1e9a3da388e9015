import type { Metadata } from "../../../runtime/model.ts";
import { rootsOf, trainedParameters, type Root } from "../../ir/graph.ts";
import type { Stored, WorkArray } from "../../ir/memory.ts";
import type { Leaf } from "../../ir/node.ts";
import type { Buffer } from "../../ir/program.ts";
import { toNumber } from "../../ir/rational.ts";
import { isBatched, ownShape, sizeOf } from "../../ir/shape.ts";
import { operations } from "../../ops/index.ts";
import { OperationCount, report } from "../report.ts";
import { jsonLines, type Declaration, type Json, type ModuleStructure } from "../structure.ts";
import type { Emission } from "../target.ts";
import { emitFunction, type EmittedFunction } from "./function.ts";
import { hashHelper, initialiseDeclarations } from "./initialise.ts";
import { identifier, jacobianMember, moduleNames, Names } from "./names.ts";
import { secondLayout, secondMetadata, secondTypes, type SecondMetadata } from "./second.ts";
import type { ModuleScope } from "./module-scope.ts";
import type { Helper } from "./spelling.ts";
import { mathematics, stepComments } from "./comments.ts";
import { appendix, standaloneDeclarations } from "./standalone.ts";
import { standaloneRuntime } from "./standalone-runtime.ts";

const docs: Record<string, readonly string[]> = {
  forward: ["The predictions for one example."],
  jacobian: ["The outputs for one example and their Jacobians: the output's elements, row-major, then the variable's."],
  evaluate: ["Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss."],
  gradient: ["The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss."],
  hessian: ["The second derivatives, a block for each two variables: its rows' variable first."],
  hvp: ["The Hessian times a direction, without the Hessian: the derivative of the gradient in that direction."],
  step: ["One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update."],
};

/** The structure of the module of a spec: types, layout, seeded initialisation, and the functions that the spec gives work to. */
export function moduleStructure(emission: Emission): ModuleStructure {
  return new ModuleBuilder(emission).build();
}

class ModuleBuilder {
  readonly #emission: Emission;
  readonly #floats: string;
  /** Names of the module itself; arrays of values are called after what they hold. */
  readonly #names: Names;
  readonly #arrays: readonly WorkArray[];
  readonly #arrayNames: ReadonlyMap<Stored, string>;
  readonly #constants = new Map<string, { readonly name: string; readonly values: readonly number[]; readonly extents: readonly number[] }>();
  readonly #helpers = new Map<string, Helper>();
  #draws = false;
  readonly #states: ReadonlyMap<string, number>;
  readonly #stateSize: number;

  constructor(emission: Emission) {
    this.#emission = emission;
    const { parameters, columns, hypers } = emission.graph.spec;
    this.#names = new Names([...operations.keys(), ...moduleNames, ...(emission.standalone ? standaloneRuntime.names : []), ...[...parameters, ...columns, ...hypers, ...rootsOf(emission.graph, "direction").map(({ node }) => node as Leaf)].map(({ name }) => identifier(name))]);
    this.#floats = emission.precision === "f64" ? "Float64Array" : "Float32Array";
    this.#arrays = [...new Set(emission.schedules.flatMap(({ memory }) => memory.arrays))];
    // The spec may have values called as the rows of a block are.
    const rows = new Set(emission.schedules.map(({ memory }) => memory.rows));
    this.#arrayNames = new Map(this.#arrays.flatMap(({ values }) => values.map((value) => [value, this.#names.give(rows.has(value) ? value.name : identifier(value.name))])));
    const states = new Map<string, number>();
    let offset = 0;
    for (const { name, node } of rootsOf(emission.graph, "state")) {
      states.set(name, offset);
      offset += sizeOf(ownShape(node.shape));
    }
    this.#states = states;
    this.#stateSize = offset;
  }

  build(): ModuleStructure {
    const { graph, standalone } = this.#emission;
    const counts = new OperationCount();
    const scope: ModuleScope = {
      graph,
      floats: this.#floats,
      array: (stored) => this.#arrayNames.get(stored) as string,
      constant: (buffer) => this.#constantOf(buffer),
      nameOfPart: (of) => this.#names.give(`${of}Part`),
      use: (helper) => void this.#helpers.set(helper.helper, helper),
      useDraws: () => void (this.#draws = true),
      count: (program, step, op, times) => counts.add(program, step, op, times),
      describe: stepComments(graph),
      stateOffset: (name) => this.#states.get(name) ?? 0,
    };
    const functions = this.#emission.schedules.map((schedule) => emitFunction(schedule, scope));
    const declarations = [...this.#types(), ...this.#layout(), ...this.#workingArrays(), ...functions.flatMap((f) => this.#function(f)), ...this.#predict(functions), ...this.#helperFunctions(), ...(standalone ? standaloneDeclarations(graph.spec) : [])];
    const used = new Set(declarations.filter((d) => d.kind === "function").flatMap((d) => d.parameters.map((p) => p.initial)));
    const kept = declarations.filter((d) => d.kind !== "value" || !["start", "defaults"].includes(d.name) || used.has(d.name));
    return { header: report(this.#emission, counts, mathematics(this.#emission.derivation)), declarations: kept, appendix: standalone ? appendix : null };
  }

  #constantOf(buffer: Buffer): string {
    const values = (buffer.values ?? []).map(toNumber);
    const key = values.join();
    const known = this.#constants.get(key);
    if (known !== undefined) return known.name;
    const name = this.#names.give(`constant${this.#constants.size + 1}`);
    this.#constants.set(key, { name, values, extents: buffer.extents });
    return name;
  }

  #tensor(shape: readonly number[]): string {
    return `Tensor<[${shape.join(", ")}]>`;
  }

  #types(): readonly Declaration[] {
    const { graph } = this.#emission;
    const { spec } = graph;
    const properties = (entries: readonly { readonly name: string; readonly type: string; readonly doc?: string }[], readonly = true) => entries.map((entry) => ({ ...entry, readonly }));
    const named = (root: Root) => ({ name: identifier(root.name), type: this.#tensor(ownShape(root.node.shape)) });
    const gradients = rootsOf(graph, "gradient");
    const hasStatistics = spec.parameters.length > trainedParameters(spec).length;
    const types: Declaration[] = [
      { kind: "type", name: "Floats", type: this.#floats, doc: "The arrays that hold numbers." },
      { kind: "type", name: "Tensor", typeParameters: ["Shape extends readonly number[]"], type: "Floats & { readonly shape?: Shape }", doc: "Row-major numbers. The mark, never set, carries the shape, so that a 2-vector is not a 3-vector." },
    ];
    if (this.#emission.schedules.some(({ program }) => program.single)) types.push({ kind: "type", name: "Vector", typeParameters: ["N extends number"], type: "Tensor<[N]> | (readonly number[] & { readonly length: N })", doc: "N numbers, row-major: an array literal of that length, or a typed array." });
    types.push({
      kind: "interface", name: "Parameters", doc: hasStatistics ? "Trainable numbers, and running statistics, which steps set: views on one flat array." : "Trainable numbers: views on one flat array.",
      properties: properties([{ name: "flat", type: "Floats", doc: "All of them, one parameter after the other." }, ...spec.parameters.map((p) => ({ name: identifier(p.name), type: this.#tensor(p.shape) }))]),
    });
    if (spec.hypers.length === 0) types.push({ kind: "type", name: "Hyper", type: "Record<string, never>", doc: "The spec has no hyperparameters." });
    // A type, not an interface: only the former is also a record of numbers, as the runtime takes it. The same goes for Outputs.
    else types.push({ kind: "type", name: "Hyper", doc: "Numbers that can be changed between steps.", type: `{ ${spec.hypers.map((h) => `${propertyName(h.name)}: number`).join("; ")} }` });
    if (spec.batched) {
      types.push({
        kind: "interface", name: "Examples", doc: "Examples as columns: for each name its values, one example after the other.",
        properties: properties([{ name: "size", type: "number" }, { name: "columns", type: `{ ${spec.columns.map((c) => `readonly ${propertyName(c.name)}: ${c.classes === undefined ? "Floats" : "Int32Array"}`).join("; ")} }` }]),
      });
      types.push({ kind: "interface", name: "Clock", doc: "Numbers that change from step to step: step and epoch count from 1; the seed keys random draws.", properties: ["t", "epoch", "rate", "seed"].map((name) => ({ name, type: "number", readonly: false })) });
      types.push({ kind: "type", name: "Report", type: "Floats", doc: `In order: ${[...rootsOf(graph, "loss"), ...rootsOf(graph, "metric")].map((root) => root.name).join(", ")}.` });
      types.push({ kind: "interface", name: "Gradients", doc: "Gradients of the loss.", properties: properties([...gradients.map(named), { name: "losses", type: "Floats", doc: "Each loss over the batch." }]) });
    }
    if (rootsOf(graph, "output").length > 0) types.push({ kind: "type", name: "Outputs", doc: "Predictions for one example.", type: `{ ${rootsOf(graph, "output").map(named).map(({ name, type }) => `readonly ${name}: ${type}`).join("; ")} }` });
    const jacobians = rootsOf(graph, "jacobian");
    if (jacobians.length > 0) types.push({ kind: "interface", name: "Jacobians", doc: "Outputs, and ∂output/∂variable shaped as the output and then the variable.", properties: properties([...rootsOf(graph, "output").map(named), ...jacobians.map((root) => ({ ...named(root), name: jacobianMember(root.name) }))]) });
    return [...types, ...secondTypes(graph)];
  }

  /** Metadata, the parameters' views, and makers of everything that the functions fill. */
  #layout(): readonly Declaration[] {
    const { graph } = this.#emission;
    const { spec } = graph;
    const metadata = this.#metadata();
    const total = spec.parameters.reduce((sum, p) => sum + sizeOf(p.shape), 0);
    const views = metadata.parameters.map((p) => `  ${identifier(p.name)}: flat.subarray(${p.offset}, ${p.offset + sizeOf(p.shape)}),`);
    const make = (name: string, type: string, doc: string, body: readonly string[], parameters: readonly { name: string; type: string; initial?: string }[] = []): Declaration => ({ kind: "function", name, exported: true, doc: [doc], parameters, returns: type, body });
    const record = (entries: readonly string[]): readonly string[] => ["return {", ...entries.map((entry) => `  ${entry},`), "};"];
    const array = (name: string, size: number | string): string => `${identifier(name)}: new ${this.#floats}(${size})`;
    const declarations: Declaration[] = [
      { kind: "value", name: "metadata", exported: true, doc: "What the module is: names, shapes, defaults and data of the spec.", json: metadata as unknown as Json, value: jsonLines(metadata as unknown as Json) },
      make("createParameters", "Parameters", "Parameters as views on one flat array, zero where none is given.", ["return {", "  flat,", ...views, "};"], [{ name: "flat", type: "Floats", initial: `new ${this.#floats}(${total})` }]),
      ...initialiseDeclarations(spec),
      make("createHyper", "Hyper", "Hyperparameters at the values of the spec.", spec.hypers.length === 0 ? ["return {};"] : record(spec.hypers.map((h) => `${propertyName(h.name)}: ${h.value}`))),
      { kind: "value", name: "defaults", exported: false, type: "Hyper", value: ["createHyper()"] },
    ];
    const outputs = rootsOf(graph, "output").map((root) => array(root.name, sizeOf(ownShape(root.node.shape))));
    if (outputs.length > 0) declarations.push(make("createOutputs", "Outputs", "Room for the predictions of one example.", record(outputs)));
    const jacobians = rootsOf(graph, "jacobian").map((root) => array(jacobianMember(root.name), sizeOf(ownShape(root.node.shape))));
    if (jacobians.length > 0) declarations.push(make("createJacobians", "Jacobians", "Room for outputs and Jacobians.", record([...outputs, ...jacobians])));
    declarations.push(...secondLayout(graph, this.#floats));
    if (!spec.batched) return declarations;
    const gradients = rootsOf(graph, "gradient").map((root) => array(root.name, isBatched(root.node.shape) ? `examples * ${sizeOf(ownShape(root.node.shape))}` : sizeOf(ownShape(root.node.shape))));
    const perExample = rootsOf(graph, "gradient").some((root) => isBatched(root.node.shape));
    const losses = array("losses", rootsOf(graph, "loss").length).replace("losses_", "losses");
    return [
      ...declarations,
      make("createGradients", "Gradients", perExample ? "Room for gradients; those of something that each example has its own of take room per example of the data." : "Room for gradients.", record([...gradients, losses]), [{ name: perExample ? "examples" : "_examples", type: "number", initial: "1" }]),
      make("createState", "Floats", "The state of the update rule, all zeros.", [`return new ${this.#floats}(${this.#stateSize});`]),
      { kind: "value", name: "start", exported: false, type: "Clock", value: ["{ t: 0, epoch: 0, rate: 0, seed: 0 }"] },
    ];
  }

  #metadata(): Metadata & SecondMetadata {
    const { graph, hash, version, precision } = this.#emission;
    const { spec } = graph;
    let offset = 0;
    const { optimizer, rate, batch, epochs, validation, seed, stop } = spec.train;
    return {
      name: spec.name, hash, version, precision,
      parameters: spec.parameters.map(({ name, shape, initial, statistic }) => {
        const layout = { name, shape, offset, initial, ...(statistic === undefined ? {} : { statistic }) };
        offset += sizeOf(shape);
        return layout;
      }),
      columns: spec.columns.map(({ node: _node, ...column }) => column),
      hypers: spec.hypers.map(({ name, value }) => ({ name, value })),
      losses: rootsOf(graph, "loss").map((root) => root.name),
      metrics: rootsOf(graph, "metric").map((root) => root.name),
      outputs: rootsOf(graph, "output").map((root) => ({ name: root.name, shape: ownShape(root.node.shape) })),
      reduction: spec.conventions.reduction,
      data: spec.data,
      train: { optimizer, rate, batch, epochs, validation, seed, ...(stop === undefined ? {} : { stop }) },
      ...secondMetadata(graph),
    };
  }

  /** Arrays that functions work in, so that none is made while training. Of values that take turns in one, the largest names it. */
  #workingArrays(): readonly Declaration[] {
    const constants = [...this.#constants.values()].map(({ name, values }): Declaration => ({ kind: "value", name, exported: false, doc: "Numbers of the spec.", value: jsonLines(values) }));
    const arrays = this.#arrays.flatMap(({ kind, length, values, spanning }): readonly Declaration[] => {
      if (spanning !== undefined) return values.map((value): Declaration => ({ kind: "value", name: this.#arrayNames.get(value) as string, exported: false, isReplaced: true, value: [`new ${this.#floats}(0)`], doc: "All examples of a batch, one after the other: made longer where a batch is larger than those before." }));
      const largest = values.find((value) => value.length === length) as Stored;
      const called = (value: Stored): string => this.#arrayNames.get(value) as string;
      const turns = values.length === 1 ? {} : { doc: `Room for ${enumerated(values.map(called))}, one after the other.` };
      return [
        { kind: "value", name: called(largest), exported: false, value: [`new ${kind === "integer" ? "Int32Array" : this.#floats}(${length})`], ...turns },
        ...values.filter((value) => value !== largest).map((value): Declaration => ({ kind: "value", name: called(value), exported: false, value: [called(largest)] })),
      ];
    });
    return [...constants, ...arrays];
  }

  #function({ name, signature, body, parts }: EmittedFunction): readonly Declaration[] {
    return [
      { kind: "function", name, exported: true, doc: docs[name] as readonly string[], parameters: signature.parameters, returns: signature.returns, body },
      ...parts.map((part): Declaration => ({ kind: "function", name: part.name, exported: false, doc: [part.doc], parameters: part.parameters, returns: "void", body: part.body })),
    ];
  }

  /** Predictions for an example among others. */
  #predict(functions: readonly EmittedFunction[]): readonly Declaration[] {
    const forward = functions.find((f) => f.name === "forward");
    if (forward === undefined || !this.#emission.graph.spec.batched) return [];
    const names = forward.signature.parameters.map((parameter) => parameter.name);
    const columns = forward.signature.parameters.slice(1, names.lastIndexOf("into"));
    const hyper = forward.signature.parameters.slice(names.lastIndexOf("into") + 1);
    const args = columns.map((parameter) => {
      const column = this.#emission.graph.spec.columns.find((c) => identifier(c.name) === parameter.name) as { readonly name: string; readonly shape: readonly number[] };
      const size = sizeOf(column.shape);
      const from = `data.columns${/^[A-Za-z_$][\w$]*$/.test(column.name) ? `.${column.name}` : `[${JSON.stringify(column.name)}]`}`;
      return parameter.type === "number" ? `${from}[row]` : `${from}.subarray(row * ${size}, row * ${size} + ${size})`;
    });
    return [{
      kind: "function", name: "predict", exported: true, doc: ["The predictions for one example among others."],
      parameters: [{ name: "params", type: "Parameters" }, { name: "data", type: "Examples" }, { name: "row", type: "number" }, { name: "into", type: "Outputs", initial: "createOutputs()" }, ...hyper],
      returns: "Outputs",
      body: [`return forward(${["params", ...args, "into", ...hyper.map((h) => h.name)].join(", ")});`],
    }];
  }

  #helperFunctions(): readonly Declaration[] {
    const helpers = [...this.#helpers.values()].map((helper): Declaration => ({
      kind: "function", name: helper.helper, exported: false, doc: [helper.summary], returns: "number", body: helper.body,
      parameters: helper.parameters.map((name) => ({ name, type: "number" })),
    }));
    if (!this.#draws) return helpers;
    const draw: Declaration = {
      kind: "function", name: "draw", exported: false, doc: ["The random number of one element at one step."], returns: "number",
      parameters: ["seed", "t", "site", "position"].map((name) => ({ name, type: "number" })),
      body: ["return uniform(seed, t * 64 + site, position);"],
    };
    const hasHash = initialiseDeclarations(this.#emission.graph.spec).includes(hashHelper);
    return [...helpers, draw, ...(hasHash ? [] : [hashHelper])];
  }
}

const propertyName = (name: string): string => (name === "__proto__" ? '["__proto__"]' : /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name));

const enumerated = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
