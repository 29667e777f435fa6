/** The page at every size and for every way of looking at it: one visit a purpose, many looks a visit. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import {
  headline,
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const SIZES = [
  [1440, 900],
  [1280, 800],
  [768, 1024],
  [390, 844],
  [320, 256],
  [320, 200],
] as const;

/** How much larger than the window the document is, and what sticks out of it sideways. */
function excess(page: Page): Promise<{ height: number; width: number }> {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return { height: scrollHeight - innerHeight, width: scrollWidth - innerWidth };
  });
}

function openPart(page: Page, part: string): Promise<void> {
  return page
    .getByRole("navigation", { name: "Parts" })
    .getByRole("button", { name: part, exact: true })
    .click();
}

async function expectClean(page: Page, part = ".shell"): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .exclude(".monaco-editor")
    .exclude(".cm-scroller")
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("the document stands still at every size, and each pane scrolls", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLesson(page);

  await test.step("keys scroll the lesson after a fresh load", async () => {
    const scrolled = () => page.locator(".pane-read").evaluate((pane) => pane.scrollTop);
    await page.keyboard.press("PageDown");
    await expect.poll(scrolled).toBeGreaterThan(600);
    const before = await scrolled();
    await page.keyboard.press("Space");
    await expect.poll(scrolled).toBeGreaterThan(before + 600);
    await page.keyboard.press("Home");
    await expect.poll(scrolled).toBe(0);
    // Over the header there is nothing to scroll.
    await page.mouse.move(500, 20);
    await page.mouse.wheel(0, 2000);
    await page.getByRole("link", { name: "Your turn" }).first().click();
    await expect(page.getByRole("heading", { name: "Your turn" })).toBeInViewport();
    await expect(page.locator(".page-header")).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  await test.step("few stops of the Tab key come before the editor", async () => {
    const names = await page.evaluate(() => {
      const editor = document.querySelector("#work");
      return (
        [...document.querySelectorAll<HTMLElement>("a[href], button, input, summary, [tabindex]")]
          .filter(
            (one) =>
              editor && one.compareDocumentPosition(editor) & Node.DOCUMENT_POSITION_FOLLOWING,
          )
          .filter((one) => one.tabIndex >= 0 && one.checkVisibility())
          // A figure has stops of its own, which change with what is near, and one in the contents.
          .filter((one) => !one.closest(".lesson-figure, .lesson-contents-figures"))
          .map((one) => one.ariaLabel ?? one.textContent ?? "")
      );
    });
    expect(names.length).toBeGreaterThan(20);
    expect(names.length).toBeLessThanOrEqual(70);
    const runs = names.filter((name) => /^Run/.test(name));
    expect(new Set(runs).size, runs.join()).toBe(runs.length);
    expect(await page.getByRole("group", { name: "Language of the code" }).count()).toBe(1);
    const tables = await page
      .locator(".lesson .data-table table")
      .evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(new Set(tables).size).toBe(tables.length);
  });

  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    const narrow = width < 1024;
    for (const part of narrow ? ["Read", "Edit", "Results"] : [""]) {
      if (part) await openPart(page, part);
      expect(await excess(page), `${width} x ${height} ${part}`).toEqual({ height: 0, width: 0 });
      if (part === "Edit") {
        // At least four lines of the text, of which some are in sight; Run is under nothing.
        const editor = await page.locator(".source-area").boundingBox();
        expect(editor?.height).toBeGreaterThan(88);
        await expect(page.locator(".source-area")).toBeInViewport();
        await runButton(page).click({ trial: true });
      }
    }
  }

  await test.step("text of twice the size stays inside", async () => {
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "32px";
    });
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      if (width < 1024) await openPart(page, "Read");
      const size = await page
        .locator(".lesson > p, .lesson p")
        .first()
        .evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
      expect(size).toBeGreaterThanOrEqual(34);
      expect(await excess(page), `${width}`).toEqual({ height: 0, width: 0 });
    }
  });
});

