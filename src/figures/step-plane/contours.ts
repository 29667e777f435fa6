/** Where the loss is at most a level: regions of the plane as paths, exact in every column. */
import type { LossColumn, LossPlane } from "../../figure-models/step-plane-model";
import { FROM, TO } from "./plane";

/** Columns across the plane; more show no more. */
const COLUMNS = 64;
/** Halvings of a column's width until a region's tip is found: a hundredth of a pixel. */
const HALVINGS = 10;

/**
 * Levels in ratios to the loss before the step: half octaves up to twice of it, then octaves. The ratio 1 is among them, and
 * they are the same at every learning rate, so that a tone means the same loss.
 */
export const RATIOS: readonly number[] = [
  ...Array.from({ length: 12 }, (_, i) => 2 ** (i / 2 - 5)),
  ...Array.from({ length: 6 }, (_, i) => 2 ** (i + 1)),
];

type Interval = { low: number; high: number };

/** Where a column is at most `level`, as far as the plane goes; null where nowhere. */
export function intervalBelow([c0, c1, c2]: LossColumn, level: number): Interval | null {
  const over = c0 - level;
  if (c2 < 1e-12) {
    if (Math.abs(c1) < 1e-12) return over <= 0 ? { low: FROM, high: TO } : null;
    const root = -over / c1;
    return clipped(c1 > 0 ? { low: FROM, high: root } : { low: root, high: TO });
  }
  const discriminant = c1 * c1 - 4 * c2 * over;
  if (discriminant < 0) return null;
  const root = Math.sqrt(discriminant);
  return clipped({ low: (-c1 - root) / (2 * c2), high: (-c1 + root) / (2 * c2) });
}

function clipped({ low, high }: Interval): Interval | null {
  const inside = { low: Math.max(FROM, low), high: Math.min(TO, high) };
  return inside.low <= inside.high ? inside : null;
}

/** Moves → place in the drawing. */
export type ToPoint = (across: number, up: number) => readonly [x: number, y: number];

/** The regions below each level as the data of one path a level. */
export function regionsBelow(
  plane: LossPlane,
  levels: readonly number[],
  toPoint: ToPoint,
): string[] {
  const columns = columnsOf(plane);
  return levels.map((level) =>
    edgesBelow(plane, columns, level)
      .map((edges) => `${line([...upper(edges), ...lower(edges).reverse()], toPoint)}Z`)
      .join(""),
  );
}

/** The line on which the loss has this level, as the data of a path; the plane's own border is no part of it. */
export function lineAt(plane: LossPlane, level: number, toPoint: ToPoint): string {
  return edgesBelow(plane, columnsOf(plane), level)
    .flatMap((edges) => [...inside(upper(edges), TO), ...inside(lower(edges), FROM)])
    .map((points) => line(points, toPoint))
    .join("");
}

type Column = { across: number; column: LossColumn };

function columnsOf(plane: LossPlane): Column[] {
  return Array.from({ length: COLUMNS + 1 }, (_, i) => {
    const across = FROM + (i * (TO - FROM)) / COLUMNS;
    return { across, column: plane(across) };
  });
}

/** Each region as its intervals from left to right. */
function edgesBelow(plane: LossPlane, columns: readonly Column[], level: number): Edge[][] {
  const regions: Edge[][] = [];
  let open: Edge[] | null = null;
  for (const [i, { across, column }] of columns.entries()) {
    const interval = intervalBelow(column, level);
    const before = columns[i - 1]?.across;
    if (interval) {
      if (!open) {
        open = [];
        regions.push(open);
        if (before !== undefined) open.push(tip(plane, level, across, before));
      }
      open.push({ across, ...interval });
    } else if (open && before !== undefined) {
      open.push(tip(plane, level, before, across));
      open = null;
    }
  }
  return regions;
}

type Point = readonly [across: number, up: number];

const upper = (edges: readonly Edge[]) => edges.map(({ across, high }): Point => [across, high]);
const lower = (edges: readonly Edge[]) => edges.map(({ across, low }): Point => [across, low]);

/** The pieces of an edge that do not run along the border. */
function inside(points: readonly Point[], border: number): Point[][] {
  const pieces: Point[][] = [];
  for (const [i, point] of points.entries()) {
    const next = points[i + 1];
    if (!next || (point[1] === border && next[1] === border)) continue;
    const piece = pieces.at(-1);
    if (piece?.at(-1) === point) piece.push(next);
    else pieces.push([point, next]);
  }
  return pieces;
}

type Edge = Interval & { across: number };

/** The end of a region between a column where it is and one where it is not. */
function tip(plane: LossPlane, level: number, inside: number, outside: number): Edge {
  let [near, far] = [inside, outside];
  let found: Edge = { across: inside, low: FROM, high: FROM };
  const start = intervalBelow(plane(inside), level);
  if (start) found = { across: inside, ...start };
  for (let i = 0; i < HALVINGS; i++) {
    const across = (near + far) / 2;
    const interval = intervalBelow(plane(across), level);
    if (interval) {
      near = across;
      found = { across, ...interval };
    } else far = across;
  }
  return found;
}

function line(points: readonly Point[], toPoint: ToPoint): string {
  const places = points.map(([across, up]) => {
    const [x, y] = toPoint(across, up);
    return `${tenths(x)} ${tenths(y)}`;
  });
  return `M${places.join("L")}`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
