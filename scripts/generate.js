// Compiles every spec of specs/ to generated/<name>/<name>.ts. Needs dist/, so run it as `npm run generate`.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "../dist/compiler/cli.js";

const root = new URL("../", import.meta.url);
process.chdir(fileURLToPath(root));
const writer = (/** @type {NodeJS.WriteStream} */ stream) => ({ write: (/** @type {string} */ text) => void stream.write(text), isTTY: false, columns: 80 });
const io = { stdout: writer(process.stdout), stderr: writer(process.stderr) };

for (const file of readdirSync("specs").filter((name) => name.endsWith(".grad")).sort()) {
  const name = file.slice(0, -".grad".length);
  const code = await main(["compile", `specs/${file}`, "-o", `generated/${name}/${name}.ts`], io);
  if (code !== 0) process.exitCode = code;
}
