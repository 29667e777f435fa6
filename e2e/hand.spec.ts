/** What happens under the reader's hand: whose result is shown, what waits, what is kept, what is passed on. */
import { expect, test } from "@playwright/test";
import {
  chooseLanguage,
  headline,
  openLesson,
  programText,
  runButton,
  stopButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const ENDLESS = "export function mixed_train_step() {\n  while (true) {}\n}\n";
const PASSING = programText("solution.ts");

test("runs wait for each other, a verdict belongs to its text, place and progress are kept", async ({
  page,
}) => {
  await openLesson(page);
  const snippet = page.locator(".card", { has: page.locator(".run-bar") }).first();
  const run = snippet.getByRole("button", { name: /^Run/ });

  // A snippet waits while the learner's run goes on; Stop ends the one it stands beside.
  await writeSource(page, ENDLESS);
  await runButton(page).click();
  await expect(page.locator(".runtime-note")).toContainText(/running: \d+ of \d+ s/);
  await run.click();
  await expect(snippet.locator(".run-bar")).toContainText("Waiting for another program");
  await expect(page.locator(".runtime-note")).toContainText("running");
  await snippet.getByRole("button", { name: /^Stop/ }).click();
  await expect(snippet.locator(".output")).toContainText("was stopped");
  await run.click();
  await stopButton(page).click();
  await expect(headline(page)).toContainText("Stopped.");
  await expect(snippet.locator(".output-text")).toBeVisible();

  // A pass, and what becomes of it when the text or the language changes.
  await writeSource(page, PASSING);
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
  const earlier = page.locator(".results .earlier-note");
  await expect(earlier).toHaveCount(0);
  await page.locator(".editor-bar").getByRole("button", { name: "Reset" }).click();
  await expect(earlier).toContainText("before your last change");
  await chooseLanguage(page, "Python");
  await expect(earlier).toContainText("your TypeScript program");
  await chooseLanguage(page, "TS");

  // The contents' links are addresses; the place is kept over the playground, Back and a reload.
  const section = page.locator("#four-ways-it-goes-wrong");
  const top = () => section.evaluate((heading) => heading.getBoundingClientRect().top);
  await page
    .getByRole("navigation", { name: "Sections" })
    .getByRole("link", { name: "Four ways" })
    .click();
  await expect(page).toHaveURL(/#\/lesson\/[\w-]+#four-ways-it-goes-wrong$/);
  await page.locator(".pane-read").evaluate((pane) => pane.scrollBy(0, 210));
  const place = await top();
  expect(Math.abs(place)).toBeLessThan(400);
  await page.getByRole("link", { name: "Playground" }).click();
  await expect(page.locator(".program")).toBeVisible();
  await page.goBack();
  await expect.poll(async () => Math.abs((await top()) - place)).toBeLessThan(2);
  await page.reload();
  await expect(page.locator("[data-editor]")).toBeAttached();
  await expect.poll(async () => Math.abs((await top()) - place)).toBeLessThan(40);
  await expect(page.locator(".steps [data-seen]").first()).toBeAttached();
  const forget = page.getByRole("button", { name: "Forget my progress" });
  await forget.click();
  await expect(forget).toHaveCount(0);
  await expect(page.locator(".steps [data-seen]")).toHaveCount(0);
});

test("one case is looked into, with the program's own values, in both languages", async ({
  page,
}) => {
  await openLesson(page);
  const inside = page.locator(".inside");
  const row = (title: string) =>
    inside.locator(".inside-table").first().locator("tr", { hasText: title });
  const open = page.getByRole("button", { name: "Look inside case 1" });

  // A half that no gradient was taken for is not filled in from elsewhere.
  await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
  await open.click();
  await expect(row("Loss before the step")).toContainText("2.4363");
  await expect(row("Linen gradient")).toContainText("not seen");
  await expect(page.locator(".shell > [role=status]")).toContainText("4 of 6 steps were seen");
  await row("NNX gradient")
    .getByRole("button", { name: /^line \d+/ })
    .click();
  await expect(page.locator("[data-editor] :focus")).toBeAttached();

  // JAX's numbers for this call.
  await writeSource(page, PASSING);
  await expect(inside.locator(".earlier-note")).toContainText("before your last change");
  await inside.getByRole("button", { name: "Run again case 1" }).click();
  for (const language of ["TS", "Python"] as const) {
    await expect(inside.locator(".earlier-note")).toHaveCount(0, { timeout: 120_000 });
    await expect(row("Hidden layer")).toContainText("[2.7964, 0, 0, 0.4404]");
    await expect(row("Prediction")).toContainText("2.5609");
    await expect(row("NNX gradient")).toContainText("[2.5866, 0, 0, 1.7282]");
    await expect(row("Linen gradient")).toContainText("[8.7296]\n[0]\n[0]\n[1.3748]");
    if (language === "Python") break;
    await chooseLanguage(page, "Python");
    await writeSource(page, programText("solution.py"));
    await open.click();
  }
  await inside.getByText("Everything that your program named").click();
  await expect(inside).toContainText("new_linen_params");
  // Nothing was judged.
  await expect(page.getByRole("heading", { name: "Nothing has run yet." })).toBeVisible();
});

test("an error stands once and leads to its line; a snippet is edited in place", async ({
  page,
}) => {
  await openLesson(page);
  await writeSource(page, PASSING.replace("jnp.stack([before, after])", "jnp.stak([before])"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("raised");
  await expect(page.locator(".error-text")).toHaveCount(1);
  await page.locator(".error-text .line-link").click();
  await expect(page.locator("[data-editor] :focus")).toBeAttached();

  const card = page.locator(".card", { has: page.locator(".run-bar") }).first();
  await card.getByRole("button", { name: /^Edit/ }).click();
  const editor = card.getByRole("textbox");
  await expect(editor).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type('console.log("edited");\n');
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(card.locator(".output-text")).toContainText("edited");
  await page.keyboard.type("// more\n");
  await expect(card.locator(".earlier-note")).toContainText("before your last change");
  await page.reload();
  await expect(card.getByRole("textbox")).toContainText('console.log("edited")');
  await card.getByRole("button", { name: /^As it was/ }).click();
  await expect(card.getByRole("textbox")).toHaveCount(0);
});

test("examples, snippets and links open beside what the learner wrote, and run when told to", async ({
  page,
}) => {
  await openLesson(page, "./#/playground");
  const editor = page.locator("[data-editor]");
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("button", { name: /^A Linen encoder before/ }).click();
  await expect(editor).toContainText("one gradient for both");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByLabel("Link to the program").inputValue();
  expect(link).toMatch(/#\/share\/1\/[\w-]+$/);
  await page.keyboard.press("Escape");

  const mine = 'console.log("mine");\n';
  await writeSource(page, mine);
  await page.goto("about:blank");
  await page.goto(link);
  const dialog = page.getByRole("dialog", { name: "The program of the link" });
  await expect(dialog).toContainText("one gradient for both");
  await expect(dialog).toContainText('console.log("mine");');
  await expect(page).toHaveURL(/#\/playground$/);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(editor).toContainText('console.log("mine");');
  await expect(page.locator(".program")).toContainText("Nothing has run yet");

  await page.goto("about:blank");
  await page.goto(link);
  await dialog.getByRole("button", { name: "Put it into the editor" }).click();
  await expect(editor).toContainText("one gradient for both");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor).toContainText('console.log("mine");');

  await page.goto("about:blank");
  await page.goto(link.slice(0, -20));
  await expect(page.getByRole("dialog")).toContainText("The link is not complete");
});

test("a blocked sandbox and a missing script are told, and come back", async ({ page }) => {
  await page.route(/sandbox\.html/, (route) => route.abort());
  await openLesson(page);
  const note = page.locator(".runtime-note");
  await expect(note).toContainText("was blocked");
  await page.unroute(/sandbox\.html/);
  await page.getByRole("button", { name: "Try again" }).click();
  await writeSource(page, PASSING);
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");

  await page.route(/assets\/index-.*\.js/, (route) => route.abort());
  await page.reload();
  await expect(page.locator("#script-failed")).toBeVisible();
  await expect(page.locator(".lesson")).toBeVisible();
  await expect(runButton(page)).toBeHidden();
  await page.unroute(/assets\/index-.*\.js/);
  await page.getByRole("link", { name: "Load the page again" }).click();
  await expect(page.locator("[data-editor]")).toContainText("jax");
  await expect(runButton(page)).toBeVisible();
});
