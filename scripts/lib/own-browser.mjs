import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "./find-browser.mjs";

/**
 * A Chromium with a profile on disk, whose processes may be stopped and killed: every one of them gets a `signal`.
 * @param {string} profile a folder
 */
export async function openOwnBrowser(profile) {
  const flags = [
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--window-size=1280,900",
    "about:blank",
  ];
  const child = spawn(
    findBrowser(),
    [...BROWSER_FLAGS, "--disable-gpu-compositing", `--user-data-dir=${profile}`, ...flags],
    // A group of its own, so that a signal reaches all of its processes and no others.
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const signal = (name) => process.kill(-child.pid, name);
  const browser = await chromium.connectOverCDP(await debuggerAddress(child.stderr));
  const [page] = browser.contexts()[0].pages();
  return {
    page,
    signal,
    async close() {
      await browser.close().catch(() => {});
      if (child.exitCode !== null || child.signalCode !== null) return;
      signal("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function debuggerAddress(output) {
  for await (const line of createInterface({ input: output })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address === undefined) continue;
    output.resume();
    return address;
  }
  throw new Error("The browser did not start.");
}
