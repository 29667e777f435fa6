/** Which axes of a weight's shape count as input, output and batch. */
export type FanAxes = {
  inAxis?: number | readonly number[];
  outAxis?: number | readonly number[];
  batchAxis?: number | readonly number[];
};

/** How many inputs feed one output of a layer, and how many outputs one input feeds. */
export type Fans = { fanIn: number; fanOut: number };

/** Raised for a shape whose fans are undefined; the text is JAX's. */
export class FanError extends Error {
  override name = "ValueError";
}

function sizeOf(shape: readonly number[], axes: number | readonly number[]): number {
  const list = typeof axes === "number" ? [axes] : axes;
  return list.reduce((size, axis) => size * (shape.at(axis) ?? 1), 1);
}

/**
 * The fans of a weight of this shape, as `jax.nn.initializers.variance_scaling` counts them: axes
 * that are neither input, output nor batch are the receptive field. Throws FanError for shapes of rank 0 or 1
 * with the default axes.
 */
export function fansOf(
  shape: readonly number[],
  { inAxis = -2, outAxis = -1, batchAxis = [] }: FanAxes = {},
): Fans {
  if (shape.length <= 1 && inAxis === -2) {
    throw new FanError(
      `Can't compute input and output sizes of a ${shape.length}-dimensional weights tensor with default in_axis. ` +
        "Must be at least 2D or specify in_axis explicitly.",
    );
  }
  const inSize = sizeOf(shape, inAxis);
  const outSize = sizeOf(shape, outAxis);
  const total = shape.reduce((a, b) => a * b, 1);
  const receptive = total / inSize / outSize / sizeOf(shape, batchAxis);
  return { fanIn: inSize * receptive, fanOut: outSize * receptive };
}
