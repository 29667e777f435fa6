import { describe, expect, it } from "vitest";
import { fillText } from "../../grading/fill-text";
import { CARDS } from "./cards";
import { MISTAKES } from "./mistakes";

const LONGEST = 160;
/** Words that make light of the reader's trouble, and signs of a shout. */
const UNWANTED = /\b(just|simply|obviously|easy|easily|of course|oops)\b|!/i;

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

describe.each(Object.entries(CARDS))("the card %s", (id, card) => {
  const readings = MISTAKES.find((mistake) => mistake.id === id)?.readings ?? [];

  it("belongs to a mistake, and its texts have all their words", () => {
    expect(readings.length).toBeGreaterThan(0);
    for (const { words: given } of readings)
      for (const text of Object.values(card)) expect(fillText(text, given)).not.toMatch(/[{}]/);
  });

  it("is short, plain and neutral", () => {
    const whole = Object.values(card).join(" ");
    expect(words(whole)).toBeLessThanOrEqual(LONGEST);
    expect(whole).not.toMatch(UNWANTED);
    expect(card.title).not.toMatch(/\.$/);
    for (const text of [card.message, card.next, card.hint]) expect(text).toMatch(/[.?]$/);
  });
});
