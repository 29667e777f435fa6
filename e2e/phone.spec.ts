import { expect, test } from "@playwright/test";
import {
  headline,
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use({
  ...TYPESCRIPT_VISIT,
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
});

test("three tabs, an editor for touch, and a run from it", async ({ page }) => {
  await openLesson(page);
  const parts = page.getByRole("navigation", { name: "Parts" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".editor-pane")).toBeHidden();

  await parts.getByRole("button", { name: "Edit" }).tap();
  await expect(page.locator("[data-editor=codemirror]")).toBeVisible();
  await expect(page.locator(".pane-read")).toBeHidden();
  await writeSource(page, programText("solution.ts"));
  await page.getByRole("toolbar", { name: "Symbols" }).getByRole("button", { name: "{" }).tap();
  await page.keyboard.press("Backspace");
  // As with the keyboard open: eight lines at least, and what is not needed for typing is away.
  await page.locator(".cm-content").tap();
  await page.setViewportSize({ width: 390, height: 410 });
  const lines = () =>
    page.evaluate(() => {
      const scroller = document.querySelector(".cm-scroller");
      if (!scroller) return 0;
      return scroller.clientHeight / parseFloat(getComputedStyle(scroller).lineHeight);
    });
  await expect.poll(lines).toBeGreaterThanOrEqual(8);
  await expect(runButton(page)).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await runButton(page).tap();

  await expect(headline(page)).toContainText("Passed");
  await expect(parts.getByRole("button", { name: "Results" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect(runButton(page)).toBeInViewport();

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test("every part fits the width of a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openLesson(page);
  for (const part of ["Read", "Edit", "Results"]) {
    await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: part }).tap();
    const { wide, seen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth,
    }));
    expect(wide, part).toBeLessThanOrEqual(seen);
    await expect(runButton(page)).toBeVisible({ visible: part !== "Read" });
  }

  await test.step("magnified four times, the symbols are under nothing and cover nothing", async () => {
    await page
      .getByRole("navigation", { name: "Parts" })
      .getByRole("button", { name: "Edit" })
      .tap();
    for (const height of [256, 200]) {
      await page.setViewportSize({ width: 320, height });
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(
        0,
      );
      for (const top of [0, 10_000]) {
        await page.locator(".edit-column").evaluate((column, at) => column.scrollTo(0, at), top);
        await runButton(page).tap({ trial: true });
      }
      await page
        .getByRole("toolbar", { name: "Symbols" })
        .getByRole("button")
        .first()
        .tap({ trial: true });
    }
  });
});
