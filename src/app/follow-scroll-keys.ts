/** Sends the keys that scroll a page to its pane: the document itself never scrolls. */

/** Panes that scroll, in the order in which they are asked. */
const PANES = ".pane-read, .lesson-list, .pane-results";
/** Where these keys have a meaning of their own, or scroll by themselves. */
const TAKEN = `input, textarea, select, [contenteditable], [role=tab], [role=separator], dialog, ${PANES}`;
const LINE = 40;

/** By how much a key scrolls a pane of this size; null where it scrolls nothing. */
export function scrollOf(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  pane: Pick<HTMLElement, "clientHeight" | "scrollHeight">,
): number | null {
  const page = Math.max(pane.clientHeight - LINE, pane.clientHeight * 0.8);
  switch (key) {
    case "PageDown":
      return page;
    case "PageUp":
      return -page;
    case " ":
      return shiftKey ? -page : page;
    case "ArrowDown":
      return LINE;
    case "ArrowUp":
      return -LINE;
    case "End":
      return pane.scrollHeight;
    case "Home":
      return -pane.scrollHeight;
    default:
      return null;
  }
}

/** Follows the keys that reach no pane by themselves: after a fresh load, and from the page's header. */
export function followScrollKeys(view: Window): void {
  const { document } = view;
  /** The pane that was pressed last. */
  let pressed: HTMLElement | null = null;
  document.addEventListener("pointerdown", ({ target }) => {
    pressed = target instanceof Element ? target.closest<HTMLElement>(PANES) : null;
  });
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof Element) || target.closest(TAKEN)) return;
    // A button or link has Space and the arrows for itself.
    if (target !== document.body && !key.startsWith("Page")) return;
    const shown = [...document.querySelectorAll<HTMLElement>(PANES)].filter(
      (pane) => pane.clientHeight > 0,
    );
    const pane = shown.find((one) => one === pressed) ?? shown[0];
    const top = pane && scrollOf(event, pane);
    if (!pane || top === null || top === undefined) return;
    event.preventDefault();
    const still = event.repeat || view.matchMedia("(prefers-reduced-motion: reduce)").matches;
    pane.scrollBy({ top, behavior: still ? "instant" : "smooth" });
  });
}
