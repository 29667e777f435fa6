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

/** Looks at the whole page, or at a part of it where the rest was looked at before; by every rule, or by these. */
async function expectClean(page: Page, part?: string, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (part !== undefined) axe.include(part);
  if (rules !== undefined) axe.withRules(rules);
  // Monaco's and CodeMirror's insides are theirs; their label and place are ours and stay in.
  const { violations } = await axe
    .exclude(".monaco-editor .view-lines")
    .exclude(".monaco-editor .margin")
    // It scrolls with the cursor of the text inside it, which takes the focus.
    .exclude(".cm-scroller")
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** The lesson, a named mistake and a pass. */
async function walk(page: Page, rules?: string[]): Promise<void> {
  await openLesson(page);
  await expectClean(page, undefined, rules);
  await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
  await runButton(page).click();
  await expect(page.locator(".corners")).toBeVisible();
  await expectClean(page, ".results", rules);
  await writeSource(page, programText("solution.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
  await expectClean(page, ".results", rules);
}

test("axe finds nothing in the lesson, a wrong run and a pass", async ({ page }) => {
  await walk(page);
  for (const name of ["Loss chart", "Laws", "Console"]) {
    await page.getByRole("tab", { name }).click();
    await expectClean(page, ".results");
  }
  await writeSource(page, programText("start.ts"));
  await page.getByRole("button", { name: "Compare with one solution" }).click();
  await expect(page.getByRole("dialog")).toContainText("rows differ");
  await expectClean(page, "dialog");
});

test("axe finds nothing in a case worked by hand", async ({ page }) => {
  await openLesson(page);
  const odd = programText("solution.ts").replace("p.sub(g.mul(lr))", "p.sub(jnp.tanh(g).mul(lr))");
  await writeSource(page, odd);
  await runButton(page).click();
  await expect(page.locator(".worked")).toBeVisible();
  await expectClean(page, ".results");
});

test("axe finds nothing in the playground", async ({ page }) => {
  await openLesson(page, "./#/playground");
  await runButton(page).click();
  await expect(page.locator(".program-plot .recharts-line path").first()).toBeVisible();
  await expectClean(page);
});

test("axe finds nothing on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLesson(page);
  for (const part of ["Read", "Edit", "Results"]) {
    await page
      .getByRole("navigation", { name: "Parts" })
      .getByRole("button", { name: part })
      .click();
    await expectClean(page);
  }
});

test.describe("dark", () => {
  test.use({ colorScheme: "dark" });

  // The themes differ in colours alone, and tokens.test.ts checks the contrast of each pair of them.
  test("axe finds nothing in the dark lesson, a wrong run and a pass", async ({ page }) => {
    await walk(page, ["color-contrast"]);
  });
});
