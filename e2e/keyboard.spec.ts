import { expect, test, type Page } from "@playwright/test";
import { headline, openLesson, TYPESCRIPT_VISIT } from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const inEditor = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[data-editor]") !== null);

/** Tabs on until `reached` says so; fails after too many stops. */
async function tabUntil(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await reached()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard never got there");
}

test("skip link, editor, out of it, run and details, all by keyboard", async ({ page }) => {
  await openLesson(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the editor" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => inEditor(page)).toBe(true);

  await page.keyboard.type("//");
  await expect(page.locator("[data-editor]")).toContainText("//import");
  await page.keyboard.press("ControlOrMeta+Z");

  await page.keyboard.press("Tab");
  expect(await inEditor(page), "Tab indents").toBe(true);
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status").filter({ hasText: "Tab now leaves" })).toBeAttached();
  await page.keyboard.press("Tab");
  expect(await inEditor(page), "Escape, then Tab leaves").toBe(false);
  await expect(page.locator(".attempt-bar").getByRole("button", { name: "Run" })).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(headline(page)).toBeVisible();
  const tab = page.getByRole("tab", { name: "Cases" });
  await tabUntil(page, () => tab.evaluate((element) => element === document.activeElement));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Loss chart" })).toBeFocused();
  await expect(page.getByRole("tab", { name: "Loss chart" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});
