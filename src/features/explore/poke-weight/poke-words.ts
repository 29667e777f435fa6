import type { PokedLeaf, WeightLoss } from "../../../figure-models/poke-weight-model";
import { formatFactor, shortNumber } from "../../../lib/format-number";
import type { Difference, DifferenceKind } from "./differences";

/** What a weight is called: its leaf, and where in it. */
export function weightName({ name, rows, columns }: PokedLeaf, index: number): string {
  const place = rows === 1 ? [index] : [Math.floor(index / columns), index % columns];
  return `${name}[${place.join(", ")}]`;
}

/** A number of the figure: five digits and a true minus sign. */
export function digits(value: number): string {
  return shortNumber(value === 0 ? 0 : value)
    .replace("-", "−")
    .replace("e-", "e−");
}

/** The distance ε: a plain number down to a thousandth, then with its power of ten. */
export function epsilonText(epsilon: number): string {
  return (epsilon < 1e-3 ? epsilon.toExponential() : String(epsilon)).replace("e-", "e−");
}

export type PokeReading = {
  name: string;
  weight: number;
  loss: number;
  slope: number;
  epsilon: number;
  kind: DifferenceKind;
  difference: Difference;
};

/** What the drawing shows, in a few sentences. */
export function pokeSentence(reading: PokeReading): string {
  const { name, weight, loss, slope, epsilon, kind, difference } = reading;
  return (
    `${name} is ${digits(weight)}. The loss there is ${loss.toFixed(4)} and its gradient ${digits(slope)}. ` +
    `With ε = ${epsilonText(epsilon)} the ${kind} difference is ${digits(difference.float64)} in float64, ${digits(difference.float32)} in float32.`
  );
}

/** Near enough to a switch to be on either side of it, in units of the weight. */
const BESIDE = 1e-7;

/** Where hidden units switch within a range, and how the slope jumps there; empty where none do. */
export function switchSentence(loss: WeightLoss, from: number, to: number): string {
  const jumps = loss.switches
    .filter((value) => value > from && value < to)
    .map((value) => {
      const before = loss.at(value - BESIDE).slope;
      const after = loss.at(value + BESIDE).slope;
      return `At ${formatFactor(value)} a hidden unit switches and the slope jumps from ${formatFactor(before)} to ${formatFactor(after)}.`;
    });
  return jumps.join(" ");
}

/** What the curve of errors says; `seen` is the least ε of which float32 notices anything. */
export function precisionSentence(
  { slope, kind }: Pick<PokeReading, "slope" | "kind">,
  best: Difference,
  seen: number | null,
): string {
  if (slope === 0)
    return "The gradient is 0 here: the unit behind this weight is switched off, and the loss does not change.";
  const nearest = `The ${kind} difference is nearest to the gradient around ε = ${epsilonText(best.float64)} in float64 and ${epsilonText(best.float32)} in float32.`;
  return seen === null
    ? nearest
    : `${nearest} Below ${epsilonText(Number(seen.toPrecision(1)))} float32 sees no change at all.`;
}
