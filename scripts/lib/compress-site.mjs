/** Writes a Brotli and a gzip form beside each file of a built site, which static hosts send in its place. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Brotli's quality where nobody asks for another: 11 saves a seventh and takes thirty times as long. */
export const QUICK = 5;
export const BEST = 11;

/** Suffix of a compressed form → how it is made. */
const FORMS = {
  br: (bytes, quality) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes),
};

/**
 * A form that is no smaller than the file is left out: fonts and images are packed already.
 * @param {string} dir the built site, in which no file has such a form yet
 * @param {{ quality?: number }} [options] Brotli's, 0 to 11
 */
export async function compressSite(dir, { quality = QUICK } = {}) {
  await Promise.all((await siteFiles(dir)).map((file) => compressFile(file, quality)));
}

/**
 * The files of a site without their compressed forms.
 * @param {string} dir
 * @returns {Promise<string[]>} paths that begin with `dir`
 */
export async function siteFiles(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .filter(({ name }) => !Object.keys(FORMS).some((suffix) => name.endsWith(`.${suffix}`)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function compressFile(file, quality) {
  const bytes = await readFile(file);
  for (const [suffix, compress] of Object.entries(FORMS)) {
    const form = await compress(bytes, quality);
    if (form.length < bytes.length) await writeFile(`${file}.${suffix}`, form);
  }
}
