/** The trace of a loss, by mouse and by keyboard, in both languages. */
import { expect, test } from "@playwright/test";
import { expectClean, expectStill } from "./support/figure-checks";
import { openLesson, programText, TYPESCRIPT_VISIT, writeSource } from "./support/lesson-page";

const FIGURE = "#figure-loss-trace";
const WAIT = { timeout: 90_000 };

test("the learner's loss is traced on request, and its cuts are shown", async ({ page }) => {
  test.slow();
  await openLesson(page, "./#/lesson/figure/loss-trace");
  const figure = page.locator(FIGURE);
  const drawing = figure.locator("svg[data-export]");
  const about = figure.locator(".loss-trace-about");
  const trace = async (program: string) => {
    await writeSource(page, programText(program));
    await figure.getByRole("button", { name: "Trace my loss" }).click();
  };
  await expect(figure).toBeInViewport();
  await expect(drawing).toHaveAccessibleName(/Every leaf of the NNX half reaches it/);
  await expect(about).toContainText("The trace of the text’s loss");
  await expectClean(page, FIGURE);

  await test.step("a right answer has two whole paths", async () => {
    await trace("solution.py");
    await expect(about).toContainText("first function that your program differentiates", WAIT);
    await expect(figure.locator(".loss-trace-says")).toContainText(
      "Every leaf of the NNX half reaches it. Every leaf of the Linen half reaches it.",
    );
    await expect(figure.locator("pre")).toContainText("dot_general");
  });

  await test.step("stop_gradient cuts one", async () => {
    await trace("wrong/only-linen-moved--stop-gradient.py");
    await expect(figure.locator(".loss-trace-says")).toContainText("stop_gradient passes on", WAIT);
    await expect(drawing.locator(".trace-cut")).toHaveCount(1);
    await expect(drawing.locator("[data-kind=leaf][data-dead=true]")).toHaveCount(2);
    await expectClean(page, FIGURE);
  });

  await test.step("what cannot be traced or found is said", async () => {
    await trace("wrong/float-inside-grad--float.py");
    await expect(about).toContainText("ConcretizationTypeError", WAIT);
    await trace("start.py");
    await expect(about).toContainText("the loss cannot be found in the program", WAIT);
    await expect(drawing).toHaveAccessibleName(/Every leaf of the NNX half reaches it/);
  });

  await test.step("the contents lead to it", async () => {
    await page.locator(".pane-read").evaluate((pane) => pane.scrollTo(0, 0));
    await page.getByRole("link", { name: "The trace" }).click();
    await expect(page).toHaveURL(/\/figure\/loss-trace$/);
    await expect(figure).toBeInViewport();
  });
});

test.describe("by keyboard, in the dark, in TypeScript", () => {
  test.use({ colorScheme: "dark", ...TYPESCRIPT_VISIT });

  test("the same from TypeScript's calls", async ({ page }) => {
    test.slow();
    await openLesson(page, "./#/lesson/figure/loss-trace");
    const figure = page.locator(FIGURE);
    const says = figure.locator(".loss-trace-says");
    const about = figure.locator(".loss-trace-about");
    for (const [program, sentence] of [
      ["solution.ts", "Every leaf of the NNX half reaches it. Every leaf of the Linen half"],
      ["wrong/only-linen-moved--encoder-captured.ts", "NNX half is cut: the loss does not use it"],
      ["wrong/only-nnx-moved--tree-captured.ts", "Linen half"],
    ] as const) {
      await writeSource(page, programText(program));
      await figure.getByRole("button", { name: "Trace my loss" }).focus();
      await page.keyboard.press("Enter");
      await expect(about).toContainText("that your program differentiates.", WAIT);
      await expect(about).not.toContainText("has changed");
      await expect(says).toContainText(sentence);
    }
    await figure.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    await expect(figure.getByRole("table").getByRole("row").last()).toContainText("(the loss)");
    await expectClean(page, FIGURE);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a picture with its sentence", async ({ page }) => {
    await expectStill(page, FIGURE, /9 operations from the leaves to the loss/);
  });
});
