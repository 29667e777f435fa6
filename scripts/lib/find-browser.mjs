/**
 * Finds the Chromium that tests and commands drive: CHROMIUM_PATH, else Playwright's own, else one
 * of the system's, else `apt-get install chromium` where that is allowed.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const SYSTEM_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Flags under which Chromium has WebGL without a GPU. */
export const BROWSER_FLAGS = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--no-sandbox",
  "--disable-background-networking",
  "--js-flags=--expose-gc",
];

/**
 * @returns {string} path of an executable
 * @throws {Error} whose message says what to do when there is none
 */
export function findBrowser() {
  const found = fromEnvironment() ?? fromPlaywright() ?? fromSystem() ?? fromApt();
  if (found) return found;
  throw new Error(
    "No Chromium was found. Install one of these and run the command again:\n" +
      "  npx playwright install --with-deps chromium\n" +
      "  apt-get install chromium        (Debian, Ubuntu; as root)\n" +
      "or set CHROMIUM_PATH to the executable of a Chrome or Chromium.",
  );
}

function fromEnvironment() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return null;
  if (existsSync(path)) return path;
  throw new Error(`CHROMIUM_PATH is "${path}", and there is no such file.`);
}

function fromPlaywright() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function fromSystem() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const inPath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...SYSTEM_PATHS].find((path) => existsSync(path)) ?? null;
}

function fromApt() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  console.error("No Chromium found; installing one with apt-get …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
  if (!apt("update") || !apt("install", "-y", "--no-install-recommends", "chromium")) return null;
  return fromSystem();
}
