import type { ThemeRegistrationRaw } from "shiki";

/** Scopes of TextMate grammars, by the token of the page that colours them. */
const SCOPES = {
  "--code-comment": ["comment", "punctuation.definition.comment"],
  "--code-string": ["string", "punctuation.definition.string", "storage.type.string"],
  "--code-number": ["constant.numeric", "constant.language"],
  "--code-keyword": [
    "keyword.control",
    "keyword.operator.logical.python",
    "keyword.operator.new",
    "storage.type",
    "storage.modifier",
  ],
};

/**
 * The colours of the lesson's snippets, as tokens of the page: few, so that the halves' own colours mean the halves
 * alone, and those of the editor.
 */
export const SNIPPET_THEME: ThemeRegistrationRaw = {
  name: "lab",
  type: "light",
  fg: "inherit",
  bg: "transparent",
  settings: Object.entries(SCOPES).map(([token, scope]) => ({
    scope,
    settings: { foreground: `var(${token})` },
  })),
};
