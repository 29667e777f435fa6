import type { CaseInputs } from "../../grading/lesson-check";
import { toleranceFor } from "../../grading/tolerance";
import type { SeededRandom } from "../../lib/seeded-random";
import { readInputs, writeInputs } from "./inputs";
import { forward, LESSON_MODEL } from "./model";
import { simulateStep, startOf } from "./simulate";

type ExampleShape = { inSize: number; outSize: number };

/** The shapes of the visible cases. Each further shape costs shaders, so a run has at most four. */
const VISIBLE_SHAPES: readonly [ExampleShape, ExampleShape] = [
  { inSize: 3, outSize: 1 },
  { inSize: 2, outSize: 2 },
];

/** The cases shown in the lesson. */
export const VISIBLE: readonly CaseInputs[] = [
  writeInputs({ seed: 0, rows: null, x: [0.5, -1, 2], y: [1], lr: 0.05 }),
  writeInputs({ seed: 7, rows: null, x: [1, 2], y: [0.5, -0.5], lr: 0.05 }),
  writeInputs({ seed: 42, rows: null, x: [1.5, 0.3, -0.7], y: [-0.4], lr: 0.1 }),
];

/** Eight fresh cases: three in the visible shapes, five in a shape of this run, with two or more outputs. */
export function drawCases(random: SeededRandom): readonly CaseInputs[] {
  const [oneOutput, twoOutputs] = VISIBLE_SHAPES;
  const own = { inSize: random.integer(1, 8), outSize: random.integer(2, 8) };
  return [oneOutput, own, twoOutputs, own, own, oneOutput, own, own].map((shape) =>
    drawUntilWellPosed(() => drawCase(random, shape, null)),
  );
}

/** A batch of 2 to 6 rows: the fourth shape of a run. */
export function drawBatch(random: SeededRandom): CaseInputs {
  const rows = random.integer(2, 6);
  const shape = { inSize: random.integer(1, 8), outSize: random.integer(1, 8) };
  return drawUntilWellPosed(() => drawCase(random, shape, rows));
}

function drawCase(random: SeededRandom, shape: ExampleShape, rows: number | null): CaseInputs {
  const values = (length: number, limit: number) =>
    Array.from({ length }, () => random.rounded(-limit, limit, 0.01));
  return writeInputs({
    seed: random.integer(0, 1_000_000),
    rows,
    x: values((rows ?? 1) * shape.inSize, 2),
    y: values((rows ?? 1) * shape.outSize, 1.5),
    lr: random.rounded(0.02, 0.1, 0.001),
  });
}

const MOST_DRAWS = 1000;

function drawUntilWellPosed(draw: () => CaseInputs): CaseInputs {
  for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
    const inputs = draw();
    if (isWellPosed(inputs)) return inputs;
  }
  throw new Error(`no well-posed case in ${MOST_DRAWS} draws`);
}

/** Nearer to the kink of ReLU than this, float32 may switch a unit that float64 does not. */
const KINK_MARGIN = 1e-3;
/** The loss falls by at least this many tolerances. */
const CLEAR_FALL = 20;

/** Whether a case can tell right from wrong: a hidden unit is active, none is on the kink, the loss falls. */
export function isWellPosed(inputs: CaseInputs): boolean {
  const batch = readInputs(inputs);
  const { preHidden } = forward(startOf(batch, LESSON_MODEL), batch, LESSON_MODEL);
  if (!preHidden.some((z) => z > 0)) return false;
  if (preHidden.some((z) => Math.abs(z) < KINK_MARGIN)) return false;
  const [before = NaN, after = NaN] = simulateStep(batch);
  return before - after > CLEAR_FALL * toleranceFor(before);
}
