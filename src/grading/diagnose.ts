import type { Language } from "../protocol/backend";
import type { Mistake } from "../protocol/verdict";
import { fillText } from "../lib/fill-text";
import { formatNumber } from "../lib/format-number";
import { answerText } from "./answer-text";
import type { RunEvidence } from "./lesson-check";
import type { CaseFinding } from "./judge-case";
import type { LessonCheck, MistakeReading } from "./lesson-check";
import { budgetUsed } from "./tolerance";

/**
 * Names the mistake behind wrong numbers, or null. A name is given only if the mistake's arithmetic agrees
 * with the returned numbers on every graded case; anything else would be a guess.
 */
export function diagnose(
  check: LessonCheck,
  graded: readonly CaseFinding[],
  evidence: RunEvidence,
): Mistake | null {
  if (graded.some(({ got }) => got === null)) return null;
  const kept = stateKept(check, graded);
  if (kept) return kept;
  for (const mistake of check.mistakes) {
    const reading = mistake.readings.find((one) => explainsAll(one, graded));
    if (!reading) continue;
    const words = wordsOf(check, reading, evidence.language);
    return {
      id: mistake.id,
      title: fillText(mistake.card.title, words),
      message: fillText(mistake.card.message, words),
      evidence: `All ${graded.length} cases agree with ${fillText(reading.like, words)}.`,
      next: fillText(mistake.card.next, words),
      where: mistake.place?.(evidence) ?? null,
    };
  }
  return hardCoded(check, graded);
}

/** The words of the language and of the reading, in which the former may stand. */
function wordsOf(check: LessonCheck, reading: MistakeReading, language: Language) {
  const own = check.words[language];
  const filled = Object.entries(reading.words).map(([name, word]) => [name, fillText(word, own)]);
  return { ...own, ...Object.fromEntries(filled) };
}

function explainsAll(reading: MistakeReading, graded: readonly CaseFinding[]): boolean {
  return graded.every(
    ({ planned, got }) => got !== null && budgetUsed(got, reading.run(planned.inputs)) <= 1,
  );
}

/** Equal inputs with different answers: no arithmetic of one call explains them. */
function stateKept(check: LessonCheck, graded: readonly CaseFinding[]): Mistake | null {
  const again = graded.find(({ planned }) => planned.role === "repeat");
  const first = graded.find(({ planned }) => planned.inputs === again?.planned.inputs);
  if (!again?.got || !first?.got || budgetUsed(again.got, first.got) <= 1) return null;
  const told = ({ got }: CaseFinding) => got?.map(formatNumber).join(" and ") ?? "";
  return {
    id: "state-kept",
    ...answerText(check, "notRepeated"),
    evidence: `Two calls with equal inputs in one run gave ${told(first)}, then ${told(again)}.`,
    where: null,
  };
}

/** Answers that do not depend on the inputs, or are right on the published cases alone. */
function hardCoded(check: LessonCheck, graded: readonly CaseFinding[]): Mistake | null {
  const [first] = graded;
  const same = graded.every(({ got }) => String(got) === String(first?.got));
  const visible = graded.filter(({ planned }) => planned.role === "visible");
  const fresh = graded.filter(({ planned }) => planned.role === "fresh");
  const published =
    visible.length > 0 && visible.every(({ ok }) => ok) && fresh.every(({ ok }) => !ok);
  if (!same && !published) return null;
  return {
    id: "hard-coded",
    ...answerText(check, same ? "sameEverywhere" : "publishedOnly"),
    evidence: same
      ? `${graded.length} of ${graded.length} cases returned ${first?.got?.join(" and ") ?? ""}.`
      : `${visible.length} of ${visible.length} cases of the lesson are right, 0 of ${fresh.length} fresh ones.`,
    where: null,
  };
}
