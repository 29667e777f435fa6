/** Mistakes of the catalogue in a training loop on the points of the freeze lab: what their losses do over many steps. */
import type { CurveToBugModel, TrainingBug } from "../../figure-models/curve-to-bug-model";
import type { MistakeId } from "./cards";
import { FREEZE_TRAINING } from "./freeze-training";

/** The rate of each leaf, kernel and bias of the encoder, then of the head; phases follow each other in one step. */
type Rates = (lr: number) => readonly (readonly [number, number, number, number])[];

function trained(rates: Rates): TrainingBug["losses"] {
  return ({ seed, lr }, steps) => {
    const { start, step } = FREEZE_TRAINING;
    const parameters = start(seed);
    const phases = rates(lr);
    const losses: number[] = [];
    for (let at = 0; at <= steps; at++) {
      const [loss] = phases.map((phase) => step(parameters, phase));
      losses.push(loss ?? NaN);
    }
    return losses;
  };
}

type Shows = TrainingBug["shows"];
const at = (losses: readonly number[], step: number) => losses.at(step) ?? NaN;

/** Falls, and then stands far above where the right one goes. */
const staysAbove: Shows = (losses, right) => {
  const [first, middle, last] = [at(losses, 0), at(losses, 100), at(losses, -1)];
  return last > 3 * at(right, -1) && last > 0.02 && last < 0.8 * first && middle < 1.15 * last;
};

const BUGS: readonly (Omit<TrainingBug, "losses" | "id"> & { id: MistakeId; rates: Rates })[] = [
  {
    id: "only-linen-moved",
    name: "only the Linen half is updated",
    why: "The head weighs bends that stay where they were drawn. The loss falls smoothly, since that problem is a linear one, and then stands still.",
    shows: staysAbove,
    rates: (lr) => [[0, 0, lr, lr]],
  },
  {
    id: "nothing-moved",
    name: "no half is updated",
    why: "The new trees are never used, so every step starts from the same weights: the curve is level.",
    shows: (losses) => losses.every((loss) => loss === losses[0]),
    rates: () => [[0, 0, 0, 0]],
  },
  {
    id: "only-nnx-moved",
    name: "only the NNX half is updated",
    why: "The encoder bends the line with the head's weights as they were drawn. The loss falls, then stands still far above the right curve.",
    shows: staysAbove,
    rates: (lr) => [[lr, lr, 0, 0]],
  },
  {
    id: "ascent",
    name: "the gradient is added",
    why: "Every step goes uphill, and the slope grows on the way: the curve leaves the chart at the top.",
    shows: (losses) => !(at(losses, -1) < 10),
    rates: (lr) => [[-lr, -lr, -lr, -lr]],
  },
  {
    id: "half-ascent",
    name: "the gradient is added in the NNX half",
    why: "The head falls while the encoder climbs. The head wins for a while, then the encoder's growing features undo it.",
    shows: (losses) => {
      const least = Math.min(...losses);
      return least < 0.7 * at(losses, 0) && at(losses, -1) > 1.5 * least;
    },
    rates: (lr) => [[-lr, -lr, lr, lr]],
  },
  {
    id: "lr-forgotten",
    name: "the step is the bare gradient",
    why: "The rate is 1 whatever lr is, so the first steps jump across the valley: the curve leaps or shakes before anything else.",
    shows: (losses) => Math.max(...losses.slice(1, 6)) > 1.3 * at(losses, 0),
    rates: () => [[1, 1, 1, 1]],
  },
  {
    id: "lr-scaled",
    name: "the step is a tenth of the right one",
    why: "The way is the right one, walked ten times as slowly: step 100 is where the right curve was at step 10.",
    shows: (losses, right) =>
      [5, 10, 15].every(
        (step) => Math.abs(Math.log(at(losses, 10 * step) / at(right, step))) < 0.25,
      ),
    rates: (lr) => [[lr / 10, lr / 10, lr / 10, lr / 10]],
  },
];

export const TRAINING_BUGS: CurveToBugModel = {
  target: FREEZE_TRAINING.target,
  bugs: BUGS.map(({ rates, ...bug }) => ({ ...bug, losses: trained(rates) })),
  right: trained((lr) => [[lr, lr, lr, lr]]),
  steps: 200,
  lr: { from: 0.05, to: 0.3 },
  seeds: 10_000,
};
