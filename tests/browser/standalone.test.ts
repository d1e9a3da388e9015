import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { examplesFromRows } from "../../runtime/examples.ts";
import { train, type TrainResult } from "../../runtime/train.ts";
import type { ParameterViews } from "../../runtime/model.ts";
import { codeOf, run, specText } from "../emit/emitted.ts";
import { describeInChromium, problemsOf, serve, type Site, until } from "./chromium.ts";

const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; img-src data:";

declare global {
  var trained: readonly number[] | undefined;
}

const training = `
import { examples, metadata, train } from "./xor.js";
const result = await train(examples(metadata.data.rows), { epochs: 300, seed: 5 });
const trained = [...result.params.flat, result.train.loss];
`;

const html = (script: string): string => `<!doctype html><title>standalone</title><link rel="icon" href="data:,"><script type="module" src="./${script}"></script>\n`;

const pages = new Map([
  ["/xor.js", codeOf(specText("xor"), { standalone: true })],
  ["/index.html", html("page.js")],
  ["/page.js", `${training}globalThis.trained = trained;\n`],
  ["/threaded.html", html("start.js")],
  ["/start.js", 'const worker = new Worker("./worker.js", { type: "module" });\nworker.onmessage = ({ data }) => (globalThis.trained = data);\nworker.onerror = ({ message }) => console.error(message);\n'],
  ["/worker.js", `${training}postMessage(trained);\n`],
  ["/eval.html", html("eval.js")],
  ["/eval.js", 'setTimeout(() => {\n  try {\n    globalThis.trained = [globalThis.eval("1")];\n  } catch {\n    globalThis.trained = [];\n  }\n});\n'],
]);

describeInChromium("a standalone module under script-src 'self'", (browser) => {
  let site: Site | undefined;
  let page: Page;
  let problems: readonly string[] = [];

  beforeAll(async () => {
    site = await serve(pages, policy);
    page = await browser().newPage();
    problems = problemsOf(page);
  });

  afterAll(() => site?.close());

  /** What a page comes to, once it has. */
  async function outcome(path: string): Promise<readonly number[] | undefined> {
    await page.goto(`${site?.url}${path}`);
    await until(page, "globalThis.trained !== undefined").catch((error: unknown) => {
      throw new Error(`nothing was trained: ${problems.join("; ")}`, { cause: error });
    });
    return page.evaluate(() => globalThis.trained);
  }

  it.each([["a page", ""], ["a module worker", "threaded.html"]])("trains in %s as the runtime does in Node", async (_where, path) => {
    const found = await outcome(path);
    const plain = await run(specText("xor"));
    const rows = (plain.metadata.data as { readonly rows: readonly (readonly number[])[] }).rows;
    const { params, train: trained } = await Promise.resolve<TrainResult<ParameterViews>>(train(plain, examplesFromRows(plain.metadata.columns, rows, "f64"), { epochs: 300, seed: 5 }));
    expect(found).toEqual([...params.flat, trained.loss]);
    expect(problems).toEqual([]);
  });

  it("was in pages that do refuse eval", async () => {
    expect(await outcome("eval.html")).toEqual([]);
  });
});
