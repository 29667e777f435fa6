/**
 * What the page is watched for while it opens. `installProbe` runs inside the page, before its own
 * scripts, and notes the frame in which each thing is first there.
 */

export const SELECTORS = {
  heading: "h1",
  paragraph: "main p",
  plain: ".source-area textarea.plain-editor",
  /** Monaco keeps lines that are scrolled out of sight, so a line is no place to point at. */
  monaco: ".source-area .monaco-editor:has(.view-line)",
  monacoLines: ".source-area .monaco-editor .view-lines",
  run: ".edit-column button.button-primary",
  stop: ".edit-column button.button-primary + button",
  verdict: ".results .headline[data-tone]",
};

/** Typed into the plain text area and into Monaco; neither is in the lesson's starting code. */
export const MARKS = { plain: "~", monaco: "^" };

/** @typedef {Partial<Record<"text" | "plainKeys" | "monacoKeys" | "verdict", number>>} Moments ms since the page's time origin */

/**
 * @param {{ selectors: typeof SELECTORS, marks: typeof MARKS }} options
 * Everything it uses is inside it: it is sent to the page as text.
 */
export function installProbe({ selectors, marks }) {
  if (window.top !== window) return;
  const moments = {};
  window.__probe = {
    /** Moments so far, and where to point next. */
    look: () => ({
      moments: { ...moments, text: painted() },
      plain: centre(selectors.plain),
      monaco: centre(selectors.monaco),
      run: centre(selectors.run),
      pending: document.querySelector(selectors.stop)?.disabled === false,
      timeOrigin: performance.timeOrigin,
    }),
  };
  /** The first paint of content, if the text was laid out by then; else the frame in which it was. */
  function painted() {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    if (!paint || moments.laidOut === undefined) return undefined;
    return Math.max(paint.startTime, moments.laidOut);
  }
  function centre(selector) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return null;
    return { x: box.x + Math.min(box.width / 2, 200), y: box.y + Math.min(box.height / 2, 40) };
  }
  function readable() {
    const parts = [selectors.heading, selectors.paragraph].map((one) =>
      document.querySelector(one),
    );
    return parts.every((part) => {
      const box = part?.getBoundingClientRect();
      return box && box.height > 0 && box.top < innerHeight && part.textContent.trim() !== "";
    });
  }
  const found = {
    laidOut: readable,
    // From this frame on Monaco takes keys; when a busy machine shows the first one says nothing of bytes.
    monacoThere: () => centre(selectors.monaco) !== null,
    plainKeys: () => document.querySelector(selectors.plain)?.value.includes(marks.plain),
    monacoKeys: () =>
      document.querySelector(selectors.monacoLines)?.textContent.includes(marks.monaco),
    verdict: () => centre(selectors.verdict) !== null,
  };
  function frame() {
    for (const [name, there] of Object.entries(found)) {
      if (moments[name] === undefined && there()) moments[name] = performance.now();
    }
    requestAnimationFrame(frame);
  }
  requestAnimationFrame(frame);
}
