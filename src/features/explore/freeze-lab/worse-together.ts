import type { Moving, Runs } from "./runs";

/** A learning rate at which moving both halves ends above moving one. */
export type WorseTogether = { lr: number; both: number; alone: number; which: Moving };

/** How the losses compare after so many steps; null where moving both ends lowest. */
export function worseTogether(
  runs: Runs,
  { seed, lr, steps }: { seed: number; lr: number; steps: number },
): WorseTogether | null {
  const lossOf = (moving: Moving) => boundless(runs.moving(moving, { seed, lr }).lossAt(steps));
  const both = lossOf("both");
  const [first, second] = [lossOf("first"), lossOf("second")];
  const [alone, which] = first <= second ? [first, "first" as const] : [second, "second" as const];
  return both > alone * CLEARLY ? { lr, both, alone, which } : null;
}

/** Less than this apart, the two look the same in the chart. */
const CLEARLY = 1.1;

function boundless(loss: number): number {
  return Number.isNaN(loss) ? Infinity : loss;
}

/**
 * Looks for such a rate among `rates`, first those above the present one, and yields after each so that whoever asks can draw
 * a frame in between. The found one is what it returns.
 */
export function* findWorseTogether(
  runs: Runs,
  { seed, lr, steps }: { seed: number; lr: number; steps: number },
  rates: readonly number[],
): Generator<void, WorseTogether | null> {
  const above = rates.filter((rate) => rate > lr);
  const below = rates.filter((rate) => rate < lr);
  for (const rate of [...above, ...below]) {
    const found = worseTogether(runs, { seed, lr: rate, steps });
    if (found) return found;
    yield;
  }
  return null;
}
