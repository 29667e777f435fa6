import type { Language } from "../../protocol/backend";

type TintKind = "plain" | "comment" | "string" | "keyword" | "number";
export type TintedPart = { kind: TintKind; text: string };

const KEYWORDS: Readonly<Record<Language, string>> = {
  typescript:
    "import|from|as|export|function|return|const|let|new|for|of|if|else|type|true|false|null|undefined",
  python:
    "import|from|as|def|return|for|in|if|else|elif|lambda|not|and|or|class|True|False|None|with|while",
};
const COMMENTS: Readonly<Record<Language, string>> = { typescript: "//.*", python: "#.*" };
const STRINGS = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/.source;

/**
 * Splits code into parts for a light colouring of what is not known at build time, such as a hint or
 * a solution. It knows comments, strings, keywords and numbers, and joins back to the same text.
 */
export function tint(code: string, language: Language): TintedPart[] {
  const pattern = new RegExp(
    `(?<comment>${COMMENTS[language]})|(?<string>${STRINGS})` +
      `|\\b(?<keyword>${KEYWORDS[language]})\\b|(?<number>\\b\\d[\\d_.]*(?:e[+-]?\\d+)?)`,
    "g",
  );
  const parts: TintedPart[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) parts.push({ kind: "plain", text: code.slice(end, match.index) });
    parts.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < code.length) parts.push({ kind: "plain", text: code.slice(end) });
  return parts;
}

function kindOf(groups: Record<string, string | undefined>): TintKind {
  if (groups.comment !== undefined) return "comment";
  if (groups.string !== undefined) return "string";
  return groups.keyword === undefined ? "number" : "keyword";
}
