/** The model in three forms, run in the sandbox, by mouse and by keyboard. */
import { expect, test } from "@playwright/test";
import { expectClean, expectStill } from "./support/figure-checks";
import { openLesson, TYPESCRIPT_VISIT } from "./support/lesson-page";

const FIGURE = "#figure-sugar";

test.describe("in TypeScript", () => {
  test.use(TYPESCRIPT_VISIT);

  test("three forms run and give the same losses to the last digit", async ({ page }) => {
    await openLesson(page, "./#/lesson/figure/sugar");
    const figure = page.locator(FIGURE);
    await expect(figure).toBeInViewport();
    await expect(figure.locator("svg[data-export]")).toHaveAccessibleName(
      /nnx\.bridge\.ToNNX: encoder\/bias\/value, .*head\/to_nnx__rngs\/default\/key\/value/,
    );
    await expectClean(page, FIGURE);
    await figure.getByRole("button", { name: "Run all 3 here" }).click();
    await expect(figure.locator(".wrapped-models-same")).toContainText(
      /^The same two losses in all 3, to the last digit: 1\.0245\d* before the step, 0\.5607\d* after it\.$/,
      { timeout: 90_000 },
    );
    await figure.getByText("The program, in TypeScript").nth(2).click();
    await expect(figure.locator("pre").nth(2)).toContainText("nnx.bridge.toLinen");
    await expectClean(page, FIGURE);
  });
});

test.describe("by keyboard, in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("Python's three forms run, and the trees are a table", async ({ page }) => {
    await openLesson(page, "./#/lesson/figure/sugar");
    const figure = page.locator(FIGURE);
    await figure.getByRole("button", { name: "Run all 3 here" }).focus();
    await page.keyboard.press("Enter");
    await expect(figure.locator(".wrapped-models-same")).toContainText("The same two losses", {
      timeout: 120_000,
    });
    await figure.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    await expect(figure.getByRole("table").getByRole("row")).toHaveCount(15);
    await expectClean(page, FIGURE);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a picture with its sentence", async ({ page }) => {
    await expectStill(page, FIGURE, /Plain dicts: encoder\/bias/);
  });
});
