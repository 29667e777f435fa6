import type { Language } from "../protocol/backend";
import type { Mistake } from "../protocol/verdict";
import { fillText } from "../lib/fill-text";
import { formatNumber } from "../lib/format-number";
import { answerText } from "./answer-text";
import type { CaseFinding } from "./judge-case";
import type {
  LeafMove,
  LessonCheck,
  MistakeReading,
  NamedMistake,
  RunEvidence,
} from "./lesson-check";
import { lawResult } from "./judge-laws";
import { nameMoves } from "./name-moves";
import { digitsLeft } from "./rounded-answers";
import { budgetUsed } from "./tolerance";

/**
 * Names the mistake behind wrong numbers, or null. A name is given only if the mistake's arithmetic agrees
 * with the returned numbers on every graded case; anything else would be a guess. `moves` are those of the update fit.
 */
export function diagnose(
  check: LessonCheck,
  graded: readonly CaseFinding[],
  evidence: RunEvidence,
  moves: readonly LeafMove[],
): Mistake | null {
  if (graded.some(({ got }) => got === null)) return null;
  return (
    stateKept(check, graded) ??
    fromReadings(check, graded, evidence, ({ readings }) => readings) ??
    fromMoves(check, graded, evidence, moves) ??
    fromReadings(check, graded, evidence, ({ rarer }) => rarer?.() ?? []) ??
    lostDigits(check, graded) ??
    hardCoded(check, graded)
  );
}

function fromReadings(
  check: LessonCheck,
  graded: readonly CaseFinding[],
  evidence: RunEvidence,
  of: (mistake: NamedMistake) => readonly MistakeReading[],
): Mistake | null {
  for (const mistake of check.mistakes) {
    const reading = of(mistake).find((one) => explainsAll(one, graded));
    if (reading) return told(check, mistake, reading, graded, evidence);
  }
  return null;
}

function fromMoves(
  check: LessonCheck,
  graded: readonly CaseFinding[],
  evidence: RunEvidence,
  moves: readonly LeafMove[],
): Mistake | null {
  const named = check.update && nameMoves(check.update, moves, graded.map(lawResult));
  const mistake = check.mistakes.find(({ id }) => id === named?.mistake);
  return named && mistake ? told(check, mistake, named, graded, evidence) : null;
}

type Agreement = Pick<MistakeReading, "like" | "words">;

/** A mistake with its card's texts, in the words of the language and of what agrees with the numbers. */
function told(
  check: LessonCheck,
  { id, card, place, advice }: NamedMistake,
  agreement: Agreement,
  graded: readonly CaseFinding[],
  evidence: RunEvidence,
): Mistake {
  const words = wordsOf(check, agreement, evidence.language);
  const { title, message, next } = { ...card, ...advice?.(evidence) };
  return {
    id,
    title: fillText(title, words),
    message: fillText(message, words),
    evidence: `All ${graded.length} cases agree with ${fillText(agreement.like, words)}.`,
    next: fillText(next, words),
    where: place?.(evidence) ?? null,
  };
}

/** The words of the language and of what agrees, in which the former may stand. */
function wordsOf(check: LessonCheck, agreement: Agreement, language: Language) {
  const own = check.words[language];
  const filled = Object.entries(agreement.words).map(([name, word]) => [name, fillText(word, own)]);
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
  const show = ({ got }: CaseFinding) => got?.map(formatNumber).join(" and ") ?? "";
  return {
    id: "state-kept",
    ...answerText(check, "notRepeated"),
    evidence: `Two calls with equal inputs in one run gave ${show(first)}, then ${show(again)}.`,
    where: null,
  };
}

/** Right answers, rounded. */
function lostDigits(check: LessonCheck, graded: readonly CaseFinding[]): Mistake | null {
  const results = graded.map(lawResult);
  const left = digitsLeft(results);
  if (left === null) return null;
  const numbers = results.reduce((sum, { expected }) => sum + expected.length, 0);
  return {
    id: "low-precision",
    ...answerText(check, "rounded", { left }),
    evidence: `All ${numbers} numbers are right to ${left}.`,
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
