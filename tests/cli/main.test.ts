import { describe, expect, it } from "vitest";
import { editDistance, suggestion } from "../../compiler/commands/suggestion.ts";
import { version } from "../../compiler/version.ts";
import { directoryWith, gradc } from "./run.ts";

const commands = ["compile", "inspect", "gradient", "check", "train", "eval", "predict"];

describe("help", () => {
  it("shows every command", async () => {
    for (const args of [[], ["--help"], ["-h"], ["help"]]) {
      const { code, stdout, stderr } = await gradc(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      for (const command of commands) expect(stdout).toContain(`  ${command}`);
    }
  });

  it.each(commands)("of %s has its usage, options and examples", async (command) => {
    const { code, stdout } = await gradc([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: gradc ${command} SPEC`);
    expect(stdout).toMatch(/Examples:\n {2}gradc /);
    expect(stdout.split("\n").every((line) => line.length <= 130)).toBe(true);
    expect(await gradc(["help", command])).toEqual(await gradc([command, "-h"]));
  });

  it("gives the version", async () => {
    expect(await gradc(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("wrong usage ends with 2, says what is wrong and suggests what was meant", () => {
  it.each([
    [["trian", "x.grad"], "unknown command trian; did you mean train?"],
    [["frobnicate"], "unknown command frobnicate\n"],
    [["specs/xor.grad"], "a command comes before the spec"],
    [["--verison"], "did you mean --version?"],
    [["train"], "which spec?"],
    [["train", "a.grad", "b.grad"], "one spec at a time"],
    [["train", "specs/xor.grad", "--epoch", "3"], "unknown option --epoch; did you mean --epochs?"],
    [["train", "specs/xor.grad", "--epochs"], "--epochs needs a value"],
    [["train", "specs/xor.grad", "--epochs", "many"], "--epochs needs a whole number from 0, not many"],
    [["train", "specs/xor.grad", "--batch", "0"], "--batch needs a whole number from 1, not 0"],
    [["train", "specs/xor.grad", "--rate", "-1"], "--rate needs a number from 0, not -1"],
    [["train", "specs/xor.grad", "--rate", "1", "--rate", "2"], "--rate is given twice"],
    [["train", "specs/xor.grad", "--json=yes"], "--json takes no value"],
    [["train", "specs/xor.grad", "--save", "x.npz"], "--save needs a name that ends in .safetensors or .json, not x.npz"],
    [["train", "specs/xor.grad", "--load", "x.json", "--resume", "x.json"], "give one of the two"],
    [["eval", "specs/xor.grad"], "--load FILE is missing"],
    [["eval", "specs/xor.grad", "--load", "x.json", "--validation", "1"], "--validation needs a share from 0 to less than 1, not 1"],
    [["predict", "specs/xor.grad"], "--load FILE is missing"],
    [["predict", "specs/xor.grad", "--load", "x.json", "--json", "--csv"], "one of the two"],
    [["train", "specs/xor.grad", "--set", "lambda"], "--set needs NAME=VALUE"],
    [["train", "specs/logistic.grad", "--set", "lamda=1"], "did you mean lambda?"],
    [["train", "specs/logistic.grad", "--set", "rate=1"], "use --rate"],
    [["inspect", "specs/xor.grad", "--stage", "emitt"], "did you mean emit?"],
    [["inspect", "specs/xor.grad", "--of", "dw1"], "did you mean dW1?"],
    [["compile", "specs/xor.grad", "-o", "x.py"], "ends in .ts or .js, not x.py"],
    [["compile", "specs/xor.grad", "-o", "x.d.ts"], "ends in .ts or .js"],
    [["compile", "specs/xor.grad", "--precision", "f16"], "f64 or f32, not f16"],
    [["compile", "specs/xor.grad", "--wrt", "w1"], "has no value named w1; did you mean W1?"],
    [["compile", "specs/xor.grad", "--wrt", "W1,,b1"], "between its commas"],
    [["gradient", "specs/mnist.grad"], "specs/mnist.grad has no rows of data([...]): write some, or give a point with --at POINT.json"],
    [["gradient", "specs/xor.grad", "--at", "p.json", "--seed", "1.5"], "--seed needs a whole number"],
  ] as const)("%j", async (args, message) => {
    const { code, stdout, stderr } = await gradc(args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("a file that cannot be read or a wrong spec ends with 1", () => {
  it("no such spec, a directory, no text", async () => {
    const { path } = directoryWith();
    expect(await gradc(["compile", "nowhere.grad"])).toEqual({ code: 1, stdout: "", stderr: "gradc: nowhere.grad: no such file\n" });
    expect(await gradc(["check", path(".")])).toMatchObject({ code: 1, stderr: `gradc: ${path(".")}: is a directory\n` });
  });

  const sixMistakes = [
    "x  = input(2)",
    "d  = target(1)",
    "W1 = param(2, 3)",
    "b1 = param(2)",
    "h  = relu(W1 * x + b1)",
    "y  = output(sgmoid(b1))",
    "q  = nope + 1",
    "b1 = 3",
    "z  = sin x",
    "J  = loss(sum((y - d) .^ 2))",
    "train({rates: 0.1})",
  ].join("\n");

  it.each(["compile", "inspect", "check", "train"])("%s reports six mistakes at once, each underlined", async (command) => {
    const directory = directoryWith({ "six.grad": sixMistakes });
    const output = command === "compile" ? ["-o", directory.path("six.js")] : [];
    const { code, stdout, stderr } = await gradc([command, directory.path("six.grad"), ...output]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.match(/^.*six\.grad:\d+:\d+ {2}/gm)).toHaveLength(6);
    expect(stderr.match(/^ +\| +~+$/gm)).toHaveLength(6);
    expect(stderr).toMatch(/\n6 errors\n$/);
    expect(directory.names()).toEqual(["six.grad"]);
  });
});

describe("suggestions", () => {
  it("counts insertions, deletions, substitutions and swaps", () => {
    expect([editDistance("", "abc"), editDistance("train", "trian"), editDistance("kitten", "sitting")]).toEqual([3, 1, 3]);
  });

  it("stays silent where nothing is near", () => {
    expect(suggestion("zzz", ["train", "check"])).toBe("");
    expect(suggestion("insp", ["inspect", "check"])).toBe("; did you mean inspect?");
  });
});
