import type { Language } from "../protocol/backend";
import type { Asset } from "./load-asset";

/**
 * A part of the facade that few programs need, with the names of which a program holds one when it reaches the part:
 * in lower case and without `_`, so that they are those of either language. A program that gets there without
 * naming it is told so by an error.
 */
export type FacadePart = Asset & {
  readonly words: readonly string[];
  readonly languages: readonly Language[];
};

/** Names as members, of objects with members, and in paths of modules. */
const MEMBER = /(?<=[./])[a-z]\w*|\b[a-z]\w*(?=\.\w)/gi;
/** Texts in quotes, where programs have names that they ask objects for; longer ones in three quotes are prose. */
const TEXT = /"[^"\n]*"|'[^'\n]*'|`[^`]*`/g;
const THREE_QUOTES = /"""|'''/g;
/** Lists of imports, and of what is taken out of an object. */
const LIST = /\bimport\b(?:\s*\([^)]*\)|[^\n;{]*(?:\{[^}]*\})?)|\{[^{}]*\}\s*=(?![=>])/g;
/** Python's way to have the names of a module as they are. */
const ALL_NAMES = /\bimport\s*\*(?!\s*as\b)/;
const NAME = /[a-z]\w*/gi;

/** The parts whose names a program reaches for, be it in a comment. */
export function partsNamedIn(
  source: string,
  language: Language,
  parts: readonly FacadePart[],
): FacadePart[] {
  const texts = source.replace(THREE_QUOTES, " ").match(TEXT) ?? [];
  const lists = ALL_NAMES.test(source) ? [source] : (source.match(LIST) ?? []);
  const listed = [...texts, ...lists].join().match(NAME) ?? [];
  const names = [...(source.match(MEMBER) ?? []), ...listed];
  const words = new Set(names.map((name) => name.replaceAll("_", "").toLowerCase()));
  return parts.filter(
    (part) => part.languages.includes(language) && part.words.some((word) => words.has(word)),
  );
}
