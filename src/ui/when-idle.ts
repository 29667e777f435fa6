const LONGEST_WAIT_MS = 1500;

/** Calls back after the page has painted and has nothing better to do; returns how to call it off. */
export function whenIdle(callback: () => void): () => void {
  let idle = 0;
  const frame = requestAnimationFrame(() => {
    // Safari has no requestIdleCallback.
    idle = window.requestIdleCallback
      ? window.requestIdleCallback(callback, { timeout: LONGEST_WAIT_MS })
      : window.setTimeout(callback, 50);
  });
  return () => {
    cancelAnimationFrame(frame);
    if (window.cancelIdleCallback) window.cancelIdleCallback(idle);
    else clearTimeout(idle);
  };
}
