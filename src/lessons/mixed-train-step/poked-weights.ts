/** The lesson's example with one weight moved, in float64 and with every operation rounded to float32. */
import type {
  PokeWeightModel,
  WeightLoss,
  WeightPlace,
} from "../../figure-models/poke-weight-model";
import type { StepInputs } from "./inputs";
import { lessonGradient, lessonPass, lessonStart } from "./lesson-step";
import { LESSON_MODEL, lossAndGradient } from "./model";
import type { Leaves } from "./weights";

const KERNEL = 0;
const BIAS = 1;

/** The weights before the step on a batch, and the loss around each. */
export function pokedWeights(batch: StepInputs): ReturnType<PokeWeightModel["open"]> {
  const values = lessonStart(batch);
  return {
    values,
    gradient: lessonGradient(batch),
    around: (place) => aroundWeight(values, batch, place),
  };
}

function aroundWeight(leaves: Leaves, batch: StepInputs, place: WeightPlace): WeightLoss {
  const { leaf, index } = place;
  return {
    start: leaves[leaf]?.[index] ?? NaN,
    at(value) {
      const moved = withWeight(leaves, place, value);
      const { loss, gradient } = lossAndGradient(moved, batch, LESSON_MODEL);
      return { loss, slope: gradient[leaf]?.[index] ?? NaN };
    },
    inFloat32: (value) => lossInFloat32(withWeight(leaves, place, value), batch),
    switches: switches(leaves, batch, place),
  };
}

function withWeight(leaves: Leaves, { leaf, index }: WeightPlace, value: number): Leaves {
  const changed = (each: 0 | 1 | 2 | 3) =>
    each === leaf ? leaves[each].map((old, i) => (i === index ? value : old)) : leaves[each];
  return [changed(0), changed(1), changed(2), changed(3)];
}

/** Before ReLU a hidden unit is linear in each weight of the encoder; it switches where that line crosses zero. */
function switches(leaves: Leaves, batch: StepInputs, { leaf, index }: WeightPlace): number[] {
  const { hidden } = LESSON_MODEL;
  const start = leaves[leaf]?.[index] ?? NaN;
  const unit = index % hidden;
  const found: number[] = [];
  for (let row = 0; row < batch.rows; row++) {
    const input = batch.x[row * batch.inSize + Math.floor(index / hidden)] ?? 0;
    const slope = leaf === KERNEL ? input : leaf === BIAS ? 1 : 0;
    const before = lessonPass(batch).preHidden[row * hidden + unit] ?? NaN;
    if (slope !== 0) found.push(start - before / slope);
  }
  return found.sort((a, b) => a - b);
}

const { fround } = Math;

/** The mean squared error as a float32 program computes it, one rounded operation after another. */
function lossInFloat32([kernel, bias, head, headBias]: Leaves, batch: StepInputs): number {
  const { rows, inSize, outSize } = batch;
  const { hidden } = LESSON_MODEL;
  const z = affineInFloat32(batch.x, kernel, bias, [rows, inSize, hidden]);
  const h = z.map((value) => Math.max(0, value));
  const prediction = affineInFloat32(h, head, headBias, [rows, hidden, outSize]);
  let sum = 0;
  for (const [i, value] of prediction.entries()) {
    const residual = fround(value - fround(batch.y[i] ?? NaN));
    sum = fround(sum + fround(residual * residual));
  }
  return fround(sum / prediction.length);
}

function affineInFloat32(
  a: readonly number[],
  kernel: readonly number[],
  bias: readonly number[],
  [rows, inner, columns]: readonly [number, number, number],
): number[] {
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let sum = 0;
    for (let k = 0; k < inner; k++) {
      const product =
        fround(a[row * inner + k] ?? NaN) * fround(kernel[k * columns + column] ?? NaN);
      sum = fround(sum + fround(product));
    }
    return fround(sum + fround(bias[column] ?? NaN));
  });
}
