import { describe, expect, it } from "vitest";
import type { AnswerCard, ErrorCard, MistakeCard } from "../../grading/lesson-check";
import { fillText } from "../../lib/fill-text";
import { ANSWER_CARDS, CARDS, ERROR_CARDS } from "./cards";
import { LANGUAGES } from "../../protocol/backend";
import { MISTAKES } from "./mistakes";
import { WORDS } from "./words";

it("has a word for the same things in both languages", () => {
  expect(Object.keys(WORDS.python).sort()).toEqual(Object.keys(WORDS.typescript).sort());
  const shown = Object.values(WORDS.typescript).join(" ");
  expect(shown).not.toMatch(/value_and_grad|argnums=|has_aux|\bint\(/);
});

const LONGEST = 160;
/** Words that make light of the reader's trouble, and signs of a shout. */
const UNWANTED = /\b(just|simply|obviously|easy|easily|of course|oops)\b|!/i;

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

type Words = Readonly<Record<string, string>>;

/** A reading's words may hold words of the language. */
function filled(text: string, given: Words, own: Words): string {
  return fillText(fillText(text, { ...own, ...given }), own);
}

describe.each(Object.entries(CARDS))("the card %s", (id, card) => {
  const mistake = MISTAKES.find((each) => each.id === id);
  const readings = [...(mistake?.readings ?? []), ...(mistake?.rarer?.() ?? [])];

  it("belongs to a mistake, and its texts have all their words", () => {
    expect(readings.length).toBeGreaterThan(0);
    for (const language of LANGUAGES)
      for (const { words: given } of readings) {
        const { hint, ...shown } = card;
        expect(fillText(hint, WORDS[language])).not.toMatch(/\{\w+\}/);
        for (const text of Object.values(shown))
          expect(filled(text, given, WORDS[language])).not.toMatch(/\{\w+\}/);
      }
  });
});

describe.each([
  ...Object.entries(CARDS),
  ...Object.entries(ANSWER_CARDS),
  ...ERROR_CARDS.map((card, at) => [`${card.id} (row ${at})`, card] as const),
])("the texts of %s", (_, card) => {
  const { title, sentences } = textsOf(card);

  it("are short, plain and neutral", () => {
    const whole = [title, ...sentences].join(" ");
    expect(words(whole)).toBeLessThanOrEqual(LONGEST);
    expect(whole).not.toMatch(UNWANTED);
    expect(title).not.toMatch(/\.$/);
    for (const text of sentences) expect(text).toMatch(/(?:[.?]|\{\w+\})$/);
  });
});

function textsOf(card: MistakeCard | AnswerCard | ErrorCard) {
  if ("text" in card) return { title: "", sentences: [card.text, card.next] };
  const hint = "hint" in card ? [card.hint] : [];
  return { title: card.title, sentences: [card.message, card.next, ...hint] };
}
