/** A guess before the run, and the result that shows it: by mouse and by keyboard. */
import { expect, test } from "@playwright/test";
import { expectClean, expectStill } from "./support/figure-checks";
import {
  headline,
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const FIGURE = "#figure-predict-first";

test("a guess is dragged, and stands beside what the run did", async ({ page }) => {
  await openLesson(page, "./#/lesson/figure/predict-first");
  const figure = page.locator(FIGURE);
  const says = figure.locator(".predict-first-says");
  await expect(says).toContainText("Nothing is asked");
  await expect(figure.getByRole("slider")).toHaveCount(0);
  await figure.getByRole("button", { name: "Ask me before each run" }).click();
  await expect(says).toContainText("which half will it move");
  await expectClean(page, FIGURE);

  const plane = figure.locator(".plane-touch");
  await plane.scrollIntoViewIfNeeded();
  const box = await plane.boundingBox();
  if (!box) throw new Error("the plane has no place");
  const at = (across: number, up: number) =>
    [box.x + ((across + 1) / 4) * box.width, box.y + ((3 - up) / 4) * box.height] as const;
  await page.mouse.move(...at(1, 1));
  await page.mouse.down();
  await page.mouse.move(...at(1, 0), { steps: 4 });
  await page.mouse.up();
  await expect(says).toContainText("you expect NNX 1.00 ×, Linen 0.00 ×");

  await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Linen half did not move");
  await expect(says).toContainText("So it was.");
  await expect(says).toContainText("Before your next run");
  await expect(figure.locator(".plane-guess")).toHaveText("your guess");
  await expect(figure.locator(".plane-run")).toHaveText("your run");
  await expect(page.locator(".corners .plane-guess")).toHaveText("your guess");
  await expectClean(page, FIGURE);
});

test.describe("by keyboard, in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("a guess is chosen and moved, and another run has none", async ({ page }) => {
    await openLesson(page, "./#/lesson/figure/predict-first");
    const figure = page.locator(FIGURE);
    const says = figure.locator(".predict-first-says");
    await figure.getByRole("button", { name: "Ask me before each run" }).focus();
    await page.keyboard.press("Enter");
    await figure.getByRole("button", { name: "both" }).focus();
    await page.keyboard.press("Space");
    await expect(figure.getByRole("button", { name: "both" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await page.keyboard.press("Tab");
    const first = figure.getByRole("slider", { name: "NNX will move" });
    await expect(first).toBeFocused();
    await page.keyboard.press("End");
    await expect(first).toHaveAttribute("aria-valuetext", "3.00 ×");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await expect(says).toContainText("NNX 3.00 ×, Linen −1.00 ×");
    await expectClean(page, FIGURE);

    await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
    await runButton(page).click();
    await expect(says).toContainText("It was 1.00 × and 0.00 ×.");
    await runButton(page).click();
    await expect(says).not.toContainText("You expected");
    await expect(page.locator(".corners .plane-guess")).toHaveCount(0);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a picture with its sentence", async ({ page }) => {
    await expectStill(page, FIGURE, /The loss of case 1/);
  });
});
