/** Figure `bytes`: what is fetched until the text is there and until the editor takes keys, and each file of the site. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../lib/find-browser.mjs";
import { siteFiles } from "../lib/compress-site.mjs";
import { serve } from "../lib/serve.mjs";
import { pageBytes } from "./page-bytes.mjs";
import { siteFolder } from "./site-folder.mjs";
import { printTable } from "./table.mjs";

/** What Python's first start fetches beside the page. */
const PYTHON = /^assets\/(pyodide|python-|runtime-python)/;

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
  const python = assets.filter(({ file }) => PYTHON.test(file));
  printTable(
    "Every file of the site, as npm start sends it (KB)",
    ["", "Brotli", "gzip", "as it is"],
    [
      ...assets.map((asset) => row(asset.file, [asset])),
      row("Python's files together", python),
      row("all files together", assets),
    ],
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

/** Sizes of the forms that the build left beside each file; without one the file itself is sent. */
async function sizes(dir) {
  const assets = await Promise.all(
    (await siteFiles(dir)).map(async (file) => {
      const raw = (await readFile(file)).length;
      const form = (suffix) =>
        stat(`${file}.${suffix}`).then(
          ({ size }) => size,
          () => raw,
        );
      return {
        file: path.relative(dir, file),
        raw,
        brotli: await form("br"),
        gzip: await form("gz"),
      };
    }),
  );
  return assets.sort((a, b) => b.brotli - a.brotli);
}

function row(title, assets) {
  const sum = (form) => kilobytes(assets.reduce((total, asset) => total + asset[form], 0));
  return [title, sum("brotli"), sum("gzip"), sum("raw")];
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
