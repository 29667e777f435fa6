/** The page stays small until it can be read and until it can be edited. */
import { expect, test } from "@playwright/test";
import { pageBytes } from "../scripts/bench/page-bytes.mjs";

const READABLE_LIMIT = 60_000;
const EDITABLE_LIMIT = 1_200_000;

test("at most 60 KB before the text, at most 1.2 MB before the editor takes keys", async ({
  page,
  baseURL,
}) => {
  if (baseURL === undefined) throw new Error("The configuration names no address.");
  const { readable, editable } = await pageBytes(page, { url: baseURL, dir: "dist" });
  expect(readable.files.map(({ file }) => file)).toContain("index.html");
  // Monaco alone is several hundred KB: less would mean that requests were missed.
  expect(editable.bytes).toBeGreaterThan(500_000);
  expect(readable.bytes).toBeLessThanOrEqual(READABLE_LIMIT);
  expect(editable.bytes).toBeLessThanOrEqual(EDITABLE_LIMIT);
});
