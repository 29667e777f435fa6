import type { Language } from "../../protocol/backend";

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  python: "Python",
  typescript: "TypeScript",
};

/** The order in which a choice of language shows them. */
export const LANGUAGE_ORDER: readonly Language[] = ["python", "typescript"];
