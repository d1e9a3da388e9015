// Makes `npx gradc` work in a clone: npm links the commands of dependencies, but not a package's own.
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const command = fileURLToPath(new URL("dist/compiler/cli.js", root));
const directory = new URL("node_modules/.bin/", root);
const link = fileURLToPath(new URL("gradc", directory));

chmodSync(command, 0o755);
mkdirSync(directory, { recursive: true });
if (process.platform === "win32") writeFileSync(`${link}.cmd`, `@node "${command}" %*\r\n`);
else {
  rmSync(link, { force: true });
  symlinkSync("../../dist/compiler/cli.js", link);
}
