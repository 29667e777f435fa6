/** What every figure is held to. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** axe finds nothing in a part of the page. */
export async function expectClean(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Where scripts don't run, a figure is a picture with its sentence. */
export async function expectStill(page: Page, figure: string, sentence: RegExp): Promise<void> {
  await page.goto("./");
  const still = page.locator(`${figure} img`);
  await still.scrollIntoViewIfNeeded();
  await expect(still).toBeVisible();
  await expect(still).toHaveAttribute("alt", sentence);
}
