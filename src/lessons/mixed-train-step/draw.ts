import type { CaseInputs } from "../../grading/lesson-check";
import type { SeededRandom } from "../../lib/seeded-random";
import { ACTIVATIONS } from "./activations";
import { writeInputs } from "./inputs";
import type { StepReading } from "./simulate";
import { isWellPosed } from "./well-posed";

type ExampleShape = { inSize: number; outSize: number };

/** The shapes of the visible cases. Each further shape costs shaders, so a run has at most four. */
const VISIBLE_SHAPES: readonly [ExampleShape, ExampleShape] = [
  { inSize: 3, outSize: 1 },
  { inSize: 2, outSize: 2 },
];

/**
 * The learning rates of all graded cases. In nine of ten cases that have an active unit, a step of this size on both halves
 * ends lower than one on either half; twice as far, a quarter of those with one output overshoot.
 */
export const LEARNING_RATES = { lowest: 0.02, highest: 0.05 } as const;

/** The cases shown in the lesson. */
export const VISIBLE: readonly CaseInputs[] = [
  writeInputs({ seed: 0, rows: null, x: [0.5, -1, 2], y: [1], lr: 0.02 }),
  writeInputs({ seed: 7, rows: null, x: [1, 2], y: [0.5, -0.5], lr: 0.03 }),
  writeInputs({ seed: 42, rows: null, x: [1.5, 0.3, -0.7], y: [-0.4], lr: 0.05 }),
];

/**
 * A backward pass that leaves ReLU's mask out. It moves units that are switched off, which shows only where such a
 * move switches one on: in one case of ten.
 */
export const WITHOUT_MASK: StepReading = {
  model: { activation: { ...ACTIVATIONS.relu, slope: () => 1 } },
};

/** Eight fresh cases: three in the visible shapes, five in a shape of this run, with three or more outputs. */
export function drawCases(random: SeededRandom): readonly CaseInputs[] {
  const [oneOutput, twoOutputs] = VISIBLE_SHAPES;
  // With two outputs alone, half of the sum would be the mean.
  const own = { inSize: random.integer(1, 8), outSize: random.integer(3, 8) };
  return [
    drawWellPosed(random, oneOutput),
    drawWellPosed(random, own, WITHOUT_MASK),
    drawWellPosed(random, twoOutputs),
    drawWellPosed(random, own),
    drawWellPosed(random, own, WITHOUT_MASK),
    drawWellPosed(random, oneOutput),
    drawWellPosed(random, own),
    drawWellPosed(random, own, WITHOUT_MASK),
  ];
}

/** A batch of 2 to 6 rows: the fourth shape of a run. */
export function drawBatch(random: SeededRandom): CaseInputs {
  const rows = random.integer(2, 6);
  const shape = { inSize: random.integer(1, 8), outSize: random.integer(1, 8) };
  return drawUntil(random, { ...shape, rows }, isWellPosed);
}

/** A well-posed case, and one that tells this reading of the task from the right one. */
function drawWellPosed(
  random: SeededRandom,
  shape: ExampleShape,
  reading?: StepReading,
): CaseInputs {
  return drawUntil(random, { ...shape, rows: null }, (inputs) => isWellPosed(inputs, reading));
}

type CaseShape = ExampleShape & { rows: number | null };

const MOST_SEEDS = 200;
/** Weights cost more than all else, so each seed gets more than one chance. */
const TRIES_PER_SEED = 10;

function drawUntil(
  random: SeededRandom,
  shape: CaseShape,
  isWanted: (inputs: CaseInputs) => boolean,
): CaseInputs {
  for (let tried = 0; tried < MOST_SEEDS; tried++) {
    const seed = random.integer(0, 1_000_000);
    for (let i = 0; i < TRIES_PER_SEED; i++) {
      const inputs = drawCase(random, shape, seed);
      if (isWanted(inputs)) return inputs;
    }
  }
  throw new Error(`no well-posed case from ${MOST_SEEDS} seeds`);
}

function drawCase(random: SeededRandom, shape: CaseShape, seed: number): CaseInputs {
  const { rows, inSize, outSize } = shape;
  const values = (length: number, limit: number) =>
    Array.from({ length: (rows ?? 1) * length }, () => random.rounded(-limit, limit, 0.01));
  return writeInputs({
    seed,
    rows,
    x: values(inSize, 2),
    y: values(outSize, 1.5),
    lr: random.rounded(LEARNING_RATES.lowest, LEARNING_RATES.highest, 0.001),
  });
}
