import { formatNumber } from "../../lib/format-number";
import type { CaseInputs, LawMaterial, LessonLaw } from "../lesson-check";
import { numberIn, withNumber } from "./with-number";

/** Small enough that the loss falls along its slope, from large to small. */
const STEP_SIZES = [0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];
/** The fall must be this share of the loss, to stand clear of float32's rounding. */
const CLEAR_FALL = 2e-3;
const RATIO_SLACK = 0.1;

/**
 * Twice the step size moves each parameter twice as far. Seen from outside: for a small step the loss
 * changes along its slope, so twice the step changes it twice as much, whichever parameters move.
 */
export function doubleStepLaw(parameter: string, before: number, after: number): LessonLaw {
  const change = (result: readonly number[] | null) =>
    (result?.[before] ?? NaN) - (result?.[after] ?? NaN);

  /** How far the right answer is from a ratio of 2; Infinity where its change is too small to see. */
  const bend = (inputs: CaseInputs, size: number, { reference }: LawMaterial) => {
    const once = reference(withNumber(inputs, parameter, size));
    const twice = reference(withNumber(inputs, parameter, 2 * size));
    const clear = Math.abs(change(once)) > CLEAR_FALL * Math.abs(once[before] ?? NaN);
    return clear ? Math.abs(change(twice) / change(once) - 2) : Infinity;
  };

  return {
    id: "twice-the-step-moves-twice-as-far",
    cases: (material) => {
      const choices = material.fresh.flatMap((inputs) =>
        STEP_SIZES.map((size) => ({ inputs, size, bend: bend(inputs, size, material) })),
      );
      const straightest = choices.reduce((best, next) => (next.bend < best.bend ? next : best));
      const { inputs, size } = straightest;
      return [size, 2 * size].map((value) => withNumber(inputs, parameter, value));
    },
    judge: ([once, twice]) => {
      if (!once || !twice)
        return { holds: false, evidence: "There was no pair of calls to compare." };
      const [small, large] = [change(once.got), change(twice.got)];
      const sizes = [once, twice].map(({ inputs }) => formatNumber(numberIn(inputs, parameter)));
      const said =
        `At ${parameter} = ${sizes[0]} the loss changes by ${formatNumber(-small)}, ` +
        `at ${sizes[1]} by ${formatNumber(-large)}`;
      if (small === 0)
        return { holds: false, breaking: [twice.inputs], evidence: `${said}: nothing moves.` };
      const ratio = large / small;
      const holds = Math.abs(ratio - 2) <= RATIO_SLACK;
      return {
        holds,
        breaking: holds ? [] : [twice.inputs],
        evidence: `${said}: ${ratio.toFixed(2)} times as much.`,
      };
    },
  };
}
