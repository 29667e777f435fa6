/** Builds dist/ when it is missing or older than its sources, so that commands use the current code. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../build.mjs";

const STAMP = "dist/.built-from";
const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package-lock.json", "scripts"];

/** @param {{ force?: boolean }} options */
export async function ensureBuilt({ force = false } = {}) {
  const sources = fingerprint();
  if (!force && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return;
  console.error("Building the site …");
  await build({ outDir: "dist" });
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
