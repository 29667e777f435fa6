/**
 * Writes public/third-party-notices.txt: name, version, licence and licence text of every package
 * whose code is part of the built site. `--check` only compares, for the tests.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const OUT = "public/third-party-notices.txt";
const RULE = "=".repeat(80);

const text = notices();
if (!process.argv.includes("--check")) {
  mkdirSync(dirname(OUT), { recursive: true });
  writeFileSync(OUT, text);
} else if (!existsSync(OUT) || readFileSync(OUT, "utf8") !== text) {
  console.error(`${OUT} does not match the installed packages. Run: node scripts/notices.mjs`);
  process.exit(1);
}

function notices() {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const shipped = Object.entries(packages)
    .filter(([path, entry]) => path !== "" && !entry.dev && !entry.optional && !entry.peer)
    .filter(([path]) => existsSync(path) && !path.includes("/@types/"))
    .map(([path]) => notice(path));
  const unique = [...new Map(shipped.map((one) => [one.title, one])).values()];
  unique.sort((a, b) => (a.title < b.title ? -1 : 1));
  const head =
    "The built site contains code of the packages below, each under its own licence.\n" +
    "The project's own code is under the MIT licence (see LICENSE).\n";
  return [head, ...unique.map(({ title, body }) => `${RULE}\n${title}\n\n${body}\n`)].join("\n");
}

function notice(path) {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(path, "package.json"), "utf8"),
  );
  const home = typeof repository === "string" ? repository : repository?.url;
  return {
    title: `${name} ${version} — ${license ?? "licence in the text below"}`,
    body: licenceTexts(path) || ownCopy(name) || withoutText(license, home),
  };
}

/** The package's licence and, where it bundles others' code, the notices it ships for them. */
function licenceTexts(path) {
  return readdirSync(path)
    .filter((name) => /^(licen[cs]e|copying|notice|third-?party-?notices)(\.|-|$)/i.test(name))
    .map((name) => readFileSync(join(path, name), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}

/** The licences of a package that ships none, kept beside this script. */
function ownCopy(name) {
  const file = new URL(`notices/${name}.txt`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

function withoutText(license, home) {
  return (
    `The package names ${license} as its licence and ships no text of it; its source is at ${home}.\n` +
    "The text of that licence stands under other packages in this file."
  );
}
