/** The slope at a weight from two losses, in both precisions, and how far that is from the derivative. */
import type { WeightLoss } from "../../../figure-models/poke-weight-model";

/** One loss ahead of the weight, or one on either side. */
export type DifferenceKind = "forward" | "central";

export type Difference = { float64: number; float32: number };

const { fround } = Math;

/** The difference quotient at a float32 weight. In float32 every number on the way is rounded, the distance too. */
export function differenceAt(
  { at, inFloat32 }: WeightLoss,
  weight: number,
  epsilon: number,
  kind: DifferenceKind,
): Difference {
  const back = kind === "central" ? epsilon : 0;
  const float64 = (at(weight + epsilon).loss - at(weight - back).loss) / (epsilon + back);
  const step = fround(epsilon);
  const stepBack = fround(back);
  const ahead = inFloat32(fround(weight + step));
  const behind = inFloat32(fround(weight - stepBack));
  const float32 = fround(fround(ahead - behind) / fround(step + stepBack));
  return { float64, float32 };
}

/** Powers of ten between which ε lies. */
export const SMALLEST = -12;
export const LARGEST = 0;
const A_DECADE = 8;

export type ErrorPoint = { epsilon: number; float64: number; float32: number };

/** How far the quotient is from the derivative, over all ε. */
export function errorCurve(loss: WeightLoss, weight: number, kind: DifferenceKind): ErrorPoint[] {
  const { slope } = loss.at(weight);
  return Array.from({ length: (LARGEST - SMALLEST) * A_DECADE + 1 }, (_, i) => {
    const epsilon = 10 ** (SMALLEST + i / A_DECADE);
    const { float64, float32 } = differenceAt(loss, weight, epsilon, kind);
    return { epsilon, float64: Math.abs(float64 - slope), float32: Math.abs(float32 - slope) };
  });
}

/** The ε, a power of ten, where a precision comes nearest to the derivative; the largest of equals. */
export function bestEpsilon(curve: readonly ErrorPoint[], precision: keyof Difference): number {
  // What single points have is luck; over a decade it is not.
  const decades = Array.from({ length: LARGEST - SMALLEST + 1 }, (_, d) => {
    const near = curve.slice(Math.max(0, (d - 0.5) * A_DECADE), (d + 0.5) * A_DECADE + 1);
    return { power: SMALLEST + d, worst: Math.max(...near.map((point) => point[precision])) };
  });
  const best = decades.reduce((least, each) => (each.worst <= least.worst ? each : least));
  return 10 ** best.power;
}

/** The least ε of the curve at which float32 sees any change of the loss; null where it sees none, or there is none. */
export function seenFrom(curve: readonly ErrorPoint[], slope: number): number | null {
  if (slope === 0) return null;
  return curve.find(({ float32 }) => float32 !== Math.abs(slope))?.epsilon ?? null;
}
