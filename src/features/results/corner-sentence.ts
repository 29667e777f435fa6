import type { Corners } from "../../protocol/verdict";
import { shortNumber } from "../../lib/format-number";

/** What each half's move buys in one case, and which corner was returned. */
export function cornerSentence(corners: Corners, caseNumber: number): string {
  const { halves, neither, first, second, both, same } = corners;
  const [a, b] = halves;
  if (same === "both")
    return (
      `In case ${caseNumber} your step takes the loss from ${shortNumber(neither)} to ${shortNumber(both)}. ` +
      `With the ${b} half held still it would be ${shortNumber(first)}, ` +
      `with the ${a} half held still ${shortNumber(second)}.`
    );
  const yours = {
    neither: "neither half moved",
    first: `only the ${a} half moved`,
    second: `only the ${b} half moved`,
  }[same];
  return (
    `In case ${caseNumber} a step on the ${a} half alone ${change(neither, first)}, ` +
    `on the ${b} half alone ${change(neither, second)}, on both ${change(neither, both)}. ` +
    `Your loss after the step is the one where ${yours}.`
  );
}

function change(from: number, to: number): string {
  const word = to <= from ? "lowers" : "raises";
  return `${word} the loss by ${shortNumber(Math.abs(from - to))}`;
}
