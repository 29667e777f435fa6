import { expect, test } from "@playwright/test";
import type { Route } from "@playwright/test";
import {
  headline,
  LESSON_DRAFT,
  programText,
  runButton,
  storedDraft,
  TYPESCRIPT_VISIT,
} from "./support/lesson-page";

test.use(TYPESCRIPT_VISIT);

test("without Monaco a plain text area keeps the same draft and runs it", async ({ page }) => {
  await page.route(/MonacoEditor.*\.js/, (route) => route.abort());
  await page.goto("./");
  await expect(page.getByText("this is a plain text area")).toBeVisible();
  const area = page.locator(".plain-editor");
  await area.fill(programText("solution.ts"));
  await area.press("ControlOrMeta+Enter");
  await expect(headline(page)).toContainText("Passed");
  expect(await storedDraft(page, LESSON_DRAFT)).toBe(programText("solution.ts"));
});

test("what is typed while Monaco loads is carried over with its cursor", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/MonacoEditor.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");
  const area = page.locator(".plain-editor");
  await area.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("// typed early");
  release();
  await expect(page.locator("[data-editor=monaco]")).toContainText("// typed early");
  await page.keyboard.type(" and on");
  await expect(page.locator("[data-editor=monaco]")).toContainText("// typed early and on");
});

test("a chart that cannot load leaves the results and the editor alone", async ({ page }) => {
  await page.route(/LossChart.*\.js/, (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("[data-editor]")).toBeAttached();
  await runButton(page).click();
  await page.getByRole("tab", { name: "Loss chart" }).click();
  await expect(page.getByText("The chart could not be loaded")).toBeVisible();
  await page.getByRole("tab", { name: "Cases" }).click();
  await expect(page.locator(".case-table tbody tr")).toHaveCount(12);
  await expect(page.locator("[data-editor]")).toContainText("wholeSeed");
  await page.unroute(/LossChart.*\.js/);
  await page.getByRole("tab", { name: "Loss chart" }).click();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".recharts-line").first()).toBeAttached();
});

test("the text looks as it should by the page's HTML alone, and a style that does not come is told", async ({
  page,
}) => {
  await page.route(/assets\/index-.*\.js/, (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("#script-failed")).toBeVisible();
  /** The whole style of whatever stands in the page, an entry an element. */
  const looks = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("body, body *")].map((one) => {
        const style = getComputedStyle(one);
        const names = [...style].filter((name) => name !== "--whole-look");
        const entries = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
        return { name: `${one.localName}.${one.getAttribute("class") ?? ""}`, entries };
      }),
    );
  const [first, sheet] = [await looks(), page.locator("#whole-look")];
  await page.unrouteAll();
  await sheet.evaluate(
    (link: HTMLLinkElement) =>
      new Promise((resolve) => {
        link.addEventListener("load", resolve);
        link.disabled = false;
      }),
  );
  const whole = await looks();
  expect(whole).toHaveLength(first.length);
  const changes = whole.flatMap(({ name, entries }, i) => {
    const before = new Set(first[i].entries);
    return entries.filter((entry) => !before.has(entry)).map((entry) => `${name} ${entry}`);
  });
  expect(changes.slice(0, 20)).toEqual([]);
  expect(
    await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--whole-look")),
  ).toBe("1");

  for (const answer of [{ status: 404 }, { contentType: "text/css", body: ":root{--a:1}" }]) {
    await page.route(/assets\/look-.*\.css/, (route) => route.fulfill(answer));
    await page.goto("./#/playground");
    await page.reload();
    await expect(page.locator("#look-failed")).toBeVisible();
    await expect(page.locator("[data-editor]")).toBeAttached();
  }
  await page.unrouteAll();
  await page.getByRole("link", { name: "Load the page again" }).click();
  await expect(page.locator("[data-editor]")).toBeAttached();
  await expect(page.locator("#look-failed")).toBeHidden();
});

test("files that stop on their way are named within 20 seconds, and come back", async ({
  page,
}) => {
  const held: Route[] = [];
  const hold = (route: Route) => void held.push(route);
  const letGo = async () => {
    await page.unrouteAll();
    // The page has given some of them up itself.
    for (const route of held.splice(0)) await route.continue().catch(() => {});
  };
  await page.clock.install();
  await page.route(/(runtime-typescript-|MonacoEditor).*\.js/, hold);
  await page.goto("./");
  await expect(page.locator(".plain-editor")).toBeVisible();
  await runButton(page).click();
  await expect.poll(() => held.length).toBe(2);
  await page.clock.runFor(20_000);
  await expect(page.getByText("this is a plain text area")).toBeVisible();
  await expect(page.locator(".results")).toContainText("nothing of it came for 15 seconds");
  await letGo();
  // The editor that came late takes its place by itself, and then the runtime is asked for once more.
  await expect(page.locator("[data-editor]")).toBeAttached();
  await runButton(page).click();
  await expect(headline(page)).toContainText("Not yet");

  await page.route(/assets\/index-.*\.js/, hold);
  await page.reload({ waitUntil: "commit" });
  await expect.poll(() => held.length).toBe(1);
  await page.clock.runFor(20_000);
  await expect(page.locator("#script-failed")).toBeVisible();
  await letGo();
  await expect(page.locator("[data-editor]")).toBeAttached();
  await expect(page.locator("#script-failed")).toBeHidden();
});

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("the lesson can be read, and promises nothing that needs one", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    expect((await page.locator(".lesson").innerText()).length).toBeGreaterThan(8000);
    await expect(page.locator(".lesson pre:visible").first()).toBeVisible();
    await expect(page.locator(".needs-script").first()).toBeHidden();
    for (const name of ["Run", "Reset", "Edit", "Playground"])
      await expect(page.getByRole("button", { name }).first()).toBeHidden();
    await expect(page.locator("#no-script")).toBeVisible();
  });

  test("the lesson is printed whole, with a picture of each figure", async ({ page }) => {
    await page.goto("./");
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(6);
    expect(pages).toBeLessThan(40);
    const stills = page.locator(".figure-still");
    const came = await stills.evaluateAll((all) =>
      all.map((one) => one instanceof HTMLImageElement && one.naturalWidth > 0),
    );
    expect(came.length).toBeGreaterThan(2);
    expect(came).not.toContain(false);
  });
});

test("taking over the prerendered page changes nothing in it", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("./");
  await expect(page.locator("[data-editor]")).toBeAttached();
  expect(complaints).toEqual([]);
});
