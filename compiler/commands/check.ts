import { readArguments, readNames, readPrecision, readSpecPath } from "./arguments.ts";
import { exitCodes, UsageError, type Command } from "./command.ts";
import type { Direction } from "../reference/check-products.ts";
import type { Point } from "../reference/evaluate.ts";
import { readTextFile } from "./files.ts";
import { emittedDraw } from "./draws.ts";
import { emittedAt, productsAt } from "./emitted-at.ts";
import { loadModule } from "./run-module.ts";
import { unsimplified, unsimplifiedTwice } from "./unsimplified.ts";
import { printWarnings } from "./warnings.ts";

export const check: Command = {
  name: "check",
  summary: "Holds the emitted gradients of a spec against a reference evaluator and against differences",
  usage: "check SPEC [--hvp] [--of NAME] [--precision f32|f64] [--wrt NAMES]",
  help: [
    "  --hvp                check Hessian-vector products too, against differences of the emitted gradients",
    "  --of NAME            of which scalar output of a spec without a loss these are. Default: the only one",
    "  --precision f32|f64  how numbers are stored. Default f64",
    "  --wrt NAMES          check gradients with respect to these, between commas. Default: all parameters; of a spec",
    "                       without a loss, all inputs",
    "",
    "The points are the same at each call and keep clear of kinks. The reference evaluates the spec as it was read,",
    "in 64 bits, with nothing rewritten, lowered or emitted; the differences know nothing of differentiation either.",
    "The exit code is 1 where an error is beyond its tolerance.",
  ],
  examples: [
    ["gradc check specs/usu.grad", "the largest error per parameter"],
    ["gradc check specs/softmax.grad --precision f32", "the same in 32 bits"],
    ["gradc check specs/usu.grad --hvp", "second derivatives as well"],
    ["gradc check specs/xor.grad --wrt x,h,W1", "an input and a value on the way as well"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, { hvp: { kind: "flag" }, of: { kind: "text" }, precision: { kind: "text" }, wrt: { kind: "texts" } });
    const file = readSpecPath(positionals);
    const [wrt, precision] = [readNames(values.wrt), readPrecision(values.precision)];
    if (values.of !== undefined && !values.hvp) throw new UsageError("--of says of what --hvp is, which is not given");
    const second = { hvp: values.hvp, ...(values.of === undefined ? {} : { of: values.of.normalize("NFC") }) };
    const loaded = await loadModule(readTextFile(file), { file, ...second, ...wrt, ...precision });
    const { parsed, final } = loaded.phases;
    printWarnings(final.warnings, final.spec.source, io);
    const reference = await import("../reference/check.ts");
    const { formatCheck } = await import("../reference/format.ts");
    const options = { ...precision, ...(parsed.spec.batched ? { noise: emittedDraw } : {}) };
    const results = [reference.check({ parsed, differentiated: unsimplified(parsed, wrt) }, (point) => emittedAt(loaded, point), options)];
    if (values.hvp) {
      const { checkProducts } = await import("../reference/check-products.ts");
      const checked = { parsed, second: unsimplifiedTwice(parsed, { ...second, ...wrt }), gradients: (point: Point) => emittedAt(loaded, point).gradients, products: (point: Point, direction: Direction) => productsAt(loaded, point, direction) };
      results.push(checkProducts(checked, options));
    }
    io.stdout.write(`${results.map(formatCheck).join("\n\n")}\n`);
    return results.every((result) => result.ok) ? exitCodes.success : exitCodes.wrong;
  },
};
