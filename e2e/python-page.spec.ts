/** The page in Python as a learner meets it: first visit, early Run, Stop, taking it out, return visit, no Python. */
import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import {
  ENTRY,
  headline,
  openLesson,
  programText,
  runButton,
  SLUG,
  stopButton,
  storedDraft,
  writeSource,
} from "./support/lesson-page";

const note = (page: Page) => page.locator(".runtime-note");

async function download(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return { file: saved.suggestedFilename(), text: readFileSync(await saved.path(), "utf8") };
}

test("first visit, early Run, Stop, taking it out, return visit", async ({ page }) => {
  test.setTimeout(240_000);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/python-library/, async (route) => {
    await held;
    await route.continue();
  });
  await openLesson(page);

  await test.step("Python is the first language; a Run pressed early waits for it", async () => {
    await expect(page.locator("[data-editor]")).toContainText(`def ${ENTRY}`);
    await writeSource(page, programText("solution.py"));
    await runButton(page).click();
    await expect(note(page)).toContainText(/^Python 3\.14: \d+ %\. Your run starts by itself/);
    await expect(headline(page)).toHaveCount(0);
    release();
    await expect(headline(page)).toContainText(/Passed: (\d+) of \1 cases/, { timeout: 120_000 });
    await expect(page.locator(".results")).toContainText("follows recordings of jax 0.10.2");
  });

  await test.step("script and notebook hold the program and both results", async () => {
    await page.getByText("Take it out").click();
    const script = await download(page, "Download .py");
    expect(script.file).toBe("train_step.py");
    expect(script.text.startsWith(programText("solution.py"))).toBe(true);
    expect(script.text.match(/^ {8}\("case \d", \(.*\), \[.*\], \[.*\]\),$/gm)).toHaveLength(3);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy as a script" }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe(script.text);
    const notebook = await download(page, "Download .ipynb");
    expect(notebook.file).toBe("train_step.ipynb");
    expect(JSON.parse(notebook.text).nbformat).toBe(4);
    await page.getByText("Take it out").click();
  });

  await test.step("an endless loop is stopped, and the spare takes over", async () => {
    await writeSource(page, `def ${ENTRY}(seed, x, y, lr):\n    while True:\n        pass\n`);
    await runButton(page).click();
    await expect(note(page)).toContainText("running");
    await stopButton(page).click();
    await expect(headline(page)).toContainText("Stopped.");
    await writeSource(page, programText("solution.py"));
    await runButton(page).click();
    await expect(headline(page)).toContainText("Passed", { timeout: 60_000 });
  });

  await test.step("who comes back finds language and draft, and Python starts", async () => {
    await expect.poll(() => storedDraft(page, `${SLUG}:python`)).not.toBeNull();
    // A page of its own: one whose requests are held back for the test has no cache, and is not always reloaded.
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await openLesson(again);
    await expect(again.locator("[data-editor]")).toContainText("One SGD step on a mixed model");
    await runButton(again).click();
    await expect(headline(again)).toContainText("Passed", { timeout: 60_000 });
  });
});

test("where Python cannot start, its file is named and TypeScript goes on", async ({ page }) => {
  await page.route(/python-library/, (route) => route.fulfill({ status: 404, body: "gone" }));
  await openLesson(page);
  await expect(note(page)).toContainText(/python-library.*status 404/);
  await page.getByRole("button", { name: "Go on in TypeScript" }).click();
  await expect(page.locator("[data-editor]")).toContainText(`function ${ENTRY}`);
  await runButton(page).click();
  await expect(headline(page)).toContainText("Not yet");
});
