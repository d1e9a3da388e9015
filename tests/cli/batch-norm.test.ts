import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeSafetensors } from "../../runtime/formats/safetensors.ts";
import { train, type TrainableOf } from "../../runtime/train.ts";
import { examplesFromRows } from "../../runtime/examples.ts";
import type { ParameterViews } from "../../runtime/model.ts";
import { run } from "../emit/emitted.ts";
import { directoryWith, gradc, lastJson } from "./run.ts";

const spiral = `x = input(2)
c = label(3)
W = param(8, 2)
b = param(8)
V = param(3, 8)
layer(z) = tanh(batchNorm(z) + b)
y = output(softmax(V * layer(layer(W * x))))
J = loss(crossEntropy(y, c))
right = metric(argmax(y) == argmax(c))
data("generated/spiral")
train({optimizer: "momentum", rate: 0.1, batch: 32, epochs: 6, validation: 0.2, seed: 3})
`;

/** The command's standard output; it must succeed. */
async function said(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await gradc(args);
  expect(code, stderr).toBe(0);
  return stdout;
}

describe("running statistics", () => {
  it("are saved with the parameters: eval gives the numbers that training printed", async () => {
    const { path } = directoryWith({ "s.grad": spiral });
    for (const [format, precision] of [["safetensors", "f64"], ["json", "f32"]] as const) {
      const trained = lastJson(await said("train", path("s.grad"), "--precision", precision, "--save", path(`p.${format}`), "--json")) as { readonly train: object; readonly validation: object };
      expect(lastJson(await said("eval", path("s.grad"), "--load", path(`p.${format}`), "--json"))).toMatchObject({ train: trained.train, validation: trained.validation });
    }
    const { tensors } = decodeSafetensors(readFileSync(path("p.safetensors")), "p");
    expect([...tensors.keys()].filter((name) => name.startsWith("batchNorm"))).toEqual(["batchNorm1_mean", "batchNorm1_variance", "batchNorm2_mean", "batchNorm2_variance"]);
    for (const name of ["batchNorm1_mean", "batchNorm2_variance"]) expect([...tensors.get(name)!.values].every((value) => value !== 0 && value !== 1), name).toBe(true);
  });

  it("go on with a run that is resumed, to the same bytes", async () => {
    const { path } = directoryWith({ "s.grad": spiral });
    await said("train", path("s.grad"), "--save", path("whole.safetensors"));
    await said("train", path("s.grad"), "--epochs", "2", "--save", path("part.safetensors"));
    await said("train", path("s.grad"), "--resume", path("part.safetensors"), "--epochs", "6", "--save", path("end.safetensors"));
    const [whole, end] = [path("whole.safetensors"), path("end.safetensors")].map((file) => decodeSafetensors(readFileSync(file), file).tensors);
    expect([...end!].map(([name, { values }]) => [name, ...values])).toEqual([...whole!].map(([name, { values }]) => [name, ...values]));
  });

  it("are those of the best epoch, and of the best of several runs", async () => {
    const { path } = directoryWith({ "s.grad": spiral });
    for (const args of [["--restarts", "3"], ["--stop", "patience=1", "--epochs", "30"]]) {
      const trained = lastJson(await said("train", path("s.grad"), ...args, "--save", path("p.json"), "--json")) as { readonly validation: object };
      expect(lastJson(await said("eval", path("s.grad"), "--load", path("p.json"), "--json")), args.join(" ")).toMatchObject({ validation: trained.validation });
    }
  });

  it("train in a standalone module to the bits of a plain one", async () => {
    const rows = Array.from({ length: 12 }, (_, r) => [Math.sin(3 * r), Math.cos(5 * r), r % 3]);
    const [plain, alone] = [await run(spiral), await run(spiral, { standalone: true })] as unknown as [TrainableOf<ParameterViews>, { train(data: unknown): Promise<{ params: ParameterViews }>; examples(rows: unknown): unknown }];
    const [a, b] = [await train(plain, examplesFromRows(plain.metadata.columns, rows, "f64")), await alone.train(alone.examples(rows))];
    expect([...b.params.flat]).toEqual([...a.params.flat]);
  });

  it("count neither as weights whose change ends a run nor in the norm of the gradient", async () => {
    const model = (await run('x = input(2)\nw = param(2)\nJ = loss(sum(w .* batchNorm(x)) * 0)\ntrain({batch: 4, epochs: 9, validation: 0})')) as unknown as TrainableOf<ParameterViews>;
    const data = examplesFromRows(model.metadata.columns, Array.from({ length: 8 }, (_, r) => [r, r * r]), "f64");
    for (const stop of [{ weightChange: 1e-9 }, { gradientNorm: 1e-9 }]) expect((await train(model, data, { stop })).stopped).toMatchObject({ kind: "converged", epoch: 1 });
  });
});
