import type { LeafMove } from "../../../grading/lesson-check";
import type { MistakeId } from "../cards";
import { nameOfMoves } from "../name-of-moves";
import type { Reading } from "./reading";

type Unit = LeafMove["unit"];

const steps = (...factors: readonly number[]) => factors.map((factor) => move(factor, "step"));

function move(factor: number, unit: Unit): LeafMove {
  return { factor, unit };
}

/** The same move in both halves, in the NNX half, in the Linen half; the other half takes the right step. */
function inHalves(factor: number, unit: Unit): LeafMove[][] {
  const [other, right] = [move(factor, unit), move(1, "step")];
  return [
    [other, other, other, other],
    [other, other, right, right],
    [right, right, other, other],
  ];
}

/** Moves that every drawn set of cases has to show; the fit finds others as well. */
const SAMPLES: readonly (readonly LeafMove[])[] = [
  steps(0, 0, 0, 0),
  steps(1, 1, 0, 0),
  steps(0, 0, 1, 1),
  ...inHalves(-1, "step"),
  ...inHalves(1, "gradient"),
  ...[2, 1 / 2, 1 / 4, 1 / 10, 10].flatMap((factor) => inHalves(factor, "step")),
  ...inHalves(-1, "gradient"),
  ...inHalves(0.01, "gradient"),
  ...inHalves(0.1, "gradient"),
  steps(1, 0, 1, 0),
  steps(1, 0, 1, 1),
  steps(1, 1, 1, 0),
  steps(0, 1, 0, 1),
  steps(0, 1, 1, 1),
  steps(1, 1, 0, 1),
  steps(1, 4, 1, 4),
  steps(1, 4, 1, 1),
  steps(1, 1, 1, 4),
  steps(1, 2, 1, 2),
];

/** The samples that go by the name of this mistake. */
export function movesNamed(mistake: MistakeId): Reading[] {
  return SAMPLES.flatMap((moves) => {
    const name = nameOfMoves(moves);
    if (name?.mistake !== mistake) return [];
    const rates = (lr: number) =>
      moves.map(({ factor, unit }) => (unit === "step" ? factor * lr : factor));
    const variant = moves.map(({ factor, unit }) => `${factor} ${unit}`).join(", ");
    return [{ variant, like: name.like, words: name.words, step: { rates } }];
  });
}
