import type { WeightLoss } from "../../../figure-models/poke-weight-model";
import { differenceAt } from "./differences";
import type { DifferenceKind } from "./differences";
import { digits, epsilonText } from "./poke-words";

/** The quotients and their errors at powers of ten, as rows of a table. */
export function differenceRows(
  loss: WeightLoss,
  weight: number,
  kind: DifferenceKind,
  { from, to }: { from: number; to: number },
): string[][] {
  const { slope } = loss.at(weight);
  return Array.from({ length: from - to + 1 }, (_, i) => {
    const epsilon = Number(`1e${from - i}`);
    const { float64, float32 } = differenceAt(loss, weight, epsilon, kind);
    const error = (value: number) => digits(Number(Math.abs(value - slope).toPrecision(2)));
    return [epsilonText(epsilon), digits(float64), error(float64), digits(float32), error(float32)];
  });
}
