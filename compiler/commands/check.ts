import { expansionRule } from "../2-simplify/expansion.ts";
import { differentiate } from "../3-differentiate/differentiate.ts";
import { Rewriter } from "../rewrite/rewrite.ts";
import type { Graph } from "../ir/graph.ts";
import { readArguments, readNames, readPrecision, readSpecPath } from "./arguments.ts";
import { exitCodes, type Command } from "./command.ts";
import { readTextFile } from "./files.ts";
import { emittedDraw } from "./draws.ts";
import { emittedAt } from "./emitted-at.ts";
import { loadModule } from "./run-module.ts";
import { printWarnings } from "./warnings.ts";

export const check: Command = {
  name: "check",
  summary: "Holds the emitted gradients of a spec against a reference evaluator and against differences",
  usage: "check SPEC [--precision f32|f64] [--wrt NAMES]",
  help: [
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
    ["gradc check specs/xor.grad --wrt x,h,W1", "an input and a value on the way as well"],
  ],
  async run(args, io) {
    const { values, positionals } = readArguments(args, { precision: { kind: "text" }, wrt: { kind: "texts" } });
    const file = readSpecPath(positionals);
    const [wrt, precision] = [readNames(values.wrt), readPrecision(values.precision)];
    const loaded = await loadModule(readTextFile(file), { file, ...wrt, ...precision });
    const { parsed, final } = loaded.phases;
    printWarnings(final.warnings, final.spec.source, io);
    const reference = await import("../reference/check.ts");
    const { formatCheck } = await import("../reference/format.ts");
    const result = reference.check({ parsed, differentiated: unsimplified(parsed, wrt) }, (point) => emittedAt(loaded, point), { ...precision, ...(parsed.spec.batched ? { noise: emittedDraw } : {}) });
    io.stdout.write(`${formatCheck(result)}\n`);
    return result.ok ? exitCodes.success : exitCodes.wrong;
  },
};

/** The graph as it was read, with cotangents; only operations without a rule of their own stand as their formula. */
function unsimplified(parsed: Graph, wrt: { readonly wrt?: readonly string[] }): Graph {
  const rewriter = new Rewriter(parsed.space, () => [expansionRule("without-vjp")]);
  return differentiate({ ...parsed, roots: parsed.roots.map((root) => ({ ...root, node: rewriter.rewrite(root.node) })) }, wrt);
}
