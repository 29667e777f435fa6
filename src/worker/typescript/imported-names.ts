export type ImportedName = { name: string; index: number };

/** `* as name` in a statement: where it stands, as it is written. */
type StarImport = { name: string; index: number; text: string };

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** Blanks in place of comments keep every position. */
function withoutComments(statement: string): string {
  return statement.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
}

/** The `* as name` of `import * as name from "m"` (also behind a default); null without one. */
export function starImport(statement: string): StarImport | null {
  const plain = withoutComments(statement);
  const found =
    /^import\b[^"'{*]*?(\*[^\S\n]*as[^\S\n]+([\p{ID_Start}$_][\p{ID_Continue}$]*))/u.exec(plain);
  if (found === null) return null;
  const [, text, name] = found;
  return { name, index: found[0].length - text.length, text };
}

/**
 * The names that one import (or `export … from`) statement asks of its module, with where each stands
 * in the statement: `import d, { a as b } from "m"` gives `default` and `a`. `* as n` asks for none.
 */
export function importedNames(statement: string): ImportedName[] {
  const plain = withoutComments(statement);
  const open = plain.indexOf("{");
  const names: ImportedName[] = [];
  const beforeBraces = open < 0 ? plain : plain.slice(0, open);
  const byDefault = /^import\s+(?!type\s|from\s)([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(
    beforeBraces,
  );
  if (byDefault) names.push({ name: "default", index: 0 });
  if (open < 0) return names;

  const inside = plain.slice(open + 1, plain.indexOf("}", open));
  let offset = open + 1;
  for (const part of inside.split(",")) {
    const [asked = ""] = part.trim().split(/\s+as\s+/);
    const name = asked.replace(/^["']|["']$/g, "").trim();
    if (name !== "") names.push({ name, index: offset + part.indexOf(asked) });
    offset += part.length + 1;
  }
  return names;
}
