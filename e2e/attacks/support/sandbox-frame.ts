import type { Frame, Page } from "@playwright/test";

/**
 * Opens the built sandbox.html in a frame exactly as the page does, with nothing inside yet, for attacks
 * that start in the frame itself. (The page's own frames come and go with each run.)
 */
export async function addSandboxFrame(page: Page): Promise<Frame> {
  const handle = await page.evaluateHandle(async () => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.src = new URL("sandbox.html", location.href).href;
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    document.body.append(frame);
    await loaded;
    return frame;
  });
  const frame = await handle.asElement()?.contentFrame();
  if (!frame) throw new Error("The sandbox's page did not load.");
  return frame;
}

/** Removes the frame again. */
export async function removeFrame(frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  await element.evaluate((node) => node.parentNode?.removeChild(node));
}
