import { accessSync, constants, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, extname, join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";

/** Where Chromium is installed, if it is. */
function chromiumPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [...folders.flatMap((folder) => ["chromium", "chromium-browser"].map((name) => join(folder, name))), "/usr/bin/chromium"];
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const missing = "no Chromium found: on Debian, apt-get install chromium";

/**
 * Tests in headless Chromium, which `browser()` gives; skipped where there is none, unless on a machine for
 * continuous integration, which has to have it or say that it has none (GRADC_NO_BROWSER).
 */
export function describeInChromium(title: string, tests: (browser: () => Browser) => void): void {
  const executablePath = chromiumPath();
  if (executablePath === undefined && (process.env["CI"] === undefined || process.env["GRADC_NO_BROWSER"] !== undefined)) {
    describe.skip(`${title} (${missing})`, () => it("runs in a browser", () => undefined));
    return;
  }
  describe(title, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      if (executablePath === undefined) throw new Error(missing);
      browser = await chromium.launch({ executablePath, args: flags });
    }, 60_000);
    afterAll(() => browser?.close());
    tests(() => browser!);
  });
}

const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };

export interface Site {
  readonly url: string;
  close(): void;
}

/** Serves a folder, or pages by their paths, on a free port; with a content-security policy unless the page brings its own. */
export async function serve(pages: string | ReadonlyMap<string, string>, policy?: string): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = pathname === "/" ? "/index.html" : pathname;
    const body = typeof pages === "string" ? readIfThere(join(pages, path)) : pages.get(path);
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream", ...(policy === undefined ? {} : { "content-security-policy": policy }) }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** What a page complains of from now on: exceptions and errors on its console. */
export function problemsOf(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => (message.type() === "error" ? problems.push(message.text()) : undefined));
  return problems;
}

/**
 * Asks a page again and again until an expression is true. Playwright's own waiting evaluates text inside the page,
 * which a strict policy forbids; what the debugger evaluates it allows.
 */
export async function until(page: Page, expression: string, milliseconds = 30_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await page.evaluate(expression))) {
    if (performance.now() > end) throw new Error(`not true after ${milliseconds} ms: ${expression}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
