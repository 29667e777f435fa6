import type { StepInputs } from "./inputs";
import type { ModelKind } from "./model";
import { forward, LESSON_MODEL, lossAndGradient } from "./model";
import type { Leaves } from "./weights";
import { initialLeaves, mapLeaves } from "./weights";

/** How far each leaf moves, in units of rate · gradient; 1 is the lesson's step. */
export type Moves = readonly [number, number, number, number];

/** One way to read the lesson's task. Every default is the right one. */
export type StepReading = {
  model?: Partial<ModelKind>;
  nnxSeed?: (seed: number) => number;
  linenSeed?: (seed: number) => number;
  moves?: Moves;
  /** The factor on the gradient, for the NNX and for the Linen half. */
  rates?: (lr: number) => readonly [nnx: number, linen: number];
  /** Whether the second half's gradient is taken after the first half moved. */
  order?: "together" | "nnx-first" | "linen-first";
  steps?: number;
  returns?: (before: number, after: number) => readonly number[];
};

/** Runs the training step as a reading has it, in float64: what such code would return. */
export function simulateStep(inputs: StepInputs, reading: StepReading = {}): readonly number[] {
  const kind = { ...LESSON_MODEL, ...reading.model };
  const start = startOf(inputs, kind, reading);
  let leaves = start;
  for (let step = 0; step < (reading.steps ?? 1); step++) {
    leaves = takeStep(leaves, inputs, kind, reading);
  }
  const before = forward(start, inputs, kind).loss;
  const after = forward(leaves, inputs, kind).loss;
  return reading.returns ? reading.returns(before, after) : [before, after];
}

/** The parameters before the step. */
export function startOf(inputs: StepInputs, kind: ModelKind, reading: StepReading = {}): Leaves {
  const nnxSeed = reading.nnxSeed?.(inputs.seed) ?? inputs.seed;
  const linenSeed = reading.linenSeed?.(inputs.seed) ?? inputs.seed + 1;
  return initialLeaves(nnxSeed, linenSeed, {
    inSize: inputs.inSize,
    hidden: kind.hidden,
    outSize: inputs.outSize,
  });
}

const NNX_ONLY: Moves = [1, 1, 0, 0];
const LINEN_ONLY: Moves = [0, 0, 1, 1];
const PHASES: Record<NonNullable<StepReading["order"]>, readonly Moves[]> = {
  together: [[1, 1, 1, 1]],
  "nnx-first": [NNX_ONLY, LINEN_ONLY],
  "linen-first": [LINEN_ONLY, NNX_ONLY],
};

function takeStep(
  from: Leaves,
  inputs: StepInputs,
  kind: ModelKind,
  { moves = [1, 1, 1, 1], rates = (lr) => [lr, lr], order = "together" }: StepReading,
): Leaves {
  const [nnxRate, linenRate] = rates(inputs.lr);
  const rateOf = [nnxRate, nnxRate, linenRate, linenRate] as const;
  return PHASES[order].reduce<Leaves>((leaves, phase) => {
    const { gradient } = lossAndGradient(leaves, inputs, kind);
    const far = moves.map((move, leaf) => move * (phase[leaf] ?? 0) * (rateOf[leaf] ?? 0));
    return mapLeaves(leaves, gradient, (value, slope, leaf) => value - (far[leaf] ?? 0) * slope);
  }, from);
}
