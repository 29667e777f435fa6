/** Draws the curves of a round so that they can be told apart. */
import type {
  BugSetting,
  CurveToBugModel,
  TrainingBug,
} from "../../../figure-models/curve-to-bug-model";
import { seededRandom } from "../../../lib/seeded-random";
import type { SeededRandom } from "../../../lib/seeded-random";

/** Curves in a round. */
export const COUNT = 5;
/** What a curve is called in the chart. */
export const LETTERS = ["A", "B", "C", "D", "E"] as const;
export type Letter = (typeof LETTERS)[number];

export type RoundCurve = { letter: Letter; bug: TrainingBug; losses: readonly number[] };
export type Round = {
  number: number;
  setting: BugSetting;
  right: readonly number[];
  curves: readonly RoundCurve[];
};

/** Losses are drawn between these powers of ten; beyond them they lie on the edge. */
export const POWERS = { from: -4, to: 1 } as const;

/** Two curves can be told apart where they are this share of the chart's height apart, … */
const APART = 0.05;
/** … over at least this share of its width. */
const LONG_ENOUGH = 0.15;
/** Settings that are tried for a set of bugs, and sets for a round. */
const MOST_DRAWS = 200;
const MOST_SETS = 20;

/** The round of this number, always the same one: five of the bugs, with a rate and a seed of their own. */
export function drawRound(model: CurveToBugModel, number: number): Round {
  const drawing = drawingRound(model, number);
  for (;;) {
    const { done, value } = drawing.next();
    if (done) return value;
  }
}

/** The same, and yields after each setting that it tries, so that whoever asks can draw a frame in between. */
export function* drawingRound(model: CurveToBugModel, number: number): Generator<void, Round> {
  const random = seededRandom(number);
  for (let set = 0; set < MOST_SETS; set++) {
    // The bugs come first, so that those that show at few settings are asked as often as others.
    const bugs = shuffled(model.bugs, random).slice(0, COUNT);
    for (let draw = 0; draw < MOST_DRAWS; draw++) {
      const setting = drawSetting(model, random);
      const right = model.right(setting, model.steps);
      const curves = curvesOf(model, bugs, setting, right);
      if (curves) return { number, setting, right, curves };
      yield;
    }
  }
  throw new Error(`no curves of round ${number} can be told apart`);
}

function drawSetting({ lr, seeds }: CurveToBugModel, random: SeededRandom): BugSetting {
  // Equal ratios are as likely, and two digits are enough to be read.
  const rate = lr.from * (lr.to / lr.from) ** random.uniform();
  return { seed: random.integer(0, seeds - 1), lr: Number(rate.toPrecision(2)) };
}

/** The curves at a setting; null where one does not show its bug, or two look alike. */
function curvesOf(
  model: CurveToBugModel,
  bugs: readonly TrainingBug[],
  setting: BugSetting,
  right: readonly number[],
): RoundCurve[] | null {
  const found = new Map<TrainingBug, readonly number[]>();
  // In the model's order, which has first what shows at the fewest settings.
  for (const bug of model.bugs.filter((each) => bugs.includes(each))) {
    const losses = bug.losses(setting, model.steps);
    const others = [right, ...found.values()];
    if (!bug.shows(losses, right) || others.some((other) => !areApart(losses, other))) return null;
    found.set(bug, losses);
  }
  return bugs.map((bug, i) => ({ letter: LETTERS[i] ?? "A", bug, losses: found.get(bug) ?? [] }));
}

/** How high a loss is drawn, from 0 to 1. */
export function heightOf(loss: number): number {
  const power = Math.log10(Number.isNaN(loss) ? Infinity : loss);
  const held = Math.min(POWERS.to, Math.max(POWERS.from, power));
  return (held - POWERS.from) / (POWERS.to - POWERS.from);
}

/** How far along the chart a step is drawn, from 0 to 1: by its root, since most happens in the first steps. */
export function wayOf(step: number, steps: number): number {
  return Math.sqrt(step / steps);
}

/** Whether two curves are far enough apart over enough of their way. */
export function areApart(a: readonly number[], b: readonly number[]): boolean {
  let way = 0;
  for (let step = 1; step < a.length; step++) {
    const apart = Math.abs(heightOf(a[step] ?? NaN) - heightOf(b[step] ?? NaN));
    if (apart >= APART) way += wayOf(step, a.length - 1) - wayOf(step - 1, a.length - 1);
  }
  return way >= LONG_ENOUGH;
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    const [a, b] = [mixed[i], mixed[j]];
    if (a !== undefined && b !== undefined) [mixed[i], mixed[j]] = [b, a];
  }
  return mixed;
}
