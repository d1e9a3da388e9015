// Compiles every spec of specs/ to generated/<name>/<name>.ts, of specs/networks/ likewise, and those of examples/page/ to the standalone modules beside
// them. Needs dist/, so run it as `npm run generate`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "../dist/compiler/cli.js";
import { compile } from "../dist/compiler/compile.js";

const root = new URL("../", import.meta.url);
process.chdir(fileURLToPath(root));
const writer = (/** @type {NodeJS.WriteStream} */ stream) => ({ write: (/** @type {string} */ text) => void stream.write(text), isTTY: false, columns: 80 });
const io = { stdout: writer(process.stdout), stderr: writer(process.stderr) };

const specsOf = (/** @type {string} */ folder) => readdirSync(folder).filter((name) => name.endsWith(".grad")).sort();

for (const folder of ["", "networks/"]) {
  for (const file of specsOf(`specs/${folder}`)) {
    const name = file.slice(0, -".grad".length);
    const code = await main(["compile", `specs/${folder}${file}`, "-o", `generated/${folder}${name}/${name}.ts`], io);
    if (code !== 0) process.exitCode = code;
  }
}

// A page has no use for their declarations.
for (const file of specsOf("examples/page")) {
  const { files } = await compile(readFileSync(`examples/page/${file}`, "utf8"), { file, language: "js", standalone: true });
  writeFileSync(`examples/page/${files[0].name}`, files[0].text);
}
