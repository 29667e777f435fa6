import { expect, test, type Page } from "@playwright/test";
import {
  headline,
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const inEditor = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[data-editor]") !== null);

/** Tabs on until `reached` says so; fails after too many stops. */
async function tabUntil(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await reached()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard never got there");
}

test("skip link, editor, out of it, run and details, all by keyboard", async ({ page }) => {
  await openLesson(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the editor" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => inEditor(page)).toBe(true);

  await page.keyboard.type("//");
  await expect(page.locator("[data-editor]")).toContainText("//import");
  await page.keyboard.press("ControlOrMeta+Z");

  await page.keyboard.press("Tab");
  expect(await inEditor(page), "Tab indents").toBe(true);
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status").filter({ hasText: "Tab now leaves" })).toBeAttached();
  await page.keyboard.press("Tab");
  expect(await inEditor(page), "Escape, then Tab leaves").toBe(false);
  await expect(page.locator(".attempt-bar").getByRole("button", { name: "Run" })).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(headline(page)).toBeVisible();
  const tab = page.getByRole("tab", { name: "Cases" });
  await tabUntil(page, () => tab.evaluate((element) => element === document.activeElement));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Loss chart" })).toBeFocused();
  await expect(page.getByRole("tab", { name: "Loss chart" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

/** What the keyboard is on: that it is seen, that it is marked, and that nothing lies over it. */
function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return "the keyboard is nowhere";
    // Editors show a cursor of their own.
    if (at.closest("[data-editor], textarea")) return null;
    const label = at.ariaLabel ?? at.ariaLabelledByElements?.[0]?.textContent ?? at.textContent;
    const name = `${at.localName}.${at.className} “${label.slice(0, 40)}”`;
    // A switch is seen by what stands beside its input.
    const shown =
      at.matches(".visually-hidden, input[type=radio]") && at.nextElementSibling
        ? at.nextElementSibling
        : at;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
    const marked =
      (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    if (!marked && !at.matches("h1, h2, h3, h4, .explanation")) return `${name} has no mark`;
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const inside = (value: number, most: number) => Math.min(Math.max(value, 1), most - 1);
    const x = inside((left + right) / 2, innerWidth);
    const points = [inside((top + bottom) / 2, innerHeight), inside(top + 3, innerHeight)];
    const free = points.some((y) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (at === there || shown.contains(there) || there.contains(shown));
    });
    const over = document.elementFromPoint(x, points[0] ?? 0);
    return free
      ? null
      : `${name} at ${top} to ${bottom} is under ${over?.outerHTML.slice(0, 80) ?? "nothing"}`;
  });
}

test("the lesson is read, failed, passed and passed on by keyboard alone, never out of sight", async ({
  page,
}) => {
  await openLesson(page);
  const unseen: string[] = [];
  let step = "";
  const begin = (name: string, walk: () => Promise<void>) => {
    step = name;
    return test.step(name, walk);
  };
  const look = async () => {
    const problem = await unseenFocus(page);
    const told = `${step}: ${problem}`;
    if (problem !== null && !unseen.includes(told)) unseen.push(told);
  };
  const goTo = async (name: string | RegExp, role: "button" | "link" = "button") => {
    const goal = page.getByRole(role, { name }).first();
    await tabUntil(page, async () => {
      if (await page.evaluate(() => document.activeElement !== document.body)) await look();
      return goal.evaluate((element) => element === document.activeElement);
    });
  };
  const press = async (name: string | RegExp, role: "button" | "link" = "button") => {
    await goTo(name, role);
    await page.keyboard.press("Enter");
  };
  const toEditor = async () => {
    await page.getByRole("link", { name: "Skip to the editor" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => inEditor(page)).toBe(true);
  };
  const run = async (program: string) => {
    await toEditor();
    await writeSource(page, programText(program));
    await page.keyboard.press("ControlOrMeta+Enter");
  };

  await begin("read: a section by its link", async () => {
    await press("Your turn", "link");
    await expect(page.locator("#your-turn")).toBeFocused();
    await expect(page.locator("#your-turn")).toBeInViewport();
  });

  await begin("a snippet is run and edited", async () => {
    await page.locator(".brand").focus();
    await press("Two halves, one gradient", "link");
    await press(/^Run the snippet/);
    await expect(page.locator(".output-text").first()).toBeVisible();
    await look();
    await page.keyboard.press("Shift+Tab");
    await look();
  });

  await begin("fail, and a hint for it", async () => {
    await run("wrong/only-nnx-moved--default-argnums.ts");
    await expect(headline(page)).toContainText("Not yet");
    await run("wrong/only-nnx-moved--default-argnums.ts");
    await expect(headline(page)).toContainText("Not yet");
    await page.locator("#hints").focus();
    await press("Hint for what the last run showed");
    await look();
    for (let left = 4; left > 0; left--) {
      await press(/^Hint \d of/);
      await look();
    }
    await expect(page.locator(".hint-list .hint").last()).toBeFocused();
    await press("Solution…");
    await look();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Solution…" })).toBeFocused();
  });

  await begin("pass, and what comes after it", async () => {
    await run("solution.ts");
    await expect(headline(page)).toContainText("Passed");
    await page.keyboard.press("Escape");
    await press("Why it works, and what to try next");
    await expect(page.locator(".explanation")).toBeFocused();
    await expect(page.locator(".explanation h3").first()).toBeInViewport();
  });

  await begin("share it, and come back", async () => {
    await toEditor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+Tab");
    const share = page.getByRole("button", { name: "Share" });
    for (let i = 0; i < 8; i++) {
      if (await share.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Shift+Tab");
      await look();
    }
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Link to the program")).toBeVisible();
    await look();
    await page.keyboard.press("Tab");
    await look();
    await page.keyboard.press("Escape");
    await expect(share).toBeFocused();
  });

  await begin("the playground", async () => {
    await page.locator(".brand").focus();
    await press("Playground", "link");
    await expect(page.locator(".program")).toBeVisible();
    await toEditor();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.locator(".program-printed").first()).toBeVisible();
    await page.keyboard.press("Escape");
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      // After the last stop comes the browser itself.
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      await look();
    }
  });

  await begin("an endless loop, stopped by keyboard", async () => {
    await toEditor();
    await writeSource(page, "while (true) {}\n");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.keyboard.press("Escape");
    await press("Stop");
    await expect(runButton(page)).toBeFocused();
  });
  expect(unseen).toEqual([]);
});
