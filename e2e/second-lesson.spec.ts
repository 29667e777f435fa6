/**
 * A second lesson, which is a folder and nothing else, goes through the whole page: found, listed, read, edited, run, passed.
 * The site is built with the lessons of src/lessons/testing besides; the one that ships has none of them.
 */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { serve } from "../scripts/lib/serve.mjs";
import {
  chooseLanguage,
  ENTRY,
  headline,
  openLesson,
  runButton,
  storedDraft,
  writeSource,
} from "./support/lesson-page";

const FOLDER = "src/lessons/testing";
const LESSON = `${FOLDER}/line-step`;
const SITE = ".cache/site-with-test-lessons";

let site: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  test.setTimeout(900_000);
  const build = ["scripts/build.mjs", "--lessons", FOLDER, "--out-dir", SITE];
  await promisify(execFile)(process.execPath, build);
  site = await serve({ dir: SITE });
});
test.afterAll(() => site?.close());

const program = (name: string) => readFileSync(path.join(LESSON, name), "utf8");

test("a lesson that is a folder is read, edited, run and passed", async ({ page }) => {
  await openLesson(page, site.url);

  await test.step("the list of lessons leads to it", async () => {
    await page.getByRole("link", { name: "Lessons" }).click();
    await expect(page).toHaveTitle("Lessons");
    await expect(page.locator(".lesson-list li")).toHaveCount(2);
    await page.getByRole("link", { name: "Fit a line by one step" }).click();
    await expect(page).toHaveURL(/#\/lesson\/line-step$/);
    await expect(page).toHaveTitle("Fit a line by one step");
    await expect(page.locator(".brand")).toHaveText("A line");
  });

  await test.step("its text, figures and words are its own", async () => {
    await expect(page.getByRole("heading", { level: 1, name: /Fit a line/ })).toBeVisible();
    await expect(page.locator(".half-first", { hasText: /^slope$/ })).toBeVisible();
    await expect(page.locator(".lesson-figure svg.labelled-boxes")).toHaveCount(2);
    await expect(page.locator(".lesson-figure svg.freeze-curves")).toBeAttached();
    await expect(page.locator(".shiki .line[data-look=second]").first()).toBeAttached();
    await expect(page.locator(".steps li")).toHaveText([/misses the points/, /line\.step\(\)/]);
    await expect(page.locator(".cases tbody tr")).toHaveCount(2);
    await expect(page.getByText("on the two cases of the lesson")).toBeVisible();
  });

  await test.step("its snippets and broken programs run", async () => {
    const [snippet, broken] = [0, 1].map((i) => page.locator(".lesson .card").nth(i));
    await snippet.getByRole("button", { name: "Run" }).click();
    await expect(snippet.locator(".output-text")).toContainText("[0.5 1.5]");
    await broken.getByRole("button", { name: "See it happen" }).click();
    await expect(broken.locator(".output-text")).toContainText("height 0.5");
  });

  await test.step("its starter makes its own mistake", async () => {
    await expect(page.locator(".editor-file")).toHaveText("line.py");
    await runButton(page).click();
    await expect(headline(page)).toContainText("The slope-only moved alone");
  });

  await test.step("its solution passes and is explained", async () => {
    await writeSource(page, program("solution.py"));
    await runButton(page).click();
    await expect(headline(page)).toContainText(/Passed: 11 of 11 cases/);
    await page.getByRole("button", { name: "Why it works" }).click();
    await expect(page.locator(".explanation")).toContainText("which way is down");
    await expect.poll(() => storedDraft(page, "line-step:python")).toBe(program("solution.py"));
  });

  await test.step("the first lesson knows nothing of it", async () => {
    await page.goto(`${site.url}#/`);
    await expect(page.getByRole("heading", { name: "Nothing has run yet." })).toBeVisible();
    await expect(page.locator("[data-editor]")).toContainText(ENTRY);
    await page.getByRole("link", { name: "Lessons" }).click();
    await expect(page.locator(".lesson-progress")).toHaveText(["Passed"]);
  });
});

test.describe("in TypeScript", () => {
  test("it passes too, and a link to a figure shows it", async ({ page }) => {
    await openLesson(page, `${site.url}#/lesson/line-step/figure/short`);
    await expect(page.locator("#figure-short")).toBeInViewport();
    await expect(page.locator("#figure-short")).toBeFocused();
    await chooseLanguage(page, "TS");
    await writeSource(page, program("solution.ts"));
    await runButton(page).click();
    await expect(headline(page)).toContainText(/Passed: 11 of 11 cases/);
  });
});

test("the site that ships has one lesson and no list", async ({ page }) => {
  await openLesson(page);
  await expect(page.getByRole("link", { name: "Lesson", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Lessons" })).toHaveCount(0);
  const scripts = readdirSync("dist/assets").filter((name) => name.endsWith(".js"));
  const texts = scripts.map((name) => readFileSync(path.join("dist/assets", name), "utf8"));
  expect(texts.filter((text) => text.includes("line_step"))).toEqual([]);
});
