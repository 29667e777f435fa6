import type { FigureKind, FigureModels } from "../figure-models/lesson-figure";
import type { FigurePlace } from "../figures/parts/figure-place";
import type { Lab } from "../state/lab";

/** A figure may read the page's state and ask it for marks and edits; most need their model alone. */
export type FigureViewProps<Kind extends FigureKind> = {
  model: FigureModels[Kind];
  place: FigurePlace;
  lab: Lab;
};
