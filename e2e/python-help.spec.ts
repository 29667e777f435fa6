/** Completion, hover and signatures in Python: what they say, how the keyboard leaves them, when they are loaded. */
import { expect, test, type Page } from "@playwright/test";
import { openLesson, writeSource } from "./support/lesson-page";

const PROGRAM = "import jax\nimport jax.numpy as jnp\n\nx = jnp.ones(3)\n";
const suggestions = (page: Page) => page.locator(".suggest-widget.visible");
const help = (page: Page) => page.locator(".parameter-hints-widget.visible");
const hover = (page: Page) => page.locator(".monaco-hover:not(.hidden)").filter({ hasText: "def" });
const tabLeaves = (page: Page) => page.getByRole("status").filter({ hasText: "Tab now leaves" });

test("what the packages hold is proposed and explained, once the editor is in use", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openLesson(page);
  expect(asked.filter((url) => url.includes("python-names"))).toEqual([]);

  const names = page.waitForResponse(/python-names/);
  await writeSource(page, PROGRAM);
  await names;

  await test.step("names of a module, with their signatures", async () => {
    await expect(async () => {
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.type("y = jnp.log");
      await expect(suggestions(page)).toContainText("log1p", { timeout: 2000 });
    }).toPass();
    await expect(suggestions(page)).toContainText("log(x, /)");
    await page.keyboard.press("Escape");
    await expect(suggestions(page)).toHaveCount(0);
    await expect(tabLeaves(page)).toHaveCount(0);
  });

  await test.step("the signature, with the argument that is being given", async () => {
    await page.keyboard.type("addexp(x, ");
    await expect(help(page)).toContainText("logaddexp(x1, x2, /");
    await expect(help(page).locator(".parameter.active")).toHaveText("x2");
    await page.keyboard.press("Escape");
    await expect(help(page)).toHaveCount(0);
    await page.keyboard.type("x)");
  });

  await test.step("members of an array, asked for by key", async () => {
    await page.keyboard.type("\nx.");
    await expect(suggestions(page)).toContainText("argmax");
    await page.keyboard.press("Escape");
    await page.keyboard.type("resh");
    await page.keyboard.press("Control+Space");
    await expect(suggestions(page)).toContainText("reshape");
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-editor]")).toContainText("x.reshape");
  });

  await test.step("what a name means, and Escape in its order", async () => {
    await page.keyboard.press("ControlOrMeta+K");
    await page.keyboard.press("ControlOrMeta+I");
    await expect(hover(page)).toContainText("The same elements in another shape");
    await page.keyboard.press("Escape");
    await expect(hover(page)).toHaveCount(0);
    // Any key closes it, so this Escape does what Escape does with nothing open.
    await expect(tabLeaves(page)).toBeAttached();
  });
});
