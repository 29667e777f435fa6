/** The size of text that is set in the browser is the reader's: no sheet overrules it with pixels. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Words inside a drawing are measured in its own units. */
const DRAWINGS = /(?:labelled-boxes|-drawing)\.css$/;
const sheets = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".css") && !DRAWINGS.test(path))
  .map((path) => `src/${path}`)
  .map((path) => ({ path, css: readFileSync(path, "utf8") }));

it("has no text or line in pixels", () => {
  expect(sheets.length).toBeGreaterThan(20);
  for (const { path, css } of sheets)
    expect(css.match(/(?:font|font-size|line-height):[^;]*\dpx/g) ?? [], path).toEqual([]);
});

it("changes its layout by the size of the text as well", () => {
  for (const { path, css } of sheets)
    expect(css.match(/@(?:media|container)[^{]*\d(?:px)/g) ?? [], path).toEqual([]);
});
