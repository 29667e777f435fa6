import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * A still's file: a drawing as it is rendered, with the sheets that give it its look and the page's colours, light or dark as
 * the one who looks has it. `sheets` are paths from src/.
 */
export function stillSvg(drawing: string, sheets: readonly string[]): string {
  const src = path.resolve(import.meta.dirname, "../../src");
  const tokens = readFileSync(path.join(src, "ui/tokens.css"), "utf8");
  const [light, dark] = [":root,", '[data-theme="dark"]'].map((selector) =>
    colours(tokens, selector),
  );
  const rules = sheets.map((sheet) => readFileSync(path.join(src, sheet), "utf8"));
  const fonts = ":root{--interface:system-ui,sans-serif;--code:ui-monospace,monospace}";
  const style = [
    `:root{${light}background:var(--ground)}`,
    `@media (prefers-color-scheme:dark){:root{${dark}}}`,
    fonts,
    ...rules,
  ]
    .join("")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ");
  return `${drawing
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(">", `><style>${style}</style>`)}\n`;
}

/** The colours of the first rule of this selector. */
function colours(css: string, selector: string): string {
  const rule = css.slice(css.indexOf(selector));
  const body = rule.slice(rule.indexOf("{") + 1, rule.indexOf("}"));
  return [...body.matchAll(/--[\w-]+: #\w+;/g)]
    .map(([colour]) => colour.replace(": ", ":"))
    .join("");
}
