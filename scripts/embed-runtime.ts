// Writes what `gradc compile --standalone` puts into a module to compiler/6-emit/ts/standalone-runtime.ts. Run it as `npm run generate`.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { standaloneRuntimeFile, standaloneRuntimePath } from "./embed/standalone-runtime-file.ts";

process.chdir(resolve(import.meta.dirname, ".."));
writeFileSync(standaloneRuntimePath, standaloneRuntimeFile());
