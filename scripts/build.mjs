// Builds the site: the client, then the lesson as HTML inside index.html, so that it can be read
// before any script has run, and a Brotli and a gzip form beside each file.
// Usage: node scripts/build.mjs [--out-dir dist] [--best] [--lessons DIR] [--site https://example.org/lesson/] [--base /lesson/] [--packed]
//   --best: as small as Brotli can, for a public host
//   --lessons: the lessons of this folder too, for trying them out
//   --base: the one path that it will stand at, if it is to be found there without a slash at the end too
//   --packed: for a host that sends files as they are: Python's are packed themselves, and no Brotli and gzip forms stand beside any
//   --site: where it will stand, for the previews of shared links; everything else works from any address
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build as viteBuild } from "vite";
import { BEST, compressSite, QUICK } from "./lib/compress-site.mjs";
import { firstLook, withEnd } from "./lib/first-look.mjs";
import { escapeHtml, manifestOf, previewTags } from "./lib/page-previews.mjs";

// Vite warns about its coming config loader, which cannot read TypeScript without extensions.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= "true";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The page's policy; frame-src is narrowed to the one sandbox address by the page's first script. */
function contentSecurityPolicy(scriptHashes) {
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes.map((hash) => `'sha256-${hash}'`).join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "font-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function inlineScriptHashes(html) {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) =>
    createHash("sha256").update(match[1]).digest("base64"),
  );
}

/**
 * Puts what the HTML needs of the page's sheets into it: one answer from the host and the text is readable. All of them together
 * are one sheet, which the page's script switches on (src/app/whole-look.ts).
 */
async function inlineStyles(html, outDir, base) {
  const links = [...html.matchAll(/[ \t]*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>\n?/g)];
  const sheets = links.map(([, address]) => path.join(outDir, address.slice(base.length)));
  const css = (await Promise.all(sheets.map((file) => readFile(file, "utf8")))).join("");
  const look = `assets/look-${hashOf(css)}.css`;
  await writeFile(path.join(outDir, look), withEnd(css));
  // Addresses in a sheet are relative to assets/; in the page they are relative to its folder.
  const rebased = firstLook(css, html).replace(
    /url\((?!data:|#|["']?\/)(["']?)(?:\.\/)?/g,
    `url($1${base}assets/`,
  );
  const styles = [
    `<style>${rebased.replaceAll("</style", "<\\/style")}</style>`,
    `<link id="whole-look" rel="stylesheet" disabled href="${base}${look}" />`,
    // Never fetched; they tell the loader of later chunks that these sheets are there.
    ...links.map(([, address]) => `<link rel="stylesheet" disabled href="${address}" />`),
    await printLink(outDir, base),
  ];
  const bare = links.reduce((text, [tag]) => text.replace(tag, ""), html);
  return bare.replace("</head>", () => `  ${styles.join("\n    ")}\n  </head>`);
}

function hashOf(text) {
  return createHash("sha256").update(text).digest("base64url").slice(0, 10);
}

/** Pages without scripts print by the same sheet; with them, the page's script brings it. */
async function printLink(outDir, base) {
  const [sheet] = (await readdir(path.join(outDir, "assets"))).filter((name) =>
    /^print-.*\.css$/.test(name),
  );
  if (!sheet) throw new Error("The build has no sheet for paper.");
  return `<noscript><link rel="stylesheet" media="print" href="${base}assets/${sheet}" /></noscript>`;
}

/** Renders src/prerender.tsx with React's server renderer. */
async function prerender(cacheDir, base) {
  await viteBuild({
    root,
    base,
    logLevel: "warn",
    build: { ssr: "src/prerender.tsx", outDir: cacheDir, emptyOutDir: true, copyPublicDir: false },
  });
  const bundle = pathToFileURL(path.join(cacheDir, "prerender.js"));
  const { render } = await import(`${bundle.href}?built=${Date.now()}`);
  return render();
}

/**
 * @param {{ outDir?: string, quality?: number, site?: string, base?: string, packed?: boolean }} [options] outDir: where the site goes, absolute or
 *   relative to the project (dist); quality: Brotli's; site: the page's address, which previews of a shared link want in full; base: its
 *   path, with a slash at both ends; "./" stands anywhere.
 * @returns {Promise<string>} the absolute path of the built site
 */
export async function build({
  outDir = "dist",
  quality = QUICK,
  site = "",
  base = "./",
  packed = false,
} = {}) {
  if (!/^(\.\/|\/(.*\/)?)$/.test(base))
    throw new Error(`A base begins and ends with a slash: ${base}`);
  if (packed) process.env.PACKED = "yes";
  const target = path.resolve(root, outDir);
  await viteBuild({ root, base, logLevel: "warn", build: { outDir: target, emptyOutDir: true } });
  const cacheDir = path.join(root, ".cache", `prerender-${process.pid}`);
  const page = await prerender(cacheDir, base);
  await rm(cacheDir, { recursive: true, force: true });
  const indexPath = path.join(target, "index.html");
  let html = await readFile(indexPath, "utf8");
  html = await inlineStyles(
    html.replace("<!--app-->", () => page.app),
    target,
    base,
  );
  for (const name of ["title", "description"])
    html = html.replace(`<!--${name}-->`, () => escapeHtml(page[name]));
  html = html.replace("<!--previews-->", () => previewTags(page, site));
  const policy = contentSecurityPolicy(inlineScriptHashes(html));
  html = html.replace(
    "<!--csp-->",
    () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
  await writeFile(indexPath, html);
  await writeFile(path.join(target, "manifest.webmanifest"), manifestOf(page));
  if (!packed) await compressSite(target, { quality });
  return target;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      "out-dir": { type: "string", default: "dist" },
      best: { type: "boolean", default: false },
      lessons: { type: "string" },
      packed: { type: "boolean", default: false },
      base: { type: "string" },
      site: { type: "string" },
    },
  });
  if (values.lessons) process.env.EXTRA_LESSONS = values.lessons;
  const quality = values.best ? BEST : QUICK;
  const { "out-dir": outDir, site, base, packed } = values;
  console.log(`Built ${await build({ outDir, quality, site, base, packed })}`);
}
