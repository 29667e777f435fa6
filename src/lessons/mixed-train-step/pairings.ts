/** What `prediction - y` pairs with what, by rows of a batch, and how slopes come back from the errors. */
export type Pairing = {
  /** The errors of all rows, in order. */
  residuals(predictions: readonly number[], targets: readonly number[], rows: number): number[];
  /** The slope in each prediction, from the slopes in the errors. */
  gather(slopes: readonly number[], predictions: number): readonly number[];
};

export const PAIRINGS = {
  /** Each prediction with its own target. */
  own: {
    residuals: (predictions, targets) => predictions.map((p, i) => p - (targets[i] ?? NaN)),
    gather: (slopes) => slopes,
  },
  /** Each prediction of a row with every target of it, as a column broadcasts against a row. */
  every: {
    residuals: (predictions, targets, rows) => {
      const [width, count] = [predictions.length / rows, targets.length / rows];
      return predictions.flatMap((p, i) => {
        const row = Math.floor(i / width);
        return targets.slice(row * count, (row + 1) * count).map((target) => p - target);
      });
    },
    gather: (slopes, predictions) => {
      const each = slopes.length / predictions;
      return Array.from({ length: predictions }, (_, i) =>
        slopes.slice(i * each, (i + 1) * each).reduce((sum, slope) => sum + slope, 0),
      );
    },
  },
} as const satisfies Record<string, Pairing>;
