/** Whether what the page says of a run holds for the text that is on the screen now. */
import { LANGUAGE_NAMES } from "../protocol/backend";
import type { Language } from "../protocol/backend";

export type ProgramText = { language: Language; source: string };

export type Standing = "of-this-text" | "of-an-earlier-text" | "of-another-language";

/** A result belongs to a text and a language: `ran` is what the run was made of, `shown` what is on the screen. */
export function standingOf(ran: ProgramText, shown: ProgramText): Standing {
  if (ran.language !== shown.language) return "of-another-language";
  return ran.source === shown.source ? "of-this-text" : "of-an-earlier-text";
}

/** What a result was made of, where that is not what is on the screen; null where it is. */
export function standingNote(standing: Standing, ran: Language, shown: Language): string | null {
  switch (standing) {
    case "of-this-text":
      return null;
    case "of-an-earlier-text":
      return "From the text before your last change. Run again to see what holds for it now.";
    case "of-another-language":
      return `From your ${LANGUAGE_NAMES[ran]} program. It says nothing of the ${LANGUAGE_NAMES[shown]} on the screen.`;
  }
}
