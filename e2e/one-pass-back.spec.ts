/** One pass forwards and back, by mouse and by keyboard. */
import { expect, test } from "@playwright/test";
import { expectClean, expectStill } from "./support/figure-checks";
import { openLesson } from "./support/lesson-page";

const FIGURE = "#figure-one-pass-back";

test("the pass is played, written otherwise and cut by mouse", async ({ page }) => {
  await openLesson(page, "./#/lesson/figure/one-pass-back?stage=4");
  const figure = page.locator(FIGURE);
  const drawing = figure.locator("svg[data-export]");
  const part = (name: string) => drawing.locator(`[data-part=${name}]`);
  const dark = (name: string) => part(name).locator("[data-slope=off]");
  const pick = (name: string) =>
    figure.getByRole("radio", { name, exact: true }).click({ force: true });
  await expect(figure).toBeInViewport();
  await expect(drawing).toHaveAccessibleName(/^Stage 4 of 9\. .* 1\.0245/);
  await expect(drawing.locator("[data-slope=on]")).toHaveCount(0);

  await test.step("play ends with both gradients, the switched-off columns dark", async () => {
    await figure.getByRole("button", { name: "Play" }).click();
    await expect(figure.locator(".one-pass-stage")).toContainText("encoder.kernel", {
      timeout: 20_000,
    });
    await expect(part("firstKernel").locator("[data-slope=on]")).toHaveCount(6);
    await expect(dark("firstKernel")).toHaveCount(6);
    await expect(part("firstKernel")).toContainText("2.40");
    await expectClean(page, FIGURE);
  });

  await test.step("head first has another gradient, and says where", async () => {
    await pick("Head first");
    await expect(figure.locator(".one-pass-says")).toContainText(/instead of −?\d\.\d\d/);
    await expect(part("secondKernel").locator("[data-slope=none]")).toHaveCount(8);
    await expect(part("firstKernel")).not.toContainText("2.40");
  });

  await test.step("a cut leaves one side dark", async () => {
    await pick("stop_gradient");
    await expect(dark("firstKernel")).toHaveCount(12);
    await expect(dark("secondKernel")).toHaveCount(4);
    await pick("Head captured");
    await expect(dark("firstKernel")).toHaveCount(6);
    await expect(dark("secondKernel")).toHaveCount(8);
    await pick("float");
    await expect(drawing.locator("[data-slope=on]")).toHaveCount(0);
    await expect(figure.locator(".one-pass-says")).toContainText("ConcretizationTypeError");
  });

  await test.step("the contents lead to it", async () => {
    await page.locator(".pane-read").evaluate((pane) => pane.scrollTo(0, 0));
    await page.getByRole("link", { name: "One pass back" }).click();
    await expect(page).toHaveURL(/\/figure\/one-pass-back$/);
    await expect(figure).toBeInViewport();
  });
});

test.describe("by keyboard, in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("arrows choose and step, and every stage is said", async ({ page }) => {
    await openLesson(page, "./#/lesson/figure/one-pass-back");
    const figure = page.locator(FIGURE);
    await figure.getByRole("radio", { name: "One pass", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    const headFirst = figure.getByRole("radio", { name: "Head first" });
    await expect(headFirst).toBeChecked();
    await expect(headFirst).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    const stage = figure.getByRole("slider", { name: "Stage" });
    await stage.focus();
    await page.keyboard.press("Home");
    await expect(stage).toHaveAttribute("aria-valuetext", /^0 of 9: x = \(0\.50, −1\.00, 2\.00\)/);
    await page.keyboard.press("End");
    await expect(stage).toHaveAttribute("aria-valuetext", /^9 of 9: .*2\.00 · 1\.20 = 2\.40/);
    await page.keyboard.press("ArrowLeft");
    await expect(figure.locator(".one-pass-stage")).toContainText("units 1 and 2 are switched off");
    await figure.getByRole("button", { name: "One stage" }).focus();
    await page.keyboard.press("Enter");
    await expect(stage).toHaveAttribute("aria-valuetext", /^9 of 9/);
    await figure.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    await expect(figure.getByRole("table").getByRole("row")).toHaveCount(27);
    await expectClean(page, FIGURE);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a picture with its sentence", async ({ page }) => {
    await expectStill(page, FIGURE, /encoder\.kernel gets 6 slopes and 6 zeros/);
  });
});
