/**
 * Makes a fresh machine ready: checks Node's version and installs the packages when node_modules
 * is missing or was made from another lock file. Uses nothing but Node itself.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const STAMP = join(root, "node_modules", ".installed-from");

checkNode();
installIfStale();

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `This project needs Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
      "Install a newer Node (https://nodejs.org) and run the command again.",
  );
}

function installIfStale() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).update(process.version).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  console.error("Installing packages (npm ci) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // --include=dev: the build needs the development packages even where NODE_ENV is production.
  const result = spawnSync(npm, ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    fail("npm ci did not finish. Check the network connection and run the command again.");
  }
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
