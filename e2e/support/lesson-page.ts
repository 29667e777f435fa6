import { readFileSync } from "node:fs";
import { firstLesson } from "../../scripts/lib/first-lesson.mjs";
import { expect, type Locator, type Page } from "@playwright/test";

export const SLUG = firstLesson();
const LESSON = new URL(`../../src/lessons/${SLUG}/`, import.meta.url);

/** Name of the function that the lesson asks for. */
export const ENTRY = /^def (\w+)\(/m.exec(programText("start.py"))?.[1] ?? "";

/** A program of the lesson's folder as text, e.g. "solution.ts". */
export function programText(name: string): string {
  return readFileSync(new URL(name, LESSON), "utf8");
}

/** For `test.use`, where a test's programs are TypeScript: what an earlier visit in it has left behind. */
export const TYPESCRIPT_VISIT = {
  storageState: {
    cookies: [],
    origins: [
      {
        origin: `http://127.0.0.1:${process.env.E2E_PORT ?? 4173}`,
        localStorage: [{ name: "language", value: "typescript" }],
      },
    ],
  },
};

/** Opens the page and waits until the full editor has taken over. */
export async function openLesson(page: Page, address = "./"): Promise<void> {
  await page.goto(address);
  await expect(page.locator("[data-editor]")).toBeAttached();
}

/** Reads and edits in this language, by the switch in the page's header. */
export async function chooseLanguage(page: Page, language: "Python" | "TS"): Promise<void> {
  await page.locator(".header-language label").filter({ hasText: language }).click();
}

/** Replaces what is in the editor, as a learner who pastes. Works in each of the three editors. */
export async function writeSource(page: Page, source: string): Promise<void> {
  const editor = page.locator(".source-area [role=textbox], .source-area textarea").first();
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", text);
    const paste = { clipboardData: transfer, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", paste));
  }, source);
}

/** The stored draft, straight from the database. */
export async function storedDraft(page: Page, key: string): Promise<string | null> {
  return page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("drafts");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const record = await new Promise<{ source?: string } | undefined>((resolve, reject) => {
      const reading = database.transaction("drafts").objectStore("drafts").get(wanted);
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    database.close();
    return record?.source ?? null;
  }, key);
}

export const LESSON_DRAFT = `${SLUG}:typescript`;
export const PLAYGROUND_DRAFT = "playground:typescript";

/** The Run of the editor, not those of the lesson's snippets. */
export function runButton(page: Page): Locator {
  return page.locator(".attempt-bar").getByRole("button", { name: "Run" });
}

export function stopButton(page: Page): Locator {
  return page.locator(".attempt-bar").getByRole("button", { name: "Stop" });
}

/** The sentence of a finished run. */
export function headline(page: Page): Locator {
  return page.locator(".results .headline[data-tone]");
}
