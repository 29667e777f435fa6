import { expect, test } from "@playwright/test";
import {
  chooseLanguage,
  ENTRY,
  headline,
  openLesson,
  programText,
  runButton,
  writeSource,
} from "./support/lesson-page";

test.setTimeout(240_000);

test("the lesson in Python: its own draft, a named mistake, a hint, an error with its line, a pass", async ({
  page,
}) => {
  await openLesson(page);
  await chooseLanguage(page, "TS");
  await writeSource(page, "// mine in TypeScript\n");
  await chooseLanguage(page, "Python");
  await expect(page.getByText("train_step.py").first()).toBeVisible();
  await expect(page.locator("[data-editor]")).toContainText(`def ${ENTRY}`);

  const solution = programText("solution.py");
  const half = solution.replace("= jax.tree.map(sgd, linen_params, linen_grads)", "= linen_params");
  expect(half).not.toBe(solution);

  await test.step("the mistake is named; after the second failure there is a hint for it", async () => {
    await writeSource(page, half);
    await runButton(page).click();
    await expect(headline(page)).toContainText("The Linen half did not move.", {
      timeout: 120_000,
    });
    await expect(page.getByRole("button", { name: /what the last run showed/ })).toHaveCount(0);
    await writeSource(page, solution.replace("x @ nnx_tree", "x @@ nnx_tree"));
    await runButton(page).click();
    await expect(headline(page)).toContainText("SyntaxError");
    await writeSource(page, half);
    await runButton(page).click();
    await expect(headline(page)).toContainText("The Linen half did not move.");
    await page.getByRole("button", { name: /what the last run showed/ }).click();
    await expect(page.locator(".hints .hint")).toContainText("gets a tree map of its own");
  });

  await test.step("an error is shown with its line and what it means", async () => {
    await writeSource(page, solution.replace("whole_seed = int(seed)", "whole_seed = seed"));
    await runButton(page).click();
    await expect(headline(page)).toContainText("the code raised");
    await expect(page.locator(".mistake")).toContainText("The seed arrives as a float");
    await expect(page.locator(".problem-line").first()).toBeVisible();
    await chooseLanguage(page, "TS");
    await expect(page.locator("[data-editor]")).toContainText("mine in TypeScript");
    await expect(page.locator(".problem-line")).toHaveCount(0);
    await chooseLanguage(page, "Python");
  });

  await test.step("the solution passes, and the other draft is as it was", async () => {
    await writeSource(page, solution);
    await runButton(page).click();
    await expect(headline(page)).toContainText(/Passed: (\d+) of \1 cases/);
    await chooseLanguage(page, "TS");
    await expect(page.locator("[data-editor]")).toContainText("mine in TypeScript");
    await chooseLanguage(page, "Python");
    await expect(page.locator("[data-editor]")).toContainText("return jnp.stack([before, after])");
  });
});

test("a snippet of the lesson runs in Python", async ({ page }) => {
  await openLesson(page);
  const card = page.locator(".lesson .card").first();
  await card.getByRole("button", { name: "Run" }).click();
  await expect(card.locator(".output-text")).toContainText("[2.3541868", { timeout: 120_000 });
});
