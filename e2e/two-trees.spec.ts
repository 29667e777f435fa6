/** Two trees, by mouse and by keyboard. */
import { expect, test } from "@playwright/test";
import { expectClean, expectStill } from "./support/figure-checks";
import { headline, openLesson, programText, runButton, writeSource } from "./support/lesson-page";

const FIGURE = "#figure-two-trees";

test("both trees are walked through and a leaf's lines are marked, by mouse", async ({ page }) => {
  test.slow();
  await openLesson(page, "./#/lesson/figure/two-trees?view=gradient&numbers=yes");
  const figure = page.locator(FIGURE);
  const drawing = figure.locator("svg[data-export]");
  const leaf = (name: string) => drawing.locator(`[data-leaf="${name}"]`);
  await expect(figure).toBeInViewport();
  await expect(drawing).toHaveAccessibleName(/linen_params holds params\/kernel, array \(4, 2\)/);
  await expect(leaf("encoder.kernel")).toContainText("2.40");
  await expect(leaf("encoder.kernel").locator("[data-off=true][data-zero=true]")).toHaveCount(6);
  await expect(leaf("params/kernel").locator("[data-zero=true]")).toHaveCount(4);
  await expectClean(page, FIGURE);

  await test.step("after the update the loss is that of the text", async () => {
    await figure.getByRole("radio", { name: "After" }).click({ force: true });
    await expect(figure.locator(".two-trees-says")).toContainText("0.5607, from 1.0245");
    await expect(leaf("encoder.kernel").locator("[data-zero=true]")).toHaveCount(0);
  });

  await test.step("a leaf that is pointed at is marked in the snippet and in the editor", async () => {
    await writeSource(page, programText("solution.py"));
    const inText = page.locator(".card-code[data-shown=true] .line[data-pointed]");
    await expect(inText).toHaveCount(0);
    await leaf("params/kernel").locator(".trees-cell").first().hover();
    await expect(inText.filter({ hasText: 'print(linen_params["params"]["kernel"])' })).toHaveCount(
      1,
    );
    await page.mouse.move(0, 0);
    await expect(inText).toHaveCount(0);
    await leaf("encoder.kernel").locator(".trees-cell").first().click();
    await expect(figure.locator(".two-trees-lines")).toContainText(/names it in lines? \d+/);
    await expect(page.locator(".source-area .marked-first").first()).toBeVisible();
    await leaf("encoder.kernel").locator(".trees-cell").first().click();
  });

  await test.step("an error that speaks of trees is drawn as two outlines", async () => {
    await writeSource(page, programText("wrong/params-level-dropped--inner-dict.py"));
    await runButton(page).click();
    await expect(headline(page)).toBeVisible({ timeout: 60_000 });
    await expect(figure.locator(".tree-outlines")).toContainText("A params level is missing");
    await expect(figure.locator(".tree-outlines [data-odd=true]")).toHaveText("params only here");
    await expectClean(page, FIGURE);
  });

  await test.step("the contents lead to it", async () => {
    await page.locator(".pane-read").evaluate((pane) => pane.scrollTo(0, 0));
    await page.getByRole("link", { name: "Two trees" }).click();
    await expect(page).toHaveURL(/\/figure\/two-trees$/);
    await expect(figure).toBeInViewport();
  });
});

test.describe("by keyboard, in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("arrows choose what is shown and the update; a leaf's button marks its lines", async ({
    page,
  }) => {
    await openLesson(page, "./#/lesson/figure/two-trees");
    const figure = page.locator(FIGURE);
    const says = figure.locator(".two-trees-says");
    await figure.getByRole("radio", { name: "Before" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(figure.getByRole("radio", { name: "Gradient" })).toBeChecked();
    await expect(says).toContainText("ReLU has switched off units 1 and 2");
    const update = figure.getByRole("slider", { name: "Update" });
    await update.focus();
    await page.keyboard.press("End");
    await expect(update).toHaveAttribute("aria-valuetext", /^Update 100 of 100/);
    await figure.getByRole("button", { name: "params/bias" }).focus();
    await expect(
      page.locator(".card-code[data-shown=true] .line[data-pointed=second]").first(),
    ).toBeAttached();
    await expect(figure.locator(".two-trees-lines")).toContainText(
      'linen_params["params"]["bias"]',
    );
    await page.keyboard.press("Tab");
    await expect(page.locator(".line[data-pointed]")).toHaveCount(0);
    await figure.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    await expect(figure.getByRole("table").getByRole("row")).toHaveCount(27);
    await expectClean(page, FIGURE);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a picture with its sentence", async ({ page }) => {
    await expectStill(page, FIGURE, /nnx_params holds encoder\.kernel/);
  });
});
