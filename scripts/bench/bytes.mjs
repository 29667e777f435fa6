/** Figure `bytes`: gzip bytes to readable text, to an editor that takes keys, and of each asset. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../lib/find-browser.mjs";
import { serve } from "../lib/serve.mjs";
import { gzipBytes, pageBytes } from "./page-bytes.mjs";
import { siteFolder } from "./site-folder.mjs";
import { printTable } from "./table.mjs";

/** @param {{ site?: string }} options */
export async function bytes({ site }) {
  const dir = await siteFolder(site);
  const { readable, editable, all } = await measure(dir);
  const early = new Set(readable.files.map(({ file }) => file));
  printTable(
    "Fetched while the page opens (gzip, KB)",
    ["", "KB"],
    [
      ["before the text is readable: HTML, CSS, fonts (limit 60)", kilobytes(readable.bytes)],
      [
        "before the editor takes keys, all but the TypeScript worker (limit 1,200)",
        kilobytes(editable.bytes),
      ],
      ...editable.files.map(({ file, gzip }) => [
        `  ${file}${early.has(file) ? " (before the text)" : ""}`,
        kilobytes(gzip),
      ]),
    ],
  );
  const assets = await sizes(dir);
  printTable(
    "Every file of the site (gzip, KB)",
    ["", "KB"],
    assets.map(({ file, gzip }) => [file, kilobytes(gzip)]),
  );
  return { readable, editable, all, assets };
}

async function measure(dir) {
  const server = await serve({ dir });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await pageBytes(page, { url: server.url, dir });
  } finally {
    await browser.close();
    await server.close();
  }
}

async function sizes(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const assets = await Promise.all(
    files.map(async (file) => ({ file: path.relative(dir, file), gzip: await gzipBytes(file) })),
  );
  return assets.sort((a, b) => b.gzip - a.gzip);
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
