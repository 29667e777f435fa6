/** What programs compute on is seen, measured, chosen and remembered. */
import { expect, test } from "@playwright/test";
import { expectClean } from "./support/figure-checks";
import {
  headline,
  openLesson,
  programText,
  runButton,
  TYPESCRIPT_VISIT,
  writeSource,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

test("the status line opens a choice of devices with a measured step on each", async ({ page }) => {
  await openLesson(page);
  const note = page.locator(".runtime-note");
  await expect(note).toContainText("WebGL · float32");
  await note.getByRole("button", { name: "WebGL" }).click();
  const dialog = page.getByRole("dialog", { name: "What programs compute on" });
  const webgl = dialog.locator(".device", { hasText: "WebGL" });
  const cpu = dialog.locator(".device", { hasText: "CPU" });
  await expect(webgl).toContainText(/drawn by software/);
  await expect(webgl.locator(".device-time")).toHaveText(/^[\d.,]+ m?s a step$/);
  await expect(cpu.locator(".device-time")).toHaveText(/^[\d.,]+ m?s a step$/);
  await expect(dialog.getByRole("status")).toHaveText(/times as fast|about the same time/);
  await expectClean(page, "dialog");

  await expect(webgl.getByRole("radio")).toBeChecked();

  // By keyboard: the other of the two radio buttons.
  await webgl.getByRole("radio").focus();
  await page.keyboard.press("ArrowDown");
  await expect(cpu.getByRole("radio")).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(note).toContainText("CPU · float32");
  await writeSource(page, programText("solution.ts"));
  await runButton(page).click();
  await expect(headline(page)).toContainText("Passed");
  await expect(note).toContainText(/CPU · float32 · [\d.,]+ m?s/);

  await page.reload();
  await expect(note).toContainText("CPU · float32");
});

test("an address can ask for a device, by its earlier name too", async ({ page }) => {
  await openLesson(page, "./?device=wasm");
  await expect(page.locator(".runtime-note")).toContainText("CPU · float32");
});
