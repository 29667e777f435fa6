/** Which built site is measured. */
import { ensureBuilt } from "../lib/built-site.mjs";

/**
 * @param {string | undefined} site a folder that was built already; else dist/, built when needed
 * @returns {Promise<string>}
 */
export async function siteFolder(site) {
  if (site !== undefined) return site;
  await ensureBuilt();
  return "dist";
}
