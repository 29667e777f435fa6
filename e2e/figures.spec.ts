/** The lesson's figures by mouse and by keyboard, as they are read and as pictures. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectClean } from "./support/figure-checks";
import {
  chooseLanguage,
  headline,
  openLesson,
  programText,
  runButton,
  writeSource,
} from "./support/lesson-page";

const PLANE = "#figure-step-plane";

test("the step plane follows the mouse, the link and the last run", async ({ page }) => {
  await openLesson(page, "./#/lesson/figure/step-plane?lr=0.3");
  const plane = page.locator(PLANE);
  const drawing = plane.locator("svg[data-export]");
  const reading = plane.locator(".step-plane-reading");

  await test.step("a link opens it in its state", async () => {
    await expect(plane).toBeInViewport();
    await expect(drawing).toHaveAccessibleName(/At learning rate 0\.3 .* 1\.3127 with both/);
    await expect(reading).toContainText("NNX 1.00 ×, Linen 1.00 ×: loss 1.3127");
    await expectClean(page, PLANE);
  });

  await test.step("a press and a drag move the point", async () => {
    const box = await plane.locator(".plane-touch").boundingBox();
    if (!box) throw new Error("the plane has no place");
    const at = (across: number, up: number) =>
      [box.x + ((across + 1) / 4) * box.width, box.y + ((3 - up) / 4) * box.height] as const;
    await page.mouse.move(...at(0, 0));
    await page.mouse.down();
    await expect(reading).toContainText("NNX 0.00 ×, Linen 0.00 ×: loss 1.0245");
    await page.mouse.move(...at(1, 0), { steps: 4 });
    await page.mouse.up();
    await expect(reading).toContainText("NNX 1.00 ×, Linen 0.00 ×: loss 0.1428");
  });

  await test.step("it is taken away as a picture", async () => {
    for (const name of ["SVG", "PNG"]) {
      const coming = page.waitForEvent("download");
      await plane.getByRole("button", { name }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toBe(`step-plane.${name.toLowerCase()}`);
      const bytes = readFileSync(await file.path());
      if (name === "SVG") {
        expect(bytes.toString()).toContain("NNX only");
        expect(bytes.toString()).not.toMatch(/var\(|color\(|class=/);
      } else expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    }
  });

  await test.step("a run is a point on it, and on the plane of its case", async () => {
    await expect(plane.locator(".plane-run")).toHaveCount(0);
    await chooseLanguage(page, "TS");
    await writeSource(page, programText("wrong/only-nnx-moved--default-argnums.ts"));
    await runButton(page).click();
    await expect(headline(page)).toContainText("Linen half did not move");
    const told = "Your last run moved the NNX half 1.00 × and the Linen half 0.00 ×";
    await expect(plane.locator(".step-plane-run")).toContainText(told);
    await expect(plane.locator(".plane-run")).toHaveText("your last run");
    const card = page.locator(".corners");
    await expect(card.locator("svg[data-export]")).toBeVisible();
    await expect(card.locator(".plane-run")).toHaveText("yours");
    await expectClean(page, ".corners");
  });

  await test.step("the contents lead to it", async () => {
    await page.locator(".pane-read").evaluate((pane) => pane.scrollTo(0, 0));
    await page.getByRole("link", { name: "The step plane" }).click();
    await expect(page).toHaveURL(/\/figure\/step-plane$/);
    await expect(plane).toBeInViewport();
  });
});

test.describe("by keyboard, in the dark", () => {
  test.use({ colorScheme: "dark", permissions: ["clipboard-read", "clipboard-write"] });

  test("the step plane answers keys and says what they do", async ({ page }) => {
    await openLesson(page, "./#/lesson/figure/step-plane");
    const plane = page.locator(PLANE);
    const rate = plane.getByRole("slider", { name: "Learning rate" });
    const spoken = (text: RegExp) => expect(rate).toHaveAttribute("aria-valuetext", text);

    await rate.focus();
    await spoken(/^0\.1, lowest: Linen only/);
    await page.keyboard.press("Home");
    await spoken(/^0\.005, lowest: both/);
    await page.keyboard.press("ArrowRight");
    await spoken(/^0\.0055/);
    await page.keyboard.press("End");
    await spoken(/^0\.5, lowest: NNX only/);
    await page.keyboard.press("Tab");
    const first = plane.getByRole("slider", { name: "NNX moved" });
    await expect(first).toBeFocused();
    await page.keyboard.press("End");
    await expect(first).toHaveAttribute("aria-valuetext", /^3\.00 × the right step, loss/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(plane.getByRole("slider", { name: "Seed" })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(plane.locator("svg[data-export]")).toHaveAccessibleName(/rate 0\.5 and seed 1 /);

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const table = plane.getByRole("table");
    await expect(table.getByRole("row")).toHaveCount(6);
    await expect(table).toContainText("The lowest corner is");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(plane.getByRole("status")).toHaveText("Link copied.");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#\/lesson\/[\w-]+\/figure\/step-plane\?lr=0\.5&seed=1&across=3&up=1$/);
    await expectClean(page, PLANE);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the step plane is a picture with its sentence", async ({ page }) => {
    await page.goto("./");
    const still = page.locator(`${PLANE} img`);
    await still.scrollIntoViewIfNeeded();
    await expect(still).toHaveAttribute("alt", /the loss is 1\.0245 with neither moved/);
    await expect(still).toBeVisible();
    const { width = 0, height = 0 } = (await still.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThan(200);
    await expect(page.locator(`${PLANE} figcaption`)).toBeVisible();
  });
});
