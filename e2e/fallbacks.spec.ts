import { expect, test } from "@playwright/test";
import type { Route } from "@playwright/test";
import {
  headline,
  LESSON_DRAFT,
  programText,
  runButton,
  storedDraft,
  TYPESCRIPT_VISIT,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

test("without Monaco a plain text area keeps the same draft and runs it", async ({ page }) => {
  await page.route(/MonacoEditor.*\.js/, (route) => route.abort());
  await page.goto("./");
  await expect(page.getByText("this is a plain text area")).toBeVisible();
  const area = page.locator(".plain-editor");
  await area.fill(programText("solution.ts"));
  await area.press("ControlOrMeta+Enter");
  await expect(headline(page)).toContainText("Passed");
  expect(await storedDraft(page, LESSON_DRAFT)).toBe(programText("solution.ts"));
});

test("what is typed while Monaco loads is carried over with its cursor", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/MonacoEditor.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");
  const area = page.locator(".plain-editor");
  await area.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("// typed early");
  release();
  await expect(page.locator("[data-editor=monaco]")).toContainText("// typed early");
  await page.keyboard.type(" and on");
  await expect(page.locator("[data-editor=monaco]")).toContainText("// typed early and on");
});

test("a chart that cannot load leaves the results and the editor alone", async ({ page }) => {
  await page.route(/LossChart.*\.js/, (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("[data-editor]")).toBeAttached();
  await runButton(page).click();
  await page.getByRole("tab", { name: "Loss chart" }).click();
  await expect(page.getByText("The chart could not be loaded")).toBeVisible();
  await page.getByRole("tab", { name: "Cases" }).click();
  await expect(page.locator(".case-table tbody tr")).toHaveCount(12);
  await expect(page.locator("[data-editor]")).toContainText("wholeSeed");
  await page.unroute(/LossChart.*\.js/);
  await page.getByRole("tab", { name: "Loss chart" }).click();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".recharts-line").first()).toBeAttached();
});

test("files that stop on their way are named within 20 seconds, and come back", async ({
  page,
}) => {
  const held: Route[] = [];
  const hold = (route: Route) => void held.push(route);
  const letGo = async () => {
    await page.unrouteAll();
    // The page has given some of them up itself.
    for (const route of held.splice(0)) await route.continue().catch(() => {});
  };
  await page.clock.install();
  await page.route(/(runtime-typescript-|MonacoEditor).*\.js/, hold);
  await page.goto("./");
  await expect(page.locator(".plain-editor")).toBeVisible();
  await runButton(page).click();
  await expect.poll(() => held.length).toBe(2);
  await page.clock.runFor(20_000);
  await expect(page.getByText("this is a plain text area")).toBeVisible();
  await expect(page.locator(".results")).toContainText("nothing of it came for 15 seconds");
  await letGo();
  // The editor that came late takes its place by itself, and then the runtime is asked for once more.
  await expect(page.locator("[data-editor]")).toBeAttached();
  await runButton(page).click();
  await expect(headline(page)).toContainText("Not yet");

  await page.route(/assets\/index-.*\.js/, hold);
  await page.reload({ waitUntil: "commit" });
  await expect.poll(() => held.length).toBe(1);
  await page.clock.runFor(20_000);
  await expect(page.locator("#script-failed")).toBeVisible();
  await letGo();
  await expect(page.locator("[data-editor]")).toBeAttached();
  await expect(page.locator("#script-failed")).toBeHidden();
});

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("the lesson can be read, and promises nothing that needs one", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    expect((await page.locator(".lesson").innerText()).length).toBeGreaterThan(8000);
    await expect(page.locator(".lesson pre:visible").first()).toBeVisible();
    await expect(page.locator(".needs-script").first()).toBeHidden();
    for (const name of ["Run", "Reset", "Edit", "Playground"])
      await expect(page.getByRole("button", { name }).first()).toBeHidden();
    await expect(page.locator("#no-script")).toBeVisible();
  });
});

test("taking over the prerendered page changes nothing in it", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("./");
  await expect(page.locator("[data-editor]")).toBeAttached();
  expect(complaints).toEqual([]);
});
