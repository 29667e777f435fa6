import type { Language } from "../../protocol/backend";

/** The order in which a choice of language shows them. */
export const LANGUAGE_ORDER: readonly Language[] = ["python", "typescript"];
