/** A loss over all residuals (prediction − target) and its slope in each of them, in float64. */
export type Loss = {
  value(residuals: readonly number[]): number;
  slopes(residuals: readonly number[]): readonly number[];
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sumOfSquares = (residuals: readonly number[]) =>
  residuals.reduce((total, r) => total + r * r, 0);
const meanSquare = (residuals: readonly number[]) => sumOfSquares(residuals) / residuals.length;

/** Huber's loss with delta 1, as `optax.huber_loss` has it (Huber 1964). */
const huber = (r: number) => (Math.abs(r) <= 1 ? (r * r) / 2 : Math.abs(r) - 1 / 2);
const huberSlope = (r: number) => Math.max(-1, Math.min(1, r));

export const LOSSES = {
  meanSquare: {
    value: meanSquare,
    slopes: (residuals) => residuals.map((r) => (2 * r) / residuals.length),
  },
  sumSquare: { value: sumOfSquares, slopes: (residuals) => residuals.map((r) => 2 * r) },
  halfMeanSquare: {
    value: (residuals) => meanSquare(residuals) / 2,
    slopes: (residuals) => residuals.map((r) => r / residuals.length),
  },
  halfSumSquare: {
    value: (residuals) => sumOfSquares(residuals) / 2,
    slopes: (residuals) => residuals,
  },
  meanAbsolute: {
    value: (residuals) => sum(residuals.map(Math.abs)) / residuals.length,
    slopes: (residuals) => residuals.map((r) => Math.sign(r) / residuals.length),
  },
  mean: {
    value: (residuals) => sum(residuals) / residuals.length,
    slopes: (residuals) => residuals.map(() => 1 / residuals.length),
  },
  norm: {
    value: (residuals) => Math.sqrt(sumOfSquares(residuals)),
    slopes: (residuals) => {
      const norm = Math.sqrt(sumOfSquares(residuals));
      return residuals.map((r) => r / norm);
    },
  },
  squaredMean: {
    value: (residuals) => (sum(residuals) / residuals.length) ** 2,
    slopes: (residuals) => residuals.map(() => (2 * sum(residuals)) / residuals.length ** 2),
  },
  meanHuber: {
    value: (residuals) => sum(residuals.map(huber)) / residuals.length,
    slopes: (residuals) => residuals.map((r) => huberSlope(r) / residuals.length),
  },
  sumHuber: {
    value: (residuals) => sum(residuals.map(huber)),
    slopes: (residuals) => residuals.map(huberSlope),
  },
  rootMeanSquare: {
    value: (residuals) => Math.sqrt(meanSquare(residuals)),
    slopes: (residuals) => {
      const root = Math.sqrt(meanSquare(residuals));
      return residuals.map((r) => r / (root * residuals.length));
    },
  },
} as const satisfies Record<string, Loss>;

export type LossName = keyof typeof LOSSES;
