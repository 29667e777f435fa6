/** Poking a weight, by mouse and by keyboard. */
import { expect, test } from "@playwright/test";
import { expectClean, expectStill } from "./support/figure-checks";
import { openLesson } from "./support/lesson-page";

const FIGURE = "#figure-poke-weight";

test("a weight is chosen and poked by mouse, and ε is dragged", async ({ page }) => {
  await openLesson(page, "./#/lesson/figure/poke-weight?weight=0.8&epsilon=0.3");
  const figure = page.locator(FIGURE);
  const drawing = figure.locator("svg[data-export]");
  const reading = figure.locator(".poke-reading");
  await expect(figure).toBeInViewport();
  await expect(drawing).toHaveAccessibleName(/^encoder\.kernel\[2, 0\] is 0\.97432\. .* 1\.0245/);
  await expect(reading).toContainText("2.8276");
  await expectClean(page, FIGURE);

  await test.step("a drag along the curve moves the weight, past the kink to a flat loss", async () => {
    const curve = figure.locator("[data-sets=weight]");
    await curve.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await curve.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 2, y + height / 2, { steps: 5 });
    await page.mouse.up();
    await expect(reading).toContainText(/Gradient0Difference/);
    await expect(figure.locator(".poke-says")).toContainText("switched off");
  });

  await test.step("ε far to the left is more than float32 can see", async () => {
    await page.goto("./#/lesson/figure/poke-weight?weight=0.8&epsilon=0.3&by=0");
    const errors = figure.locator("[data-sets=epsilon]");
    await expect(reading).toContainText("2.399");
    const { width = 0, height = 0 } = (await errors.boundingBox()) ?? {};
    await errors.click({ position: { x: width / 6, y: height / 2 } });
    await expect(figure.getByRole("slider", { name: "ε" })).toHaveAttribute(
      "aria-valuetext",
      /^1e−10: 2\.39\d* in float64, 0 in float32/,
    );
  });

  await test.step("another weight is one click", async () => {
    await figure.getByRole("radio", { name: /^head\.bias\[1\]/ }).click({ force: true });
    await expect(drawing).toHaveAccessibleName(/^head\.bias\[1\] is 0\. .* gradient 0\.46392/);
  });

  await test.step("the contents lead to it", async () => {
    await page.locator(".pane-read").evaluate((pane) => pane.scrollTo(0, 0));
    await page.getByRole("link", { name: "Poke a weight" }).click();
    await expect(page).toHaveURL(/\/figure\/poke-weight$/);
    await expect(figure).toBeInViewport();
  });
});

test.describe("by keyboard, in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("arrows walk through the weights and the sliders say what they do", async ({ page }) => {
    await openLesson(page, "./#/lesson/figure/poke-weight");
    const figure = page.locator(FIGURE);
    const weight = (name: RegExp) => figure.getByRole("radio", { name });
    await weight(/^encoder\.kernel\[2, 0\]/).focus();
    await page.keyboard.press("ArrowUp");
    await expect(weight(/^encoder\.kernel\[1, 0\]/)).toBeFocused();
    await expect(weight(/^encoder\.kernel\[1, 0\]/)).toBeChecked();
    await page.keyboard.press("ArrowRight");
    await expect(weight(/^encoder\.kernel\[1, 1\]: .*, gradient 0\.00/)).toBeChecked();
    await expect(figure.locator(".poke-says")).toContainText("switched off");

    await page.keyboard.press("Tab");
    await expect(figure.getByRole("slider", { name: "encoder.kernel[1, 1]" })).toBeFocused();
    await page.keyboard.press("Tab");
    const epsilon = figure.getByRole("slider", { name: "ε" });
    await expect(epsilon).toBeFocused();
    await page.keyboard.press("Home");
    await expect(epsilon).toHaveAttribute("aria-valuetext", /^1e−12: /);
    await figure.getByRole("radio", { name: "Central" }).focus();
    await page.keyboard.press("Space");
    await expect(figure.locator("svg[data-export]")).toHaveAccessibleName(/central difference/);
    await figure.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    await expect(figure.getByRole("table").getByRole("row")).toHaveCount(14);
    await expectClean(page, FIGURE);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a picture with its sentence", async ({ page }) => {
    await expectStill(page, FIGURE, /its gradient 2\.399/);
  });
});
