import { formatFactor } from "../../lib/format-number";
import type { CornerLosses, Moves } from "./plane";
import { cornerName, CORNERS, lossText, lowestCorner } from "./plane";
import type { Ribbon } from "./ribbon";
import type { FoundUpdate, RunPlace } from "./run-place";

type Halves = readonly [first: string, second: string];

/** What the plane shows, in a sentence. */
export function planeSentence(
  losses: CornerLosses,
  halves: Halves,
  { lr, seed }: { lr: number; seed: number },
): string {
  const [neither, ...others] = CORNERS.map(
    (corner) => `${lossText(losses[corner])} with ${cornerName(corner, halves)}`,
  );
  return (
    `At learning rate ${lr} and seed ${seed} the loss is ${neither} moved, ${others.join(", ")}. ` +
    `The lowest of the four is ${cornerName(lowestCorner(losses), halves)}.`
  );
}

/** Which corner is lowest from rate to rate. */
export function ribbonSentence({ stretches, aboveFrom }: Ribbon, halves: Halves): string {
  const parts = stretches.map(({ corner, last }, i) => {
    const name = cornerName(corner, halves);
    return i < stretches.length - 1 ? `${name} up to ${last}` : i === 0 ? name : `then ${name}`;
  });
  const above = aboveFrom === null ? "" : ` From ${aboveFrom} a step on both ends above the start.`;
  return `The lowest corner is ${parts.join(", ")}.${above}`;
}

/** What was expected of a run, beside what it did; null where nothing was. */
export function guessSentence(
  guess: Moves | null,
  place: RunPlace | null,
  [first, second]: Halves,
): string | null {
  if (!guess) return null;
  const expected = `You expected the ${first} half to move ${formatFactor(guess.across)} × and the ${second} half ${formatFactor(guess.up)} ×.`;
  if (!place) return expected;
  const { across, up } = place.moves;
  const near = Math.max(Math.abs(across - guess.across), Math.abs(up - guess.up)) < NEAR;
  return near
    ? `${expected} So it was.`
    : `${expected} It was ${formatFactor(across)} × and ${formatFactor(up)} ×.`;
}

/** A guess by hand is right if it is about so near, in steps. */
const NEAR = 0.15;

/** Where the learner's last run lies, or why it is not there; null before any run. */
export function runSentence(
  found: FoundUpdate,
  place: RunPlace | null,
  [first, second]: Halves,
): string | null {
  if (!found) return null;
  if (!place)
    return "Your last run is not on the plane: no moves of the two halves explain its returned losses.";
  const { across, up } = place.moves;
  const where = `Your last run moved the ${first} half ${formatFactor(across)} × and the ${second} half ${formatFactor(up)} × the right step`;
  return place.outside
    ? `${where}, outside of what is drawn; the arrow points there.`
    : `${where}.`;
}
