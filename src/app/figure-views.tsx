/** How each kind of figure is shown. The table is total: a kind without a view does not compile. */
import type { ComponentType, ReactNode } from "react";
import type { FigureKind, FigureModels, LessonFigure } from "../figure-models/lesson-figure";
import { LabelledBoxes } from "../figures/labelled-boxes/LabelledBoxes";
import type { Lab } from "../state/lab";

/** A figure may read the page's state and ask it for marks and edits; most need their model alone. */
export type FigureViewProps<Kind extends FigureKind> = { model: FigureModels[Kind]; lab: Lab };

const FIGURE_VIEWS: { [Kind in FigureKind]: ComponentType<FigureViewProps<Kind>> } = {
  "labelled-boxes": LabelledBoxes,
};

/** The view of a figure, with its lesson's model. */
export function figureView<Kind extends FigureKind>(
  { kind, model }: LessonFigure<Kind>,
  lab: Lab,
): ReactNode {
  const View: ComponentType<FigureViewProps<Kind>> = FIGURE_VIEWS[kind];
  return <View model={model} lab={lab} />;
}
