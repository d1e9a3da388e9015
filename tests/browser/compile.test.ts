import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile, type File } from "../../compiler/compile.ts";
import { specs, specText } from "../emit/emitted.ts";
import { describeInChromium, problemsOf, serve, type Site, until } from "./chromium.ts";

/** What the page asks of the browser: scripts of its own, so neither inline nor evaluated ones. */
const policy = "default-src 'none'; script-src 'self'; img-src data:";

type Compilations = { readonly [name: string]: readonly File[] | string };

declare global {
  var compileSpecs: (texts: { readonly [name: string]: string }) => Promise<Compilations>;
  var tryEval: () => Promise<unknown>;
}

const texts: { readonly [name: string]: string } = {
  ...Object.fromEntries(specs.map((name) => [name, specText(name)])),
  wrong: "x = input(2)\nW = param(3, 3)\ny = output(W * x)\n",
};

/** A page with nothing but the compiler, bundled into `folder`. */
async function bundle(folder: string): Promise<void> {
  const entry = `
import { compile } from ${JSON.stringify(resolve("compiler/compile.ts"))};
const attempt = (text, options) => compile(text, options).then(({ files }) => files, (error) => String(error.message));
// What the debugger calls may use eval whatever the page's policy says; what a timer calls may not.
const alone = () => new Promise((done) => setTimeout(done));
globalThis.compileSpecs = async (texts) => {
  await alone();
  const results = {};
  for (const [name, text] of Object.entries(texts)) for (const language of ["ts", "js"]) results[name + " " + language] = await attempt(text, { file: name + ".grad", language });
  return results;
};
globalThis.tryEval = async () => {
  await alone();
  try {
    return globalThis.eval("1 + 1");
  } catch (error) {
    return error.name;
  }
};
document.title = "ready";
`;
  writeFileSync(join(folder, "main.js"), entry);
  writeFileSync(join(folder, "index.html"), '<!doctype html><title>loading</title><link rel="icon" href="data:,"><script type="module" src="./main.js"></script>\n');
  await build({
    root: folder, configFile: false, logLevel: "error", base: "./",
    build: { outDir: join(folder, "dist"), target: "es2022", minify: false, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 100_000 },
  });
}

describeInChromium("compile() in a page that allows no eval", (browser) => {
  let folder: string | undefined;
  let site: Site | undefined;
  let page: Page;
  let problems: readonly string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gradc-page-"));
    await bundle(folder);
    site = await serve(join(folder, "dist"), policy);
    page = await browser().newPage();
    problems = problemsOf(page);
    await page.goto(site.url);
    await until(page, "document.title === 'ready'").catch((error: unknown) => {
      throw new Error(`the page did not load: ${problems.join("; ")}`, { cause: error });
    });
  }, 90_000);

  afterAll(() => {
    site?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it("gives the same bytes as in Node, for every spec, as TypeScript and as JavaScript", async () => {
    const there = await page.evaluate((given) => globalThis.compileSpecs(given), texts);
    for (const name of specs) {
      for (const language of ["ts", "js"] as const) {
        const { files } = await compile(specText(name), { file: `${name}.grad`, language });
        const found = there[`${name} ${language}`]!;
        expect(typeof found === "string" ? found : found.map((file) => file.name)).toEqual(files.map((file) => file.name));
        files.forEach((file, k) => expect((found[k] as File).text === file.text, `${file.name} differs`).toBe(true));
      }
    }
    expect(problems).toEqual([]);
  });

  it("reports the same mistakes", async () => {
    const there = await page.evaluate((given) => globalThis.compileSpecs(given), { wrong: texts["wrong"]! });
    const here = await compile(texts["wrong"]!, { file: "wrong.grad" }).then(() => "", (error: unknown) => (error as Error).message);
    expect(here).toContain("W * x");
    expect(there).toEqual({ "wrong ts": here, "wrong js": here });
  });

  it("was in a page that does refuse eval", async () => {
    expect(await page.evaluate(() => globalThis.tryEval())).toBe("EvalError");
  });
});
