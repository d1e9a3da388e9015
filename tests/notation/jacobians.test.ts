import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inspectHessian, inspectJacobian, readDerivative, readLayout } from "../../compiler/commands/inspect-jacobian.ts";

const file = new URL("jacobians.txt", import.meta.url);
const blocks = readFileSync(file, "utf8").split(/^=== /m).slice(1).map((block) => {
  const [head, ...parts] = block.split(/^--- /m);
  const [title, ...spec] = (head as string).split("\n");
  return { title: title as string, spec: spec.join("\n"), parts: parts.map((part) => ({ asked: part.slice(0, part.indexOf("\n")), expected: part.slice(part.indexOf("\n") + 1).trimEnd() })) };
});

const shown = (spec: string, asked: string): string => {
  if (asked.startsWith("hessian ")) return inspectHessian(spec, "test.grad", readDerivative("--hessian", asked.slice("hessian ".length))).text.trimEnd();
  const [names, layout] = asked.split(" ");
  return inspectJacobian(spec, "test.grad", readDerivative("--jacobian", names as string), readLayout(layout)).text.trimEnd();
};

describe("derivatives as matrices", () => {
  if (process.env["UPDATE_CASES"] !== undefined) {
    writeFileSync(file, blocks.map(({ title, spec, parts }) => `=== ${title}\n${spec}${parts.map(({ asked }) => `--- ${asked}\n${shown(spec, asked)}\n`).join("\n")}`).join("\n"));
  }
  for (const { title, spec, parts } of blocks) {
    it.each(parts)(`${title}: $asked`, ({ asked, expected }) => {
      if (process.env["UPDATE_CASES"] === undefined) expect(shown(spec, asked)).toBe(expected);
    });
  }
});