test("a pass shows both halves, in every way of looking at it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const spoken: string[] = [];
  await page.exposeFunction("__said", (sentence: string) => spoken.push(sentence));
  await openLesson(page);
  await page.evaluate(() => {
    const said = (window as unknown as { __said: (sentence: string) => void }).__said;
    for (const region of document.querySelectorAll(".shell > [role=status]"))
      new MutationObserver(() => said(region.textContent ?? "")).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  await writeSource(page, programText("solution.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");

  await test.step("what the numbers show, and one sentence for it", async () => {
    const evidence = page.getByRole("region", { name: "What the numbers show" });
    await expect(evidence.locator(".fit li")).toHaveText([/NNX.*1\.00/, /Linen.*1\.00/]);
    await expect(evidence.locator(".corners")).toContainText("With the Linen half held still");
    await expect(evidence.locator("[data-mark=met]")).toContainText("yours, as asked for");
    await expect(evidence).toContainText("The loss falls");
    const text = await headline(page).textContent();
    expect(spoken.filter((sentence) => sentence.trim() === text?.trim())).toHaveLength(1);
  });

  await test.step("the chart is in sight when it is asked for", async () => {
    await page.getByRole("tab", { name: "Loss chart" }).click();
    await expect(page.locator(".chart")).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".recharts-line-dots circle").first()).toBeVisible();
  });

  await test.step("colours of the reader's own", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    const colour = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
    const ground = await colour("html", "background-color");
    await expect.poll(() => colour(".fit-bar[data-half='0']", "background-color")).not.toBe(ground);
    expect(await colour(".fit-bar[data-half='1']", "background-image")).toContain("gradient");
    expect(await colour(".swatch", "border-top-color")).not.toBe(ground);
    expect(await colour("[role=tab][aria-selected=false]", "border-bottom-color")).toBe(ground);
    expect(await colour("[role=tab][aria-selected=true]", "border-bottom-color")).not.toBe(ground);
    expect(await colour(".page-nav a:not([aria-current])", "border-bottom-color")).toBe(ground);
    const run = ".attempt-bar .button-primary";
    expect(await colour(run, "color")).not.toBe(await colour(run, "background-color"));
    await expectClean(page);
    await page.emulateMedia({ forcedColors: "none" });
  });

  await test.step("more contrast", async () => {
    const muted = () =>
      page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--muted"));
    const usual = await muted();
    await page.emulateMedia({ contrast: "more" });
    expect(await muted()).not.toBe(usual);
    await expectClean(page, ".results");
    await page.emulateMedia({ contrast: "no-preference" });
  });

  await test.step("no motion", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll(".shell *")]
        .filter((one) => !one.closest(".monaco-editor"))
        .filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one);
          return animationName !== "none" || !/^0s(, 0s)*$/.test(transitionDuration);
        })
        .map((one) => one.className),
    );
    expect(moving).toEqual([]);
    await page.emulateMedia({ reducedMotion: "no-preference" });
  });

  await test.step("paper has the whole lesson, from whichever part it is printed", async () => {
    await page.setViewportSize({ width: 794, height: 1123 });
    await openPart(page, "Results");
    await page.emulateMedia({ media: "print" });
    const { whole, last, figures, header } = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return {
        whole: document.documentElement.scrollHeight,
        last: box(".explanation")?.bottom ?? 0,
        /** Of each figure, its drawing or its still. */
        figures: [...document.querySelectorAll(".lesson-figure")].map((figure) => ({
          id: figure.id,
          height: Math.max(
            ...[...figure.querySelectorAll("svg, img")].map(
              (one) => one.getBoundingClientRect().height,
            ),
          ),
        })),
        header: box(".page-header")?.height ?? 0,
      };
    });
    expect(figures.length).toBeGreaterThan(3);
    for (const { id, height } of figures) expect(height, id).toBeGreaterThan(80);
    expect(header).toBe(0);
    expect(last).toBeGreaterThan(5000);
    // Nothing but the lesson: no blank pages after it.
    expect(whole - last).toBeLessThan(200);
    const pdf = await page.pdf({ format: "A4" });
    const pages = pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(6);
    expect(pages).toBeLessThan(30);
  });
});
