/**
 * For maintainers: draws the pictures that others show of the page, from its own mark and colours, and writes them to
 * public/: the card of a shared link, the icon of a phone's home screen and the manifest's.
 * node scripts/draw-pictures.mjs, after a change of the mark, the colours or the first lesson's title.
 */
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "./lib/find-browser.mjs";
import { firstLesson } from "./lib/first-lesson.mjs";

const mark = readFileSync("public/favicon.svg", "utf8");
const title = /title: "(.+?)"/.exec(
  readFileSync(`src/lessons/${firstLesson()}/lesson.ts`, "utf8"),
)?.[1];
if (!title) throw new Error("The first lesson has no title.");

/** The mark on the page's ground, with room around it for hosts that round its corners. */
const icon = (share) =>
  `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:#fcfbf8}svg{width:${share}%;height:${share}%}</style>${mark}`;

const bar = (name, colour, fill) =>
  `<div class="row" style="color:${colour}"><span>${name}</span><i style="background:${fill};border:2px solid ${colour}"></i><code>1.00 × step</code></div>`;
const card = `
<style>
  body { box-sizing: border-box; display: grid; align-content: center; gap: 44px; height: 100vh; margin: 0; padding: 0 88px;
    background: #fcfbf8; color: #1f2430; font: 34px/46px system-ui, sans-serif; }
  svg { width: 112px; height: 112px; margin-left: -10px; }
  h1 { margin: 0; font: 600 66px/76px Charter, Georgia, serif; letter-spacing: -.01em; }
  p { margin: 0; color: #5b6270; }
  .row { display: grid; grid-template-columns: 180px 480px auto; align-items: center; gap: 24px; margin-top: 12px; font-size: 30px; }
  .row i { height: 26px; border-radius: 6px; }
  code { color: #1f2430; font: 26px monospace; }
</style>
${mark}
<h1>${title}</h1>
<div>
  ${bar("NNX half", "#4453c7", "#4453c7")}
  ${bar("Linen half", "#a84b08", "repeating-linear-gradient(135deg,#a84b08 0 6px,#e6cdb9 6px 12px)")}
</div>
<p>A lesson and playground for JAX and Flax, in the browser.</p>`;

const PICTURES = [
  { file: "card.png", width: 1200, height: 630, html: card },
  { file: "touch-icon.png", width: 180, height: 180, html: icon(72) },
  { file: "icon-192.png", width: 192, height: 192, html: icon(64) },
  { file: "icon-512.png", width: 512, height: 512, html: icon(64) },
];

const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
try {
  for (const { file, width, height, html } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(html);
    await page.screenshot({ path: `public/${file}` });
    await page.close();
    console.log(`public/${file}`);
  }
} finally {
  await browser.close();
}
