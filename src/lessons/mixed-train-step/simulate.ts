import type { StepInputs } from "./inputs";
import { lessonGradient, lessonPass, lessonStart, leavesAfter } from "./lesson-step";
import type { ModelKind } from "./model";
import { forward, LESSON_MODEL, lossAndGradient } from "./model";
import type { KernelKeys, Leaves } from "./weights";
import { initialLeaves, KERNEL_KEYS, mapLeaves } from "./weights";

/** How far each leaf moves, in units of rate · gradient; 1 is the lesson's step. */
export type Moves = readonly [number, number, number, number];

/** One way to read the lesson's task. Every default is the right one. */
export type StepReading = {
  /** The arguments that the code works with. */
  inputs?: (given: StepInputs) => StepInputs;
  model?: Partial<ModelKind>;
  keys?: Partial<KernelKeys>;
  moves?: Moves;
  /** The factor on the gradient of each leaf. */
  rates?: (lr: number, inputs: StepInputs) => readonly number[];
  /** What stands in the gradient's place, given the parameters too. */
  gradient?: (gradient: Leaves, parameters: Leaves) => Leaves;
  /** One number after the step, from the one before it, its gradient and the rate. */
  rule?: (value: number, slope: number, rate: number) => number;
  /** Whether the second half's gradient is taken after the first half moved. */
  order?: "together" | "nnx-first" | "linen-first";
  /** How many of the lesson's steps are taken, where nothing else of the step differs. */
  steps?: number;
  returns?: (before: number, after: number) => readonly number[];
};

/** Runs the training step as a reading has it, in float64: what such code would return. */
export function simulateStep(given: StepInputs, reading: StepReading = {}): readonly number[] {
  const batch = reading.inputs?.(given) ?? given;
  const kind = reading.model ? { ...LESSON_MODEL, ...reading.model } : LESSON_MODEL;
  const start = startOf(batch, kind, reading);
  const isLessons = kind === LESSON_MODEL && start === lessonStart(batch);
  const leaves =
    reading.steps === undefined
      ? takeStep(start, batch, kind, reading)
      : leavesAfter(batch, reading.steps);
  const before = isLessons ? lessonPass(batch).loss : forward(start, batch, kind).loss;
  const after = forward(leaves, batch, kind).loss;
  return reading.returns ? reading.returns(before, after) : [before, after];
}

/** The parameters before the step. */
export function startOf(inputs: StepInputs, kind: ModelKind, reading: StepReading = {}): Leaves {
  const { inSize } = inputs;
  const sizes = { inSize, hidden: kind.hidden, outSize: kind.features ?? inputs.outSize };
  const isLessons =
    !reading.keys && sizes.hidden === LESSON_MODEL.hidden && sizes.outSize === inputs.outSize;
  if (isLessons) return lessonStart(inputs);
  return initialLeaves(inputs.seed, { ...KERNEL_KEYS, ...reading.keys }, sizes);
}

const NNX_ONLY: Moves = [1, 1, 0, 0];
const LINEN_ONLY: Moves = [0, 0, 1, 1];
const PHASES: Record<NonNullable<StepReading["order"]>, readonly Moves[]> = {
  together: [[1, 1, 1, 1]],
  "nnx-first": [NNX_ONLY, LINEN_ONLY],
  "linen-first": [LINEN_ONLY, NNX_ONLY],
};

const descend = (value: number, slope: number, rate: number) => value - rate * slope;

function takeStep(
  from: Leaves,
  inputs: StepInputs,
  kind: ModelKind,
  {
    moves = [1, 1, 1, 1],
    rates = (lr) => [lr, lr, lr, lr],
    order = "together",
    gradient: changed = (gradient) => gradient,
    rule = descend,
  }: StepReading,
): Leaves {
  const rateOf = rates(inputs.lr, inputs);
  return PHASES[order].reduce<Leaves>((leaves, phase) => {
    const gradient = changed(gradientAt(leaves, inputs, kind), leaves);
    const far = moves.map((move, leaf) => move * (phase[leaf] ?? 0) * (rateOf[leaf] ?? 0));
    return mapLeaves(leaves, gradient, (value, slope, leaf) => rule(value, slope, far[leaf] ?? 0));
  }, from);
}

function gradientAt(leaves: Leaves, inputs: StepInputs, kind: ModelKind): Leaves {
  if (kind === LESSON_MODEL && leaves === lessonStart(inputs)) return lessonGradient(inputs);
  return lossAndGradient(leaves, inputs, kind).gradient;
}
