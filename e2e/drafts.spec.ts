import { expect, test, type Page } from "@playwright/test";
import {
  ENTRY,
  LESSON_DRAFT,
  openLesson,
  programText,
  storedDraft,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

const saved = (page: Page) => page.locator(".save-status");

test("a reload keeps the draft", async ({ page }) => {
  await openLesson(page);
  // At the end, where the caret stands after pasting and comes back to.
  const mine = `${programText("start.ts")}// mine\n`;
  await writeSource(page, mine);
  await expect(saved(page)).toHaveText("saved");
  expect(await storedDraft(page, LESSON_DRAFT)).toBe(mine);
  await page.reload();
  await expect(page.locator("[data-editor]")).toContainText("// mine");
  expect(await storedDraft(page, LESSON_DRAFT)).toBe(mine);
});

test("a crash of the page loses at most the last seconds", async ({ page, context }) => {
  await openLesson(page);
  await writeSource(page, "// before the crash");
  await expect(saved(page)).toHaveText("saved");
  const client = await context.newCDPSession(page);
  // The page goes without a word: no pagehide, no flush.
  void client.send("Page.crash").catch(() => undefined);
  const next = await context.newPage();
  await openLesson(next);
  await expect(next.locator("[data-editor]")).toContainText("before the crash");
});

test("reset can be undone", async ({ page }) => {
  await openLesson(page);
  await writeSource(page, "// long work");
  await page.locator(".editor-bar").getByRole("button", { name: "Reset" }).click();
  await expect(page.locator("[data-editor]")).toContainText(ENTRY);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("[data-editor]")).toContainText("// long work");
  await expect.poll(() => storedDraft(page, LESSON_DRAFT)).toBe("// long work");
});

/** Keeps every tab from reading or writing drafts, by a transaction that goes on until it is let go. */
async function holdDrafts(page: Page): Promise<() => Promise<void>> {
  const holder = await page.evaluateHandle(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("drafts");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const hold = { on: true };
    const store = database.transaction("drafts", "readwrite").objectStore("drafts");
    await new Promise<void>((held) => {
      const again = () => {
        held();
        if (hold.on) store.count().onsuccess = again;
        else database.close();
      };
      store.count().onsuccess = again;
    });
    return hold;
  });
  return () => holder.evaluate((hold) => void (hold.on = false));
}

test("two tabs: the idle one follows, and a clash keeps both texts", async ({ page, context }) => {
  await openLesson(page);
  const other = await context.newPage();
  await openLesson(other);
  await writeSource(page, "// from the first tab");
  await expect(other.locator("[data-editor]")).toContainText("// from the first tab");
  // Both type before either has saved.
  const letGo = await holdDrafts(page);
  for (const [tab, text] of [
    [page, "// first again"],
    [other, "// second"],
  ] as const) {
    await writeSource(tab, text);
    await expect(tab.locator("[data-editor]")).toContainText(text);
  }
  await letGo();
  await expect
    .poll(async () => {
      const shown = await Promise.all(
        [page, other].map((tab) => tab.getByText("from another tab").isVisible()),
      );
      return shown.filter(Boolean).length;
    })
    .toBe(1);
});

test("storage that is denied is said, and the page works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await openLesson(page);
  await writeSource(page, "# in memory");
  await expect(saved(page)).toContainText("not saved");
  const download = page.waitForEvent("download");
  await saved(page).getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("train_step.py");
});

test("the theme and the sizes of the panes are remembered", async ({ page }) => {
  await openLesson(page);
  await page.getByRole("button", { name: /Colours:/ }).click();
  await page.getByRole("button", { name: /Colours:/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const separator = page.getByRole("separator", { name: "Resize lesson and editor" });
  await separator.focus();
  const before = await page.locator("#lesson-read").boundingBox();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
  await expect
    .poll(async () => (await page.locator("#lesson-read").boundingBox())?.width)
    .toBeLessThan((before?.width ?? 0) - 20);
  const width = (await page.locator("#lesson-read").boundingBox())?.width ?? 0;
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect
    .poll(async () => (await page.locator("#lesson-read").boundingBox())?.width)
    .toBeCloseTo(width, -1);
});
