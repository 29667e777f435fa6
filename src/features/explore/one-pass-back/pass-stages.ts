import type { OnePass, PassPart, PassVariant } from "../../../figure-models/one-pass-back-model";

/** The way there and back, a stage at a time. */
export const STAGES = [
  "in",
  "before",
  "hidden",
  "prediction",
  "loss",
  "back-at-prediction",
  "second-leaves",
  "back-at-hidden",
  "back-at-before",
  "first-leaves",
] as const;
export type Stage = (typeof STAGES)[number];

/** From this stage on a part's values are there. */
export const VALUES_FROM: Readonly<Record<PassPart, Stage>> = {
  input: "in",
  firstKernel: "in",
  firstBias: "in",
  before: "before",
  hidden: "hidden",
  secondKernel: "in",
  secondBias: "in",
  prediction: "prediction",
  target: "in",
  loss: "loss",
};

/** From this stage on the way back has reached a part. */
export const SLOPES_FROM: Readonly<Partial<Record<PassPart, Stage>>> = {
  prediction: "back-at-prediction",
  secondKernel: "second-leaves",
  secondBias: "second-leaves",
  hidden: "back-at-hidden",
  before: "back-at-before",
  firstKernel: "first-leaves",
  firstBias: "first-leaves",
};

export function stageIndex(stage: Stage): number {
  return STAGES.indexOf(stage);
}

export function reached(stage: Stage | undefined, at: number): boolean {
  return stage !== undefined && stageIndex(stage) <= at;
}

/** Where a program raises, the way back ends as it begins. */
export function lastStage({ cut }: Pick<PassVariant, "cut">): number {
  return cut === "raises" ? stageIndex("back-at-prediction") : STAGES.length - 1;
}

/** The slopes of a part at a stage; null where the way back has not come to it, or never does. */
export function slopesAt(pass: OnePass, part: PassPart, at: number): readonly number[] | null {
  return reached(SLOPES_FROM[part], at) ? pass[part].slopes : null;
}
