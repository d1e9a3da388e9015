import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { directoryWith, gradc, lastJson, type Outcome } from "./run.ts";

/** Runs a line of the shell in which `gradc` is the command line from its sources. */
async function shell(line: string): Promise<Outcome> {
  const script = `gradc() { '${process.execPath}' --import tsx compiler/cli.ts "$@"; }; ${line}`;
  try {
    return { code: 0, ...(await promisify(execFile)("bash", ["-c", script])) };
  } catch (error) {
    const { code, stdout, stderr } = error as Outcome;
    return { code, stdout, stderr };
  }
}

describe.skipIf(process.platform === "win32")("standard streams", () => {
  it("may be closed by a reader that has seen enough", async () => {
    const { path } = directoryWith({ "in.csv": "1,2,3,4\n".repeat(50_000) });
    await gradc(["train", "specs/softmax.grad", "--epochs", "1", "--save", path("s.json")]);
    const predicted = await shell(`set -o pipefail; gradc predict specs/softmax.grad --load ${path("s.json")} --data ${path("in.csv")} | head -1`);
    expect(predicted).toEqual({ code: 0, stdout: "p1,p2,p3,class\n", stderr: "" });
    // Progress that no one reads is no reason to lose the result.
    const trained = await shell(`set -o pipefail; { gradc train specs/softmax.grad --epochs 2000 --json 2>&1 >&3 | head -1 >/dev/null; } 3>&1`);
    expect(trained).toMatchObject({ code: 0, stderr: "" });
    expect(lastJson(trained.stdout)).toMatchObject({ stopped: { kind: "finished", epoch: 2000 } });
  });

  it.skipIf(!existsSync("/dev/full"))("that are full end the command with one message", async () => {
    const message = "gradc: standard output: cannot be written, no space left\n";
    expect(await shell("gradc train specs/xor.grad --json > /dev/full")).toMatchObject({ code: 1, stderr: expect.stringMatching(new RegExp(`${message}$`)) as string });
    expect(await shell("gradc inspect specs/usu.grad > /dev/full")).toEqual({ code: 1, stdout: "", stderr: message });
  });
});
