/**
 * The figures that a lesson may place in its text, each with the model that it takes: plain data and
 * arithmetic. What a figure looks like is no business of this folder (see src/app/figure-views.tsx).
 */
import type { ArgnumsWiringModel } from "./argnums-wiring-model";
import type { CurveToBugModel } from "./curve-to-bug-model";
import type { FreezeLabModel } from "./freeze-lab-model";
import type { LabelledBoxesModel } from "./labelled-boxes-model";
import type { LossTraceModel } from "./loss-trace-model";
import type { OnePassBackModel } from "./one-pass-back-model";
import type { PokeWeightModel } from "./poke-weight-model";
import type { PredictFirstModel } from "./predict-first-model";
import type { StepPlaneModel } from "./step-plane-model";
import type { TwoTreesModel } from "./two-trees-model";
import type { WrappedModelsModel } from "./wrapped-models-model";

/** Kind of figure → what a lesson hands it. */
export interface FigureModels {
  "argnums-wiring": ArgnumsWiringModel;
  "curve-to-bug": CurveToBugModel;
  "freeze-lab": FreezeLabModel;
  "labelled-boxes": LabelledBoxesModel;
  "loss-trace": LossTraceModel;
  "one-pass-back": OnePassBackModel;
  "poke-weight": PokeWeightModel;
  "predict-first": PredictFirstModel;
  "step-plane": StepPlaneModel;
  "two-trees": TwoTreesModel;
  "wrapped-models": WrappedModelsModel;
}
export type FigureKind = keyof FigureModels;

/** A picture of a figure as it is at first: on paper, without scripts, and until its own code has come. */
export type FigureStill = {
  /** Address of the file. */
  src: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  alt: string;
};

/** A figure of a lesson: its name in lists and links, and the model. One with a still loads when it comes near. */
export type LessonFigure<Kind extends FigureKind = FigureKind> = {
  [K in Kind]: { kind: K; title: string; model: FigureModels[K]; still?: FigureStill };
}[Kind];
