/** Builds dist/ when it is missing or older than its sources, so that commands use the current code. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = "dist/.built-from";
const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package-lock.json", "scripts"];

/**
 * The build runs in a process of its own, which holds more than a gigabyte and ends; who waits for it may serve on.
 * @param {{ force?: boolean }} options
 */
export async function ensureBuilt({ force = false } = {}) {
  const sources = fingerprint();
  if (!force && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  console.error("Building the site …");
  const building = spawn(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
  const [status] = await once(building, "exit");
  if (status !== 0) throw new Error("The site could not be built; what is above says why.");
  writeFileSync(STAMP, sources);
}

/** A hash of every source file's path and content. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(files).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => files(join(path, entry.name)));
}
