import { expect, test } from "@playwright/test";
import {
  chooseLanguage,
  ENTRY,
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
  await expect(page.locator("[data-editor]")).toContainText(ENTRY);
  await page.getByRole("link", { name: "Playground" }).click();
  await expect(page.locator("[data-editor]")).toContainText("jnp.arange(3)");
});

test("a program gets what few use however it spells the names", async ({ page }) => {
  await openLesson(page, "./#/playground");
  await writeSource(
    page,
    `import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as optax from "optax";
const all = jnp as any;
const x = jnp.array([3, 1, 2]);
console.log(all["med" + "ian"](x).item(), all["lin" + "alg"].inv(jnp.eye(2).mul(2)).tolist());
for (const name of Object.keys(jnp))
  if (/^nan(max|mean|min|sum)$/.test(name)) console.log(name, all[name](x).item());
console.log(Object.keys(jax).includes("hessian"), typeof (optax as any)["ad" + "am"](0.1).init);
console.log((jax as any)["make" + "Jaxpr"](jnp.sin)(x));
`,
  );
  await runButton(page).click();
  const printed = page.locator(".program-printed");
  await expect(printed).toContainText("2 [[0.5, 0], [0, 0.5]]");
  for (const line of ["nanmax 3", "nanmean 2", "nanmin 1", "nansum 6", "true function", "sin a"])
    await expect(printed).toContainText(line);
});

test("a Run pressed before the second script has come says so and waits for it", async ({
  page,
}) => {
  let letCome = () => {};
  const mayCome = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(/runtime-typescript-second/, async (route) => {
    await mayCome;
    await route.continue();
  });
  await openLesson(page, "./#/playground");
  await writeSource(page, 'console.log("alive")');
  await runButton(page).click();
  const note = page.locator(".runtime-note");
  await expect(note).toHaveText(
    /^The runtime: \d+ %\. Your run starts by itself when this is done/,
  );
  await expect(page.locator(".program-printed")).toHaveCount(0);
  letCome();
  await expect(page.locator(".program-printed")).toContainText("alive");
});

test("a second script that does not come is named, and the next Run asks for it again", async ({
  page,
}) => {
  await page.route(/runtime-typescript-second/, (route) => route.abort());
  await openLesson(page, "./#/playground");
  await writeSource(page, 'console.log("alive")');
  await runButton(page).click();
  const note = page.locator(".runtime-note");
  await expect(note).toContainText("Cannot run here");
  await expect(note).toContainText(/assets\/runtime-typescript-second.*could not be loaded/);
  await page.unroute(/runtime-typescript-second/);
  await runButton(page).click();
  await expect(page.locator(".program-printed")).toContainText("alive");
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
