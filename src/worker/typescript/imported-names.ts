export type ImportedName = { name: string; index: number };

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/**
 * The names that one import (or `export … from`) statement asks of its module, with where each stands
 * in the statement: `import d, { a as b } from "m"` gives `default` and `a`. `* as n` asks for none.
 */
export function importedNames(statement: string): ImportedName[] {
  // Blanks in place of comments keep every position.
  const plain = statement.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
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
