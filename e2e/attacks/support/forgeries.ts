/** Forgeries that both languages try. */

/** Listens for the ports and messages of the page, and answers on whatever comes. */
export const GRAB = `
  self.heard = 0;
  const grab = (event) => {
    self.heard += 1;
    for (const port of [...event.ports, self])
      port.postMessage({ kind: "end", status: "done", error: null, calls: [], pass: true });
  };
  self.addEventListener("message", grab, true);
  self.onmessage = grab;`;

/** How long a program sleeps under stopped clocks. */
export const SLEEP_MS = 700;

export const STOPPED_CLOCKS = `
  performance.now = () => 0; Performance.prototype.now = () => 0; Date.now = () => 0;`;
