import { formatNumber } from "../../lib/format-number";
import type { LawResult, LessonLaw } from "../lesson-check";

/** The result `after` is below the result `before` in every graded case; needs no case of its own. */
export function fallLaw(before: number, after: number): LessonLaw {
  return {
    id: "the-loss-falls",
    cases: () => [],
    judge: (_own, { graded }) => {
      const seen = graded.filter(({ got }) => got !== null);
      const rise = ({ got }: LawResult) => (got?.[after] ?? NaN) - (got?.[before] ?? NaN);
      const falls = seen.filter((result) => rise(result) < 0);
      const breaking = seen.filter((result) => !(rise(result) < 0)).map(({ inputs }) => inputs);
      if (seen.length === 0) return { holds: false, evidence: "No case gave numbers." };
      const worst = seen.reduce((a, b) => (rise(b) > rise(a) ? b : a));
      const [from, to] = [worst.got?.[before] ?? NaN, worst.got?.[after] ?? NaN].map(formatNumber);
      const holds = falls.length === seen.length;
      const example = holds ? "" : ` In one it went from ${from} to ${to}.`;
      return {
        holds,
        breaking,
        evidence: `The loss fell in ${falls.length} of ${seen.length} cases.${example}`,
      };
    },
  };
}
