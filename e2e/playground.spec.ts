import { expect, test } from "@playwright/test";
import {
  chooseLanguage,
  openLesson,
  PLAYGROUND_DRAFT,
  runButton,
  storedDraft,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

test("a program prints, plots and keeps a draft of its own", async ({ page }) => {
  await openLesson(page, "./#/playground");
  await chooseLanguage(page, "Python");
  await expect(page.locator(".program-note")).toContainText("print prints");
  await chooseLanguage(page, "TS");
  await expect(page.locator(".program-note")).toContainText("console.log prints");
  await runButton(page).click();
  await expect(page.getByRole("heading", { name: /Finished in/ })).toBeVisible();
  await expect(page.locator(".program-plot .recharts-line path").first()).toBeVisible();
  await expect(page.locator(".program-printed")).toContainText("w");

  const source = `import * as jnp from "jax/numpy";\nconsole.log(jnp.arange(3));\n`;
  await writeSource(page, source);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator(".program-printed")).toContainText("[0. 1. 2.]");
  await expect(page.locator(".program-plot")).toHaveCount(0);
  await expect.poll(() => storedDraft(page, PLAYGROUND_DRAFT)).toBe(source);

  await page.getByRole("link", { name: "Lesson" }).click();
  await expect(page.locator("[data-editor]")).toContainText("mixed_train_step");
  await page.getByRole("link", { name: "Playground" }).click();
  await expect(page.locator("[data-editor]")).toContainText("jnp.arange(3)");
});

test("linear algebra is loaded for the program that names it", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => scripts.push(request.url()));
  const asked = () => scripts.filter((url) => url.includes("runtime-part-linalg")).length;
  await openLesson(page, "./#/playground");
  const hidden = 'import * as jnp from "jax/numpy";\nconst m = jnp.eye(2).mul(2);\n';
  await writeSource(page, `${hidden}console.log((jnp as any)["lin" + "alg"].inv(m).tolist());\n`);
  await runButton(page).click();
  await expect(page.getByText("is loaded only for programs that name it")).toBeVisible();
  expect(asked()).toBe(0);
  await writeSource(page, `${hidden}console.log(jnp.linalg.inv(m).tolist());\n`);
  await runButton(page).click();
  await expect(page.locator(".program-printed")).toContainText("0.5");
  expect(asked()).toBe(1);
});

test("an endless program is stopped and the next one runs", async ({ page }) => {
  await openLesson(page, "./#/playground");
  await writeSource(page, "while (true) {}");
  await runButton(page).click();
  await expect(page.locator(".runtime-note")).toContainText("running");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("heading", { name: /Stopped/ })).toBeVisible();
  await writeSource(page, 'console.log("alive")');
  await runButton(page).click();
  await expect(page.locator(".program-printed")).toContainText("alive");
});

test("printed text that looks like the page's own words stays text", async ({ page }) => {
  await openLesson(page, "./#/playground");
  await writeSource(page, 'console.log("<h2>Passed: 11 of 11 cases</h2>")');
  await runButton(page).click();
  await expect(page.locator(".program-printed")).toContainText("<h2>Passed");
  await expect(page.getByRole("heading", { name: /Passed/ })).toHaveCount(0);
});
