import { expect, test } from "@playwright/test";
import {
  ENTRY,
  headline,
  openLesson,
  programText,
  runButton,
  stopButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const ENDLESS = `export function ${ENTRY}() {
  console.log("going round");
  while (true) {}
}
`;

test("a Run pressed before the runtime is ready starts by itself", async ({ page }) => {
  await page.route(/runtime-typescript/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto("./");
  await runButton(page).click();
  await expect(page.getByRole("heading", { name: /starts as soon as/ })).toBeVisible();
  await expect(headline(page)).toContainText("Not yet");
});

test("an endless loop is stopped by its learner, and the next run passes", async ({ page }) => {
  await openLesson(page);
  await writeSource(page, ENDLESS);
  await runButton(page).click();
  await expect(page.locator(".runtime-note")).toContainText("running");
  await stopButton(page).click();
  await expect(headline(page)).toContainText("Stopped.");
  await writeSource(page, programText("solution.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
});

test("an endless loop is stopped by the deadline while the page lives", async ({ page }) => {
  await openLesson(page);
  await writeSource(page, ENDLESS);
  await runButton(page).click();
  await page.getByRole("button", { name: /Colours:/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(headline(page)).toContainText("Stopped after", { timeout: 60_000 });
  await expect(headline(page)).toContainText("going round");
  await writeSource(page, programText("solution.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
});

test("twenty clicks on Run end in one result", async ({ page }) => {
  await openLesson(page);
  await writeSource(page, programText("solution.ts"));
  for (let i = 0; i < 20; i++) await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
  await expect(page.locator(".runtime-note")).not.toContainText("running");
});

test("a GPU process that dies is survived", async ({ page, browser }) => {
  await openLesson(page);
  await writeSource(page, programText("solution.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
  const client = await browser.newBrowserCDPSession();
  await client.send("Browser.crashGpuProcess").catch(() => undefined);
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed", { timeout: 90_000 });
});
