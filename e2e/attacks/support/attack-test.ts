/** The fixtures of the attack specs: the real page, a weak site for the controls, and the sink. */
import { expect, test as base, type Page } from "@playwright/test";
import { gradeInPage, openLab, SOLUTION } from "./lab";
import { recordGap, startGapProbe } from "./page-gap";
import { openSink, type Sink } from "./sink";
import { openWeakSite, type WeakSite } from "./weak-site";

type Worker = { sink: Sink; weakSite: WeakSite; labPage: Page };
type Test = {
  /** The built page, open for all tests of a file, with the gap probe running. */
  lab: Page;
  /** A page of the weak site. */
  weak: Page;
};

export const test = base.extend<Test, Worker>({
  sink: [
    async ({}, provide) => {
      const sink = await openSink();
      await provide(sink);
      await sink.close();
    },
    { scope: "worker" },
  ],
  weakSite: [
    async ({}, provide) => {
      const site = await openWeakSite();
      await provide(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  labPage: [
    async ({ browser }, provide, { project }) => {
      const page = await browser.newPage({ baseURL: project.use.baseURL });
      await openLab(page);
      await provide(page);
      await page.close();
    },
    { scope: "worker" },
  ],
  lab: async ({ labPage, sink }, provide, testInfo) => {
    sink.clear();
    await startGapProbe(labPage);
    await provide(labPage);
    await recordGap(labPage, testInfo);
  },
  weak: async ({ browser, weakSite }, provide) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(weakSite.url);
    await provide(page);
    await context.close();
  },
});

/** The page lives and an honest solution passes. */
export async function expectNextRunPasses(lab: Page): Promise<void> {
  const verdict = await gradeInPage(lab, SOLUTION);
  expect(verdict.error).toBeNull();
  expect(verdict.status).toBe("pass");
}

export { expect };
