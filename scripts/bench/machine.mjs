/** What the figures were measured on. */
import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { findBrowser } from "../lib/find-browser.mjs";

export function describeMachine() {
  const [cpu] = cpus();
  return {
    cores: cpus().length,
    cpu: cpu?.model ?? "unknown",
    memoryGB: Math.round(totalmem() / 2 ** 30),
    loadAtStart: loadavg()[0],
    node: process.version,
    chromium: browserVersion(),
    graphics: "software (ANGLE on SwiftShader)",
  };
}

function browserVersion() {
  const text = execFileSync(findBrowser(), ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return text.trim();
}
