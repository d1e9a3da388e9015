import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { describeInChromium, problemsOf, serve, type Site } from "./chromium.ts";

describeInChromium("examples/page", (browser) => {
  let site: Site | undefined;
  let page: Page;
  let problems: readonly string[] = [];

  // The page brings a policy of its own.
  beforeAll(async () => {
    site = await serve("examples/page");
  });
  afterAll(() => site?.close());
  afterEach(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });

  async function open(viewport: { readonly width: number; readonly height: number }, deviceScaleFactor = 1, colorScheme: "light" | "dark" = "light"): Promise<void> {
    page = await browser().newPage({ viewport, deviceScaleFactor, colorScheme });
    problems = problemsOf(page);
    await page.goto(site!.url);
    await page.waitForSelector("#run:enabled");
  }

  const textOf = async (id: string): Promise<string> => (await page.locator(`#${id}`).textContent()) ?? "";
  const numberOf = async (id: string): Promise<number> => Number.parseFloat((await textOf(id)).replaceAll(",", ""));
  const reach = (id: string, least: number): Promise<void> => expect.poll(() => numberOf(id), { timeout: 60_000 }).toBeGreaterThanOrEqual(least);

  /** How many colours a canvas shows: one of a blank one. */
  const coloursOf = (id: string): Promise<number> => page.evaluate<number>(`(() => {
    const canvas = document.getElementById("${id}");
    return new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
  })()`);

  it.each(["spiral", "circle", "xor"])("learns the set %s", async (name) => {
    await open({ width: 1280, height: 800 });
    await page.locator(`[value=${name}]`).check({ force: true });
    await expect.poll(() => textOf("status")).toMatch(/^Ready: 240 points, \d+ parameters\.$/);
    await page.locator("#speed").fill("10");
    await page.click("#run");
    await reach("accuracy", 98.5);
    expect(await coloursOf("surface")).toBeGreaterThan(200);
    expect(await coloursOf("curve")).toBeGreaterThan(10);
    expect(await page.locator("#spec").textContent()).toContain("J");
    expect(await page.locator("summary").allTextContents()).toContain("dz = p - d");
  });

  it("pauses, goes on, takes another rate, and begins anew, by keyboard alone", async () => {
    await open({ width: 1280, height: 800 });
    const start = await textOf("loss");
    await page.locator("#run").focus();
    await page.keyboard.press("Enter");
    await reach("epoch", 5);
    expect(await textOf("run")).toBe("Pause");
    await page.keyboard.press("Space");
    expect(await textOf("run")).toBe("Start");
    const paused = await textOf("epoch");
    expect(await textOf("status")).toMatch(new RegExp(`^Paused after ${paused} epochs, loss `));
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    expect(await textOf("epoch")).toBe(paused);

    await page.locator("#rate").focus();
    await page.keyboard.press("ArrowRight");
    expect(await textOf("rate-value")).toBe("0.011");
    await page.locator("#run").focus();
    await page.keyboard.press("Enter");
    await reach("epoch", Number(paused) + 3);

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect([await textOf("epoch"), await textOf("loss"), await textOf("run")]).toEqual(["0", start, "Start"]);
  });

  it.each([[1280, 800, 1, "light"], [375, 812, 2, "dark"], [320, 640, 2, "light"]] as const)("draws %i × %i at the resolution of the screen, %i, without horizontal overflow, %s", async (width, height, scale, scheme) => {
    await open({ width, height }, scale, scheme);
    for (const id of ["surface", "curve"]) {
      const [pixels, shown] = await page.evaluate<readonly [number, number]>(`[document.getElementById("${id}").width, document.getElementById("${id}").getBoundingClientRect().width]`);
      expect(Math.abs(pixels - scale * shown)).toBeLessThanOrEqual(1);
    }
    await page.locator("summary").first().click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    const [plane, progress] = await Promise.all([".plane", ".progress"].map((part) => page.locator(part).boundingBox()));
    expect(plane!.y === progress!.y, "side by side").toBe(width >= 960);
  });

  it("names every control", async () => {
    await open({ width: 375, height: 812 });
    for (const [role, name] of [["radio", "Spirals"], ["radio", "Disc"], ["radio", "XOR"], ["slider", "Learning rate"], ["slider", "Epochs per frame"], ["button", "Start"], ["button", "Reset"], ["status", ""], ["img", "The loss over the epochs"]] as const) {
      expect(await page.getByRole(role, name === "" ? {} : { name }).count(), `${role} ${name}`).toBe(1);
    }
  });
});
