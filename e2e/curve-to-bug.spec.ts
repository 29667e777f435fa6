/** Matching loss curves with their bugs, by mouse and by keyboard. */
import { expect, test } from "@playwright/test";
import { expectClean, expectStill } from "./support/figure-checks";
import { openLesson } from "./support/lesson-page";

const FIGURE = "#figure-curve-to-bug";

test("five curves are matched, checked and explained, and new ones come", async ({ page }) => {
  await openLesson(page, "./#/lesson/figure/curve-to-bug");
  const figure = page.locator(FIGURE);
  const chart = figure.locator("svg[data-export]");
  const check = figure.getByRole("button", { name: "Check" });
  await expect(figure).toBeInViewport();
  await expect(chart.locator(".bug-curve")).toHaveCount(5);
  await expect(check).toBeDisabled();
  await expectClean(page, FIGURE);

  const rows = figure.getByRole("combobox");
  await expect(rows).toHaveCount(5);
  await figure.getByLabel("no half is updated").selectOption("A");
  await expect(chart.locator("[data-letter=A]")).toHaveAttribute("data-front", "true");
  for (const name of ["the gradient is added", "the step is the bare gradient"])
    await figure.getByLabel(name).selectOption("B");
  await figure.getByLabel("only the Linen half is updated").selectOption("C");
  await figure.getByLabel("only the NNX half is updated").selectOption("E");
  await check.click();
  await expect(figure.getByRole("status").first()).toContainText("4 of 5 match");
  await expect(figure.locator(".bug-row[data-state=right]")).toHaveCount(4);
  await expect(figure.locator(".bug-row[data-state=other]")).toContainText("It is D.");
  await expectClean(page, FIGURE);

  const before = await chart.getAttribute("aria-label");
  await figure.getByRole("button", { name: "New curves" }).click();
  await expect(chart).not.toHaveAttribute("aria-label", before ?? "");
  await expect(check).toBeDisabled();
  await expect(figure.locator(".bug-why")).toHaveCount(0);
});

test.describe("by keyboard, in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("letters are typed into the rows", async ({ page }) => {
    await openLesson(page, "./#/lesson/figure/curve-to-bug?round=25");
    const figure = page.locator(FIGURE);
    await figure.getByRole("combobox").first().focus();
    for (const letter of ["C", "A", "E", "B", "D"]) {
      await page.keyboard.press(letter);
      await page.keyboard.press("Tab");
    }
    await expect(figure.getByRole("button", { name: "Check" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(figure.getByRole("status").first()).toContainText("All 5 match.");
    await figure.getByText("As a table").focus();
    await page.keyboard.press("Enter");
    await expect(figure.getByRole("table").getByRole("row")).toHaveCount(7);
    await expectClean(page, FIGURE);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a picture with its sentence", async ({ page }) => {
    await expectStill(page, FIGURE, /Five loops that learn/);
  });
});
