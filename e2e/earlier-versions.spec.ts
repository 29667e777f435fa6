import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import {
  chooseLanguage,
  LESSON_DRAFT,
  openLesson,
  storedDraft,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const editor = (page: Page) => page.locator("[data-editor]");
const opener = (page: Page) => page.getByRole("button", { name: "Earlier versions" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Earlier versions" });
const restore = (page: Page) => page.getByRole("button", { name: "Put it into the editor" });

/** A draft that has held three texts: each is kept when the next visit's first edit replaces it. */
async function threeTexts(page: Page): Promise<void> {
  await openLesson(page);
  for (const text of ["// first\nlet a = 1;", "// second\nlet a = 2;"]) {
    await writeSource(page, text);
    await expect.poll(() => storedDraft(page, LESSON_DRAFT)).toBe(text);
    await page.reload();
    await expect(editor(page)).toContainText(text.slice(0, 8));
  }
  await writeSource(page, "// third\nlet a = 3;");
  await expect.poll(() => storedDraft(page, LESSON_DRAFT)).toContain("third");
}

test("an earlier version is looked at, put back, and undone", async ({ page }) => {
  await threeTexts(page);
  await opener(page).click();
  const versions = dialog(page).getByRole("radio");
  await expect(versions).toHaveCount(2);
  await expect(versions.nth(0)).toHaveAccessibleName(
    /^today, \d\d:\d\d 2 lines differ \+ \/\/ second/,
  );
  await dialog(page).getByText("+ // first").click();
  await expect(dialog(page).locator(".diff")).toContainText("let a = 1;");
  await expect(dialog(page).locator(".diff")).not.toContainText("let a = 2;");
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await restore(page).click();
  await expect(dialog(page)).toBeHidden();
  await expect(editor(page)).toContainText("// first");
  await expect(page.locator(".shell > [role=status]")).toContainText("Undo brings your text back.");
  await expect.poll(() => storedDraft(page, LESSON_DRAFT)).toContain("first");
  // The text that was replaced is among the versions, the one that was put back is not.
  await opener(page).click();
  await expect(versions).toHaveCount(2);
  await expect(dialog(page)).toContainText("+ // third");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(editor(page)).toContainText("// third");
});

test("by keyboard, and the editor's own undo takes one step back", async ({ page }) => {
  await threeTexts(page);
  await opener(page).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog(page).locator(".diff")).toContainText("let a = 1;");
  await page.keyboard.press("Enter");
  await expect(editor(page)).toContainText("// first");
  await expect(opener(page)).toBeFocused();
  await page.locator(".source-area [role=textbox], .source-area textarea").first().focus();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(editor(page)).toContainText("// third");
  await opener(page).press("Enter");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test("each language has a list of its own, and an empty one says when texts are kept", async ({
  page,
}) => {
  await threeTexts(page);
  await chooseLanguage(page, "Python");
  await opener(page).click();
  await expect(dialog(page)).toContainText("There is none yet.");
});
