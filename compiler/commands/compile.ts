import { dirname, basename, join } from "node:path";
import { compile } from "../compile.ts";
import { readArguments, readNames, readPrecision, readSpecPath } from "./arguments.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";
import { readTextFile, writeFiles } from "./files.ts";
import { printWarnings } from "./warnings.ts";

export const compileCommand: Command = {
  name: "compile",
  summary: "Compiles a spec to one TypeScript module: parameters, forward, gradient and step",
  usage: "compile SPEC [-o FILE] [--standalone] [--hessian] [--hvp] [--of NAME]\n                    [--precision f32|f64] [--wrt NAMES]",
  help: [
    "  -o, --output FILE    write x.ts; or x.js, and x.d.ts beside it. Without it the TypeScript goes to",
    "                       standard output",
    "  --standalone         put what trains the module into it: it then exports train(data, options) and",
    "                       examples(rows) too, and needs nothing but itself, under any content-security policy;",
    "                       of the spec's stop it knows nothing and trains for all its epochs",
    "  --hessian            a function hessian as well: all blocks ∂²J/∂p∂q",
    "  --hvp                a function hvp as well: the Hessian times a direction, at a small multiple of the cost of",
    "                       the gradient, whatever the number of parameters",
    "  --of NAME            of which loss, or scalar output of a spec without one, these are. Default: the total loss,",
    "                       or the only scalar output",
    "  --precision f32|f64  how numbers are stored; arithmetic is 64-bit in both. Default f64",
    "  --wrt NAMES          take gradients with respect to these, between commas: parameters, inputs or any named",
    "                       value. Default: all parameters; of a spec without a loss, all inputs",
    "",
    "The module imports nothing. Its header says what it costs and how it was scheduled. A file appears whole or",
    "not at all; a spec with mistakes writes none.",
  ],
  examples: [
    ["gradc compile specs/xor.grad", "read it"],
    ["gradc compile specs/xor.grad -o src/xor.ts", "a TypeScript module"],
    ["gradc compile specs/xor.grad -o public/xor.js --precision f32", "JavaScript with xor.d.ts, numbers in 32 bits"],
    ["gradc compile specs/xor.grad --standalone -o public/xor.js", "one file that trains in a page, a worker or at the edge"],
    ["gradc compile specs/logistic.grad --hessian --hvp -o logistic.ts", "with second derivatives"],
    ["gradc compile specs/usu.grad --wrt a1,w2", "gradients of an input and one parameter"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, { output: { kind: "text", short: "o" }, standalone: { kind: "flag" }, hessian: { kind: "flag" }, hvp: { kind: "flag" }, of: { kind: "text" }, precision: { kind: "text" }, wrt: { kind: "texts" } });
    const file = readSpecPath(positionals);
    const output = values.output;
    const language = output === undefined ? "ts" : languageOf(output);
    if (values.of !== undefined && !values.hessian && !values.hvp) throw new UsageError("--of says of what --hessian and --hvp are, and neither is given");
    const second = { hessian: values.hessian, hvp: values.hvp, ...(values.of === undefined ? {} : { of: values.of.normalize("NFC") }) };
    const { files, warnings, source } = await compile(readTextFile(file), { file, language, standalone: values.standalone, ...second, ...readNames(values.wrt), ...readPrecision(values.precision) });
    printWarnings(warnings, source, io);
    if (output === undefined) io.stdout.write(files.map(({ text }) => text).join(""));
    else {
      const written = files.map(({ name, text }) => ({ path: name.endsWith(".d.ts") ? join(dirname(output), basename(output).replace(/\.js$/, ".d.ts")) : output, text }));
      writeFiles(written);
      io.stdout.write(`${written.map(({ path, text }) => `wrote ${path} (${kilobytes(text)})`).join("\n")}\n`);
    }
    return exitCodes.success;
  },
};

function languageOf(output: string): "ts" | "js" {
  if (/[^/\\]\.ts$/.test(output) && !output.endsWith(".d.ts")) return "ts";
  if (/[^/\\]\.js$/.test(output)) return "js";
  throw new UsageError(`-o needs a name that ends in .ts or .js, not ${output}`);
}

const kilobytes = (text: string): string => `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`;
