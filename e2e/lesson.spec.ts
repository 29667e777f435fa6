import { expect, test } from "@playwright/test";
import {
  headline,
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

test("read, edit, run, wrong, hint, pass", async ({ page }) => {
  await openLesson(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("mixed");
  await expect(page.getByRole("heading", { name: "Nothing has run yet." })).toBeVisible();

  await test.step("the starter is told what is left to write", async () => {
    await runButton(page).click();
    await expect(headline(page)).toContainText(
      /Not yet: .* Steps 2 to 6 are still to be written; step 2 is next: line \d+\./,
    );
    await expect(page.locator(".worked")).toHaveCount(0);
  });

  await test.step("one half left behind is seen from the losses", async () => {
    await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
    await runButton(page).click();
    await expect(headline(page)).toContainText("The Linen half did not move.");
    await expect(page.locator(".mistake-where")).toContainText(/Line \d+ asks `?grad/);
    await expect(page.locator(".corners [data-mark=yours]")).toContainText("loss(N′, L)");
    await expect(page.locator(".case").first()).toBeVisible();
    await expect(page.locator(".steps [data-seen]")).toHaveCount(3);
    await expect(page.locator(".fit li").first()).toContainText("1.00 × step");
    await expect(page.locator(".fit li").last()).toContainText("0.00 × step");
    await expect(page.locator(".shell > [role=status]")).toContainText("Not yet");
  });

  await test.step("what has no name is worked by hand", async () => {
    const right = programText("solution.ts");
    await writeSource(page, right.replace("g.mul(lr)", "jnp.tanh(g).mul(lr)"));
    await runButton(page).click();
    await expect(page.getByRole("heading", { name: "Case 1 by hand" })).toBeVisible();
    await expect(page.locator(".worked-yours").last()).toContainText("which differs");
  });

  await test.step("a hint opens", async () => {
    const hints = page.locator(".hint");
    await expect(hints).toHaveCount(0);
    await page.locator(".hints").getByRole("button").first().click();
    await expect(hints).toHaveCount(1);
  });

  await test.step("the solution passes and is explained", async () => {
    await writeSource(page, programText("solution.ts"));
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(headline(page)).toContainText(/Passed: (\d+) of \1 cases/);
    await page.getByRole("button", { name: "Why it works" }).click();
    await expect(page.locator(".explanation")).toBeInViewport();
    const compare = page.getByRole("button", { name: "Compare with one solution" });
    await compare.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
    await expect(dialog).toContainText("Every line is the same.");
    await page.keyboard.press("Escape");
    await expect(compare).toBeFocused();
  });

  await test.step("the chart and the laws are there", async () => {
    await page.getByRole("tab", { name: "Loss chart" }).click();
    await expect(page.locator(".recharts-line-dots circle").first()).toBeVisible();
    await page.getByRole("tab", { name: "Laws" }).click();
    await expect(page.locator(".laws li").first()).toBeVisible();
  });
});

test("an error marks its line in the editor and shows its own words", async ({ page }) => {
  await openLesson(page);
  const source = programText("solution.ts").replace("x.matmul(", "x.matmull(");
  await writeSource(page, source);
  await runButton(page).click();
  await expect(headline(page)).toContainText("Not yet: the code raised");
  await expect(page.locator(".error-text")).toContainText("matmull");
  await expect(page.locator(".problem-line").first()).toBeVisible();
});

test("a snippet runs in place and leaves the draft alone", async ({ page }) => {
  await openLesson(page);
  const snippet = page.locator(".lesson .run-bar").first();
  await snippet.getByRole("button", { name: "Run" }).click();
  await expect(page.locator(".lesson .output-text").first()).toContainText(/\d/);
  await expect(page.getByRole("heading", { name: "Nothing has run yet." })).toBeVisible();
});

test("nothing but the page's own host is asked for anything", async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(baseURL ?? "") && !/^(blob|data):/.test(address)) {
      elsewhere.push(address);
    }
  });
  await openLesson(page);
  await runButton(page).click();
  await expect(headline(page)).toBeVisible();
  expect(elsewhere).toEqual([]);
});
