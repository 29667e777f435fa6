import type { Frame, Page } from "@playwright/test";

/** The page's sandbox frame: a spare is kept in one at all times. */
export async function findSandboxFrame(page: Page): Promise<Frame> {
  const isSandbox = (frame: Frame) => new URL(frame.url()).pathname.endsWith("/sandbox.html");
  for (let tries = 0; tries < 100; tries += 1) {
    const frame = page.frames().find(isSandbox);
    if (frame !== undefined) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error("The page has no sandbox frame.");
}
