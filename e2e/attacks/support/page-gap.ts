import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";

const FILE = ".cache/gaps.json";

type Probe = { longest: number; stop(): void };

/** Starts a 20 ms interval in the page; the longest time between two ticks is how long it hung. */
export async function startGapProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = performance.now();
    const probe: Probe = { longest: 0, stop: () => clearInterval(timer) };
    const timer = setInterval(() => {
      const now = performance.now();
      probe.longest = Math.max(probe.longest, now - last);
      last = now;
    }, 20);
    Object.assign(window, { gapProbe: probe });
  });
}

/** Ends the probe and records its figure with the test and for the benchmark; nothing is asserted. */
export async function recordGap(page: Page, testInfo: TestInfo): Promise<number> {
  const gap = await page.evaluate(() => {
    const probe: Probe | undefined = Reflect.get(window, "gapProbe");
    probe?.stop();
    return Math.round(probe?.longest ?? Number.NaN);
  });
  testInfo.annotations.push({ type: "page gap", description: `${gap} ms` });
  mkdirSync(".cache", { recursive: true });
  const known = readGaps();
  known[testInfo.title] = gap;
  writeFileSync(FILE, `${JSON.stringify(known, null, 2)}\n`);
  return gap;
}

function readGaps(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch {
    return {};
  }
}
