import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";

/** What watches the clock or counts memory. */
const ALONE = [/attacks\/(hang|python-hang)\.spec/, /(bytes|python-memory|runs)\.spec/];
/** `npm test` runs the two groups after one another; without a group every file runs, one at a time. */
const GROUPS: Record<string, Pick<PlaywrightTestConfig, "testIgnore" | "testMatch" | "workers">> = {
  shared: { testIgnore: ALONE, workers: 2 },
  alone: { testMatch: ALONE, workers: 1 },
};

/**
 * End-to-end tests run against the built page, served as a static host would serve it.
 * `npm test` finds a Chromium and passes its path in CHROMIUM_PATH.
 */
const group = process.env.E2E_GROUP ?? "";
const port = Number(process.env.E2E_PORT ?? 4173);
const baseURL = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  ...GROUPS[group],
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: `.cache/e2e-${group || "all"}.json` }]],
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        "--no-sandbox",
        // Only what the page computes goes through software WebGL; drawing the page there as well takes longer.
        "--disable-gpu-compositing",
        "--disable-background-networking",
        "--js-flags=--expose-gc",
      ],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    url: baseURL,
    reuseExistingServer: !process.env.CI,
  },
});
