/** The training step that every engine computes, with the same numbers for all of them. */

/** `batch` null: one 1-D sample, as in the lesson. */
export type Problem = {
  batch: number | null;
  input: number;
  hidden: number;
  output: number;
  lr: number;
};

/** Row-major float32 data of one array. */
export type Data = { shape: number[]; values: Float32Array };

export type ProblemData = Record<"x" | "y" | "k1" | "b1" | "k2" | "b2", Data>;

/**
 * Inputs and first weights: inputs uniform in ±1.7 (variance 1), kernels scaled to variance 1 / fan-in,
 * biases zero, from a fixed linear congruential sequence (Numerical Recipes' constants).
 */
export function problemData({ batch, input, hidden, output }: Problem): ProblemData {
  let state = 12345;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) * Math.sqrt(12);
  };
  const draw = (shape: number[], scale: number): Data => ({
    shape,
    values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () =>
      scale === 0 ? 0 : uniform() * scale,
    ),
  });
  const rows = batch === null ? [] : [batch];
  return {
    x: draw([...rows, input], 1),
    y: draw([...rows, output], 1),
    k1: draw([input, hidden], 1 / Math.sqrt(input)),
    b1: draw([hidden], 0),
    k2: draw([hidden, output], 1 / Math.sqrt(hidden)),
    b2: draw([output], 0),
  };
}
