import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium, type Page } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../../scripts/lib/find-browser.mjs";

export type OwnBrowser = {
  page: Page;
  /** Every process of the browser gets the signal: SIGSTOP, SIGCONT or SIGKILL. */
  signal(name: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void;
  close(): Promise<void>;
};

/** A Chromium with a profile on disk, whose processes the test may stop and kill. */
export async function openOwnBrowser(profile: string): Promise<OwnBrowser> {
  const flags = ["--headless=new", "--remote-debugging-port=0", "--no-first-run", "about:blank"];
  const child = spawn(
    findBrowser(),
    [...BROWSER_FLAGS, "--disable-gpu-compositing", `--user-data-dir=${profile}`, ...flags],
    // A group of its own, so that a signal reaches all of its processes and no others.
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const signal: OwnBrowser["signal"] = (name) => {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  };
  const browser = await chromium.connectOverCDP(await debuggerAddress(child.stderr));
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error("The browser has no page.");
  return {
    page,
    signal,
    async close() {
      await browser.close().catch(() => {});
      if (child.exitCode === null && child.signalCode === null) {
        signal("SIGKILL");
        await once(child, "exit");
      }
    },
  };
}

async function debuggerAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      output.resume();
      return address;
    }
  }
  throw new Error("The browser did not start.");
}
