import { transform } from "lightningcss";

/**
 * The rules of a sheet that a page needs as its HTML stands: those of which it has every class. Whatever else a selector asks for
 * (attributes that scripts set, focus, the window's size) is taken to come.
 * @param {string} css
 * @param {string} html
 * @returns {string} the sheet without the rest, minified
 */
export function firstLook(css, html) {
  const classes = new Set(
    [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names.split(/\s+/)),
  );
  const canMatch = (selector) =>
    selector.every(({ type, name }) => type !== "class" || classes.has(name));
  const visitor = {
    Rule: { style: ({ value }) => (value.selectors.some(canMatch) ? undefined : []) },
  };
  const kept = transform({ filename: "page.css", code: Buffer.from(css), visitor }).code;
  // Once more for what is left empty.
  return transform({ filename: "page.css", code: kept, minify: true }).code.toString();
}

/** A property of the root which says that a sheet has come to its end. */
const SHEET_END = ":root{--whole-look:1}";

/** The sheet as `src/app/whole-look.ts` wants it: a cut one is told by what is missing at its end. */
export function withEnd(css) {
  return `${css}${SHEET_END}`;
}
