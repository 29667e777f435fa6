/** What happens to a page that lives long: its browser killed, stopped or frozen, its storage full, its host renewed. */
import { cp, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { openOwnBrowser, type OwnBrowser } from "../scripts/lib/own-browser.mjs";
import { serveLike } from "../scripts/lib/serve-like.mjs";
import {
  chooseLanguage,
  headline,
  LESSON_DRAFT,
  openLesson,
  programText,
  runButton,
  storedDraft,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

/** The configuration's address of the site. */
function siteOf(baseURL: string | undefined): string {
  if (baseURL === undefined) throw new Error("The configuration names no address.");
  return baseURL;
}

/** What a keystroke may be old before it is safe. */
const SAFE_MS = 2500;

const saved = (page: Page) => page.locator(".save-status");

async function pass(page: Page, program = "solution.ts"): Promise<void> {
  await writeSource(page, programText(program));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed", { timeout: 90_000 });
}

test.describe("a browser with a profile", () => {
  let profile: string;
  let browser: OwnBrowser;
  test.beforeEach(async () => {
    profile = await mkdtemp(path.join(tmpdir(), "lesson-profile-"));
    browser = await openOwnBrowser(profile);
  });
  test.afterEach(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const openTypeScript = async (page: Page, address: string) => {
    await page.addInitScript(() => localStorage.setItem("language", "typescript"));
    await openLesson(page, address);
  };

  test("what was typed is there after the browser was killed", async ({ baseURL }) => {
    await openTypeScript(browser.page, siteOf(baseURL));
    await writeSource(browser.page, "// written\n");
    await expect(saved(browser.page)).toHaveText("saved");
    // Keys without a rest, so that no quiet moment saves them.
    for (let i = 0; i < 12; i++) await browser.page.keyboard.type(`${i} `, { delay: 60 });
    await browser.page.waitForTimeout(SAFE_MS);
    browser.signal("SIGKILL");
    await browser.close();
    browser = await openOwnBrowser(profile);
    await openTypeScript(browser.page, siteOf(baseURL));
    await expect(browser.page.locator("[data-editor]")).toContainText("0 1 2 3 4 5 6 7 8 9 10 11");
  });

  test("a browser that was stopped goes on where it was", async ({ baseURL }) => {
    const { page } = browser;
    await openTypeScript(page, siteOf(baseURL));
    await writeSource(page, programText("solution.ts"));
    await runButton(page).click();
    browser.signal("SIGSTOP");
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    browser.signal("SIGCONT");
    await expect(headline(page)).toContainText("Passed", { timeout: 90_000 });
    await pass(page);
    expect(await storedDraft(page, LESSON_DRAFT)).toBe(programText("solution.ts"));
  });
});

test("a page that was frozen goes on where it was", async ({ page, context }) => {
  await openLesson(page);
  await writeSource(page, "// before the freeze");
  const client = await context.newCDPSession(page);
  await client.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await client.send("Page.setWebLifecycleState", { state: "active" });
  await expect.poll(() => storedDraft(page, LESSON_DRAFT)).toBe("// before the freeze");
  await pass(page);
});

test("a full storage is said, and what was typed is stored once there is room", async ({
  page,
  context,
  baseURL,
}) => {
  await openLesson(page);
  await writeSource(page, "// fits");
  await expect(saved(page)).toHaveText("saved");
  const client = await context.newCDPSession(page);
  const { origin } = new URL(siteOf(baseURL));
  await client.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await writeSource(page, "// does not fit");
  // The browser counts what there is every now and then.
  await expect(async () => {
    await page.keyboard.type("x");
    await expect(saved(page)).toContainText("not saved", { timeout: 3_000 });
  }).toPass({ timeout: 90_000 });
  await expect(page.locator("[data-editor]")).toContainText("does not fit");
  await client.send("Storage.overrideQuotaForOrigin", { origin });
  await page.locator(".source-area [role=textbox]").focus();
  await page.keyboard.type(" any more");
  await expect(saved(page)).toHaveText("saved");
  await pass(page);
});

test("a new build under an open page is said where a part is missing, and nothing is lost", async ({
  page,
}) => {
  const dir = await mkdtemp(path.join(tmpdir(), "lesson-site-"));
  const assets = path.join(dir, "assets");
  await cp("dist", dir, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const site = await serveLike("plain", { dir });
  try {
    await page.addInitScript(() => localStorage.setItem("language", "typescript"));
    await openLesson(page, site.url);
    await writeSource(page, "// of the old page");
    await expect(saved(page)).toHaveText("saved");
    await rename(assets, `${assets}-old`);

    await page.getByRole("button", { name: "Earlier versions" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("a file of the page did not arrive");
    await expect(dialog.getByRole("button", { name: "Load the page again" })).toBeVisible();
    await page.keyboard.press("Escape");
    // What runs TypeScript is here already; what runs Python never came.
    await pass(page);
    await chooseLanguage(page, "Python");
    await runButton(page).click();
    await expect(page.locator(".runtime-note")).toContainText("a newer one may be there");

    await rename(`${assets}-old`, assets);
    expect((await readdir(assets)).length).toBeGreaterThan(20);
    // Run asks for what is missing once more.
    await pass(page, "solution.py");
    await chooseLanguage(page, "TS");
    await page.reload();
    await expect(page.locator("[data-editor]")).toContainText("valueAndGrad");
  } finally {
    await site.close();
    await rm(dir, { recursive: true, force: true });
  }
});
