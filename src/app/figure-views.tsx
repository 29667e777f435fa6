/** How each kind of figure is shown. The table is total: a kind without a view does not compile. */
import { Suspense } from "react";
import type { ComponentType, ReactNode } from "react";
import type { FigureKind, LessonFigure } from "../figure-models/lesson-figure";
import { LabelledBoxes } from "../figures/labelled-boxes/LabelledBoxes";
import type { FigurePlace } from "../figures/parts/figure-place";
import { Still, WhenNear } from "../figures/parts/WhenNear";
import type { Lab } from "../state/lab";
import { loadedLater } from "../ui/loaded-later";
import type { FigureViewProps } from "./figure-view-props";

/** What is not read with the text at once is `loadedLater`, and its figures have a still. */
const FIGURE_VIEWS: { [Kind in FigureKind]: ComponentType<FigureViewProps<Kind>> } = {
  "argnums-wiring": loadedLater(async () => ({
    default: (await import("../features/explore/argnums-wiring/ArgnumsWiring")).ArgnumsWiring,
  })),
  "curve-to-bug": loadedLater<FigureViewProps<"curve-to-bug">>(async () => ({
    default: (await import("../features/explore/curve-to-bug/CurveToBug")).CurveToBug,
  })),
  "freeze-lab": loadedLater(async () => ({
    default: (await import("../features/explore/freeze-lab/FreezeLab")).FreezeLab,
  })),
  "labelled-boxes": LabelledBoxes,
  "loss-trace": loadedLater<FigureViewProps<"loss-trace">>(async () => ({
    default: (await import("../features/explore/loss-trace/LossTrace")).LossTrace,
  })),
  "one-pass-back": loadedLater<FigureViewProps<"one-pass-back">>(async () => ({
    default: (await import("../features/explore/one-pass-back/OnePassBack")).OnePassBack,
  })),
  "poke-weight": loadedLater<FigureViewProps<"poke-weight">>(async () => ({
    default: (await import("../features/explore/poke-weight/PokeWeight")).PokeWeight,
  })),
  "predict-first": loadedLater(async () => ({
    default: (await import("../features/explore/predict-first/PredictFirst")).PredictFirst,
  })),
  "step-plane": loadedLater(async () => ({
    default: (await import("./StepPlaneFigure")).StepPlaneFigure,
  })),
  "two-trees": loadedLater<FigureViewProps<"two-trees">>(async () => ({
    default: (await import("../features/explore/two-trees/TwoTrees")).TwoTrees,
  })),
  "wrapped-models": loadedLater(async () => ({
    default: (await import("../features/explore/wrapped-models/WrappedModels")).WrappedModels,
  })),
};

/** The view of a figure, with its lesson's model: at once, or in place of its still once it comes near. */
export function figureView<Kind extends FigureKind>(
  { kind, title, model, still }: LessonFigure<Kind>,
  place: Omit<FigurePlace, "title">,
  lab: Lab,
): ReactNode {
  const View: ComponentType<FigureViewProps<Kind>> = FIGURE_VIEWS[kind];
  const view = <View model={model} place={{ ...place, title }} lab={lab} />;
  if (!still) return view;
  return (
    <WhenNear before={<Still {...still} />}>
      <Suspense fallback={<Still {...still} />}>{view}</Suspense>
    </WhenNear>
  );
}
