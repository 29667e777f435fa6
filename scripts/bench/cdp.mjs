/**
 * A Chromium with a fresh profile, driven by the raw DevTools protocol over a pipe. Playwright hides
 * the sessions of workers and frames; a slowdown has to be set on each of them.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { BROWSER_FLAGS, findBrowser } from "../lib/find-browser.mjs";

/**
 * @typedef {object} Browser
 * @property {number} pid its main process
 * @property {(method: string, params?: object, sessionId?: string) => Promise<any>} send rejects with the browser's text
 * @property {(method: string, listener: (params: any, sessionId?: string) => void) => void} on
 * @property {() => Promise<void>} close ends the browser and removes its profile
 */

/** @returns {Promise<Browser>} */
export async function launchFreshBrowser() {
  const profile = await mkdtemp(path.join(tmpdir(), "bench-profile-"));
  const flags = [
    ...BROWSER_FLAGS,
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--window-size=1280,800",
    `--user-data-dir=${profile}`,
    "about:blank",
  ];
  const child = spawn(findBrowser(), flags, {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const { send, on } = connect(child.stdio[3], child.stdio[4]);
  return {
    pid: child.pid,
    send,
    on,
    async close() {
      send("Browser.close").catch(() => {});
      const stubborn = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(stubborn);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Messages are JSON texts, each ended by a zero byte. */
function connect(output, input) {
  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;
  let rest = Buffer.alloc(0);
  input.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(JSON.parse(rest.subarray(0, end).toString("utf8")));
      rest = rest.subarray(end + 1);
    }
  });
  input.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The browser has gone."));
    waiting.clear();
  });
  output.on("error", () => {});

  function receive({ id, result, error, method, params, sessionId }) {
    if (id === undefined) {
      for (const listener of listeners.get(method) ?? []) listener(params, sessionId);
      return;
    }
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
  }
  return {
    send(method, params = {}, sessionId) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
  };
}
