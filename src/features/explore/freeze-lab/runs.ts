import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";

/** The longest training that the figure shows. */
export const MOST_STEPS = 500;

/** What a run starts from and how fast it goes. */
export type RunSetting = { seed: number; lr: number };
/** How far each leaf moves, in units of the gradient at this learning rate; 1 × lr is the right step. */
export type LeafRates = (lr: number) => readonly number[];

/** One training, as far as it was asked for. */
export type Run = {
  /** Before each step, and after the last. */
  lossAt(step: number): number;
  /** The parameters after so many steps. */
  parametersAt(step: number): Float64Array;
};

/** Which halves move: the four curves of the figure. */
export type Moving = "both" | "first" | "second" | "neither";
export const MOVING: readonly Moving[] = ["both", "first", "second", "neither"];

/** Trainings are kept: a slider that goes back and forth, and steps that are added, cost no second one. */
const MOST_RUNS = 60;

/** Trains a model on demand, a step at a time, and remembers the way. */
export class Runs {
  private readonly known = new Map<string, Run>();

  constructor(readonly model: FreezeLabModel) {}

  /** The run in which these halves move. */
  moving(moving: Moving, setting: RunSetting): Run {
    const first = moving === "both" || moving === "first" ? 1 : 0;
    const second = moving === "both" || moving === "second" ? 1 : 0;
    const { leaves } = this.model;
    return this.of(setting, (lr) => leaves.map(({ half }) => lr * (half === 0 ? first : second)));
  }

  /** The run in which each leaf moves at its own rate. */
  of({ seed, lr }: RunSetting, ratesAt: LeafRates): Run {
    const rates = ratesAt(lr);
    const key = [seed, ...rates].join(" ");
    const found = this.known.get(key);
    if (found) return found;
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_RUNS) this.known.delete(oldest);
    const made = train(this.model, seed, rates);
    this.known.set(key, made);
    return made;
  }
}

function train(model: FreezeLabModel, seed: number, rates: readonly number[]): Run {
  const parameters = model.start(seed);
  const size = parameters.length;
  const losses = new Float64Array(MOST_STEPS + 1);
  const path = new Float64Array((MOST_STEPS + 1) * size);
  let known = 0;
  const goTo = (step: number) => {
    for (; known <= Math.min(step, MOST_STEPS); known++) {
      path.set(parameters, known * size);
      losses[known] = model.step(parameters, rates);
    }
  };
  return {
    lossAt(step) {
      goTo(step);
      return losses[step];
    },
    parametersAt(step) {
      goTo(step);
      return path.subarray(step * size, (step + 1) * size);
    },
  };
}

/** The lowest loss within so many steps and where it is, and the last one. */
export function bestAndFinal(run: Run, steps: number): { best: number; at: number; final: number } {
  let at = 0;
  for (let step = 1; step <= steps; step++) {
    if (run.lossAt(step) < run.lossAt(at)) at = step;
  }
  return { best: run.lossAt(at), at, final: run.lossAt(steps) };
}
