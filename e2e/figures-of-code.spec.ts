/** The freeze lab and the argnums wiring, by mouse and by keyboard, in one visit each. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import {
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use({ ...TYPESCRIPT_VISIT, contextOptions: { reducedMotion: "reduce" } });

async function expectClean(page: Page, figure: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include(figure).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}

test("the freeze lab asks, plays, compares, and repeats the learner's update", async ({ page }) => {
  await openLesson(page, "./#/lesson/figure/freeze-lab?lr=0.2");
  const lab = page.locator("#figure-freeze-lab");
  const rate = lab.getByRole("slider", { name: "Learning rate" });
  const says = lab.locator(".freeze-says");

  await test.step("a link opens it in its state", async () => {
    await expect(rate).toHaveAttribute("aria-valuetext", "0.2");
    await rate.focus();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("ArrowRight");
    await expect(rate).not.toHaveAttribute("aria-valuetext", "0.2");
    await expect(says).toContainText("Thin lines: learning rate 0.2, seed 3");
  });

  await test.step("a guess is asked for by keyboard, and answered by what happens", async () => {
    await page.goto("./#/lesson/figure/freeze-lab?lr=0.1");
    await lab.getByRole("button", { name: "Play" }).focus();
    await page.keyboard.press("Enter");
    await expect(lab.getByRole("checkbox", { name: "Both" })).toBeFocused();
    await page.keyboard.press("Space");
    await expectClean(page, "#figure-freeze-lab");
    await lab.getByRole("checkbox", { name: "Both" }).focus();
    await page.keyboard.press("Enter");
    await expect(says).toContainText(
      "After 300 steps at learning rate 0.1: Both 0.0015, NNX only 0.1890, Linen only 0.0748, Neither 0.1983.",
    );
    await expect(says).toContainText("As you expected: Both ended below 0.01.");
    await expect(lab.getByRole("button", { name: "Play again" })).toBeFocused();
  });

  await test.step("a padlock brings its run to the front, and the chart is scrubbed", async () => {
    await lab.getByRole("button", { name: /Freeze.*Linen/ }).click();
    await expect(lab.locator(".freeze-fit[data-front=true]")).toContainText("NNX only");
    const chart = lab.locator("svg.freeze-curves");
    const { width = 0, height = 0 } = (await chart.boundingBox()) ?? {};
    await chart.click({ position: { x: width / 2, y: height / 2 } });
    await expect(lab.getByRole("slider", { name: "Step", exact: true })).not.toHaveAttribute(
      "aria-valuetext",
      /After 300/,
    );
    await lab.getByRole("button", { name: "Reset" }).click();
    await expect(says).toContainText("Before the first step every run has the loss 0.1983.");
  });

  await test.step("it finds a rate where both is worse", async () => {
    await lab.getByRole("button", { name: /Show me a rate/ }).click();
    await expect(says).toContainText("each gradient is taken as if the other half stood still");
    await lab.getByText("Best and final losses").click();
    await expect(lab.locator("tbody tr")).toHaveCount(4);
  });

  await test.step("a new seed draws other weights and asks again; one key skips", async () => {
    await lab.getByRole("button", { name: /New seed/ }).click();
    await expect(says).not.toContainText("0.1983");
    await lab.getByRole("button", { name: "Play" }).click();
    await page.keyboard.press("Escape");
    await expect(says).toContainText("After 300 steps");
  });

  await test.step("the learner's update is repeated once it is known", async () => {
    const own = lab.locator(".freeze-own");
    await lab.getByRole("button", { name: "As my code moves" }).click();
    await expect(own).toContainText("has not run yet");
    await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
    await runButton(page).click();
    await expect(own).toContainText("NNX kernel by 1.00 × the right step");
    await expect(lab.locator("tbody tr")).toHaveCount(5);
    await expect(lab.locator(".freeze-fit[data-run=own]")).toContainText("Yours");
    await expectClean(page, "#figure-freeze-lab");
  });
});

test("the argnums wiring follows the editor, and changes it in one undoable edit", async ({
  page,
}) => {
  await openLesson(page, "./#/lesson/figure/argnums-wiring");
  const wiring = page.locator("#figure-argnums-wiring");
  await expect(wiring).toContainText("does not call grad yet");
  await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
  await expect(wiring).toContainText("From the program in the editor");
  await expect(wiring).toContainText(/\w+ gets none\./);
  await expectClean(page, "#figure-argnums-wiring");

  await test.step("the call is shown in the editor, and marked until the text changes", async () => {
    const program = programText("wrong/only-nnx-moved--default-argnums.ts");
    await writeSource(page, `${"// before it\n".repeat(80)}${program}`);
    await wiring.getByRole("button", { name: "Show it in my code" }).click();
    const mark = page.locator(".view-lines .marked");
    await expect(mark.first()).toBeInViewport();
    expect((await mark.allTextContents()).join("").replaceAll("\u00a0", " ")).toMatch(/grad\(/i);
    const line = await mark.first().evaluate((one) => getComputedStyle(one).textDecorationLine);
    expect(line).toBe("underline");
    await writeSource(page, program);
    await expect(mark).toHaveCount(0);
  });

  // By keyboard on a copy, then into the editor.
  const arguments_ = wiring.getByRole("group", { name: "Differentiate with respect to" });
  await arguments_.getByRole("button").nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(wiring.locator("pre")).toContainText("argnums: [0, 1]");
  await expect(wiring.locator("pre")).toContainText("a copy");
  await wiring.getByRole("button", { name: "Swap the order" }).click();
  await expect(wiring.locator("pre")).toContainText("argnums: [1, 0]");
  await wiring.getByRole("button", { name: "Put it into my code" }).click();
  await expect(wiring.locator("pre")).not.toContainText("a copy");
  await expect(wiring.locator("pre")).toContainText("argnums: [1, 0]");
  await expect(page.locator(".view-lines")).toContainText("argnums: [1, 0]");
  await page.locator(".source-area [role=textbox], .source-area textarea").first().focus();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(wiring.locator("pre")).not.toContainText("argnums: [1, 0]");
});
