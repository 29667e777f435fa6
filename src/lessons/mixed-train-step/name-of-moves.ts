import type { LeafMove, NamedMoves } from "../../grading/lesson-check";
import type { MistakeId } from "./cards";
import { factorText, rateText } from "./rate-text";
import { LEAVES } from "./weights";

/** The mistake whose code moves the four leaves so; null for the right moves. */
export function nameOfMoves(moves: readonly LeafMove[]): NamedMoves | null {
  if (moves.every(isRight)) return null;
  return nameOfStill(moves) ?? nameOfBiases(moves) ?? nameOfHalves(moves) ?? nameOfLeaves(moves);
}

const isStill = ({ factor }: LeafMove) => factor === 0;
const isStep = ({ factor, unit }: LeafMove, wanted: number) => unit === "step" && factor === wanted;
const isRight = (move: LeafMove) => isStep(move, 1);

const NNX = { half: "NNX", other: "Linen" };
const LINEN = { half: "Linen", other: "NNX" };

/** Some leaves moved as they should, and the others not at all. */
function nameOfStill(moves: readonly LeafMove[]): NamedMoves | null {
  if (!moves.every((move) => isStill(move) || isRight(move))) return null;
  const still = LEAVES.filter((_, i) => moves[i] && isStill(moves[i]));
  switch (still.map(({ name }) => name).join()) {
    case LEAVES.map(({ name }) => name).join():
      return named("nothing-moved", "a loss at the old parameters in both places");
    case "NNX kernel,NNX bias":
      return named("only-linen-moved", "an update of the Linen half alone");
    case "Linen kernel,Linen bias":
      return named("only-nnx-moved", "an update of the NNX half alone");
    case "NNX bias,Linen bias":
      return named("bias-not-updated", "an update of the kernels alone", { which: "Both biases" });
    case "NNX kernel,Linen kernel":
      return named("kernel-not-updated", "an update of the biases alone", {
        which: "The kernels of both halves",
      });
  }
  const which = `The ${still.map(({ name }) => name).join(" and the ")}`;
  const hasKernel = still.some(({ name }) => name.endsWith("kernel"));
  return named(
    hasKernel ? "kernel-not-updated" : "bias-not-updated",
    `an update without ${which.replace("The", "the")}`,
    { which },
  );
}

/** A bias that is added twice: its gradient is doubled, and so is what it adds. */
const ADDED_TWICE = 4;

function nameOfBiases([nnxKernel, nnxBias, linenKernel, linenBias]: readonly LeafMove[]) {
  const biases = [nnxBias, linenBias];
  const fits =
    [nnxKernel, linenKernel].every((move) => move && isRight(move)) &&
    biases.every((move) => move && (isRight(move) || isStep(move, ADDED_TWICE)));
  if (!fits) return null;
  const twice = biases.map((move) => move?.factor === ADDED_TWICE);
  const which = twice.every(Boolean) ? "Each bias" : `The ${twice[0] ? "NNX" : "Linen"} bias`;
  const like = `${which.charAt(0).toLowerCase()}${which.slice(1)} being added twice`;
  return named("bias-added-twice", like, { which });
}

/** The leaves of a half moved alike. */
function nameOfHalves([nnx, nnxBias, linen, linenBias]: readonly LeafMove[]): NamedMoves | null {
  if (!nnx || !linen || !same(nnx, nnxBias) || !same(linen, linenBias)) return null;
  if (same(nnx, linen)) return nameOfMove(nnx, "both halves");
  if (isRight(nnx)) return nameOfMove(linen, "the Linen half", LINEN);
  if (isRight(linen)) return nameOfMove(nnx, "the NNX half", NNX);
  const [nnxRate, linenRate] = [nnx, linen].map(({ factor }) => rateText(factor));
  const areScaled = [nnx, linen].every(({ factor, unit }) => unit === "step" && factor > 0);
  const rate = `${nnxRate} in the NNX half and ${linenRate} in the Linen half`;
  return areScaled ? named("lr-scaled", `a step of ${rate}`, { rate }) : null;
}

/** One kind of move, in one half or in both. */
function nameOfMove({ factor, unit }: LeafMove, where: string, half = {}): NamedMoves | null {
  if (factor === 0) return null;
  if (factor === -1 && unit === "step") {
    const like = `a step up the gradient in ${where}`;
    return where === "both halves" ? named("ascent", like) : named("half-ascent", like, half);
  }
  if (factor < 0) {
    const times = unit === "step" ? `${rateText(-factor)} · ` : `${factorText(-factor)} · `;
    const amount = `${unit === "gradient" && factor === -1 ? "" : times}g`;
    return named("gradient-added", `p + ${amount} in ${where}`, { where, amount });
  }
  if (unit === "step") {
    const rate = `${rateText(factor)}${where === "both halves" ? "" : ` in ${where}`}`;
    return named("lr-scaled", `a step of ${rateText(factor)} in ${where}`, { rate });
  }
  if (factor === 1)
    return named("lr-forgotten", `a step by the bare gradient in ${where}`, { rate: where });
  const number = factorText(factor);
  return named("fixed-rate", `a step of ${number} times the gradient in ${where}`, {
    number,
    where,
  });
}

function nameOfLeaves(moves: readonly LeafMove[]): NamedMoves {
  const each = moves.map(({ factor, unit }, i) => {
    const bare = unit === "gradient" && factor !== 0;
    return `${LEAVES[i]?.name} ${factorText(factor)}${bare ? " × the bare gradient" : ""}`;
  });
  return named("leaves-scaled", `these multiples of the step: ${each.join(", ")}`, {
    moves: each.join(", "),
  });
}

function same(a: LeafMove, b: LeafMove | undefined): boolean {
  return a.factor === b?.factor && (a.unit === b.unit || a.factor === 0);
}

function named(
  mistake: MistakeId,
  like: string,
  words: Readonly<Record<string, string>> = {},
): NamedMoves {
  const { which } = words;
  const lower = which && { whichLower: which.charAt(0).toLowerCase() + which.slice(1) };
  return { mistake, like, words: { ...words, ...lower } };
}
