/** The landscape of a step at its named places. */
import type { LossColumn, LossPlane } from "../../figure-models/step-plane-model";

/** Moves that are drawn, in right steps. */
export const FROM = -1;
export const TO = 3;

/** A place on the plane: how far the first half moved, and how far the second. */
export type Moves = { across: number; up: number };

export const CORNERS = ["neither", "first", "second", "both"] as const;
export type Corner = (typeof CORNERS)[number];

export const PLACES: Readonly<Record<Corner, Moves>> = {
  neither: { across: 0, up: 0 },
  first: { across: 1, up: 0 },
  second: { across: 0, up: 1 },
  both: { across: 1, up: 1 },
};

export function inColumn([c0, c1, c2]: LossColumn, up: number): number {
  return c0 + up * (c1 + up * c2);
}

export function lossAt(plane: LossPlane, { across, up }: Moves): number {
  return inColumn(plane(across), up);
}

export type CornerLosses = Readonly<Record<Corner, number>>;

export function cornerLosses(plane: LossPlane): CornerLosses {
  const [still, moved] = [plane(0), plane(1)];
  return {
    neither: inColumn(still, 0),
    first: inColumn(moved, 0),
    second: inColumn(still, 1),
    both: inColumn(moved, 1),
  };
}

/** The corner with the lowest loss. */
export function lowestCorner(losses: CornerLosses): Corner {
  return CORNERS.reduce((lowest, corner) => (losses[corner] < losses[lowest] ? corner : lowest));
}

/** What a corner is called. */
export function cornerName(corner: Corner, [first, second]: readonly [string, string]): string {
  return { neither: "neither", first: `${first} only`, second: `${second} only`, both: "both" }[
    corner
  ];
}

/** A plane of a loss that is known at single places: three of a column tell its parabola. */
export function planeOf(loss: (moves: Moves) => number): LossPlane {
  return (across) => {
    const [below, here, above] = [-1, 0, 1].map((up) => loss({ across, up }));
    if (below === undefined || here === undefined || above === undefined) return [NaN, NaN, NaN];
    return [here, (above - below) / 2, Math.max(0, (above + below) / 2 - here)];
  };
}

/** A loss as the lesson's text has it: four decimals, fewer where it is large. */
export function lossText(loss: number): string {
  return Math.abs(loss) < 100 ? loss.toFixed(4) : String(Number(loss.toPrecision(5)));
}
