/** The step plane beside the learner's program and one solution. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import {
  headline,
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

test("two programs are compared with where their steps end", async ({ page }) => {
  await openLesson(page);
  await writeSource(page, programText("solution.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
  const compare = page.getByRole("button", { name: "Compare with one solution" });
  await compare.click();
  const step = page.getByRole("dialog").locator(".solution-step");
  await expect(step.locator("figcaption")).toContainText(
    "In case 1 the solution moves both halves by one step: the loss goes from 2.4363 to 0.4529.",
  );
  await expect(step.locator("figcaption")).toContainText("Linen half 1.00 × the right step.");
  await expect(step.locator(".plane-run")).toHaveText("yours");
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // Another text has not run: nothing of it is drawn. By keyboard, and on a phone's width.
  await page.keyboard.press("Escape");
  await writeSource(page, `${programText("solution.ts")}\n// changed`);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole("button", { name: "Read" }).click();
  await compare.focus();
  await page.keyboard.press("Enter");
  await expect(step.locator("figcaption")).toContainText("Run your program to see");
  await expect(step.locator(".plane-run")).toHaveCount(0);
  await step.locator("figcaption").scrollIntoViewIfNeeded();
  await expect(step.locator("figcaption")).toBeInViewport();
});
