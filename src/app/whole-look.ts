import { LATE_MS } from "../ui/loaded-later";

/** So long a screen that is not in the page's HTML waits for its style. */
const PATIENCE_MS = 3000;

/**
 * The page's HTML carries the rules that its own text needs. The build leaves a link to the whole sheet beside them, switched
 * off; this switches it on. What did not come, or came cut, is told on the page (`#look-failed`).
 * @returns a promise that settles when the sheet is there, or when it is no longer worth waiting for
 */
export function wholeLook(page: Document): Promise<void> {
  // The developer's server has no such link: Vite adds the sheets itself.
  const link = page.getElementById("whole-look");
  if (!(link instanceof HTMLLinkElement)) return Promise.resolve();
  const root = page.documentElement;
  return new Promise((resolve) => {
    const settle = () => {
      root.dataset.look = getComputedStyle(root).getPropertyValue("--whole-look") && "whole";
      resolve();
    };
    link.addEventListener("load", settle);
    link.addEventListener("error", settle);
    setTimeout(settle, LATE_MS);
    setTimeout(resolve, PATIENCE_MS);
    link.disabled = false;
  });
}
