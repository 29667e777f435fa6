/** Flax's guides that this page is compared with, and which of their cells stay out, each for a stated reason. */

/** Name → notebook below the repository of Flax. */
export const GUIDES = {
  bridge_guide: "docs_nnx/guides/bridge_guide.ipynb",
  nnx_basics: "docs_nnx/nnx_basics.ipynb",
  key_concepts: "docs_nnx/key_concepts.ipynb",
  filters_guide: "docs_nnx/guides/filters_guide.ipynb",
  randomness: "docs_nnx/guides/randomness.ipynb",
  transforms: "docs_nnx/guides/transforms.ipynb",
  surgery: "docs_nnx/guides/surgery.ipynb",
  pytree: "docs_nnx/guides/pytree.ipynb",
  view: "docs_nnx/guides/view.ipynb",
  extracting_intermediates: "docs_nnx/guides/extracting_intermediates.ipynb",
  performance: "docs_nnx/guides/performance.ipynb",
  optimization_cookbook: "docs_nnx/guides/optimization_cookbook.ipynb",
  demo: "docs_nnx/guides/demo.ipynb",
  checkpointing: "docs_nnx/guides/checkpointing.ipynb",
  hijax: "docs_nnx/hijax/hijax.ipynb",
  linen_intro: "docs/linen_intro.ipynb",
  flax_basics: "docs/guides/flax_fundamentals/flax_basics.ipynb",
  rng_guide: "docs/guides/flax_fundamentals/rng_guide.ipynb",
  flax_sharp_bits: "docs/guides/flax_sharp_bits.ipynb",
  model_surgery: "docs/guides/model_inspection/model_surgery.ipynb",
  transfer_learning: "docs/guides/training_techniques/transfer_learning.ipynb",
};

export const REASONS = {
  devices: "needs several devices",
  files: "needs files from elsewhere",
  package: "needs another package",
};

/**
 * Cells that leave the count although real JAX runs them: guide → cell's number from 1 → one of the reasons. Cells that
 * real JAX does not run (in a plain Python with jax, flax and optax) leave it by themselves.
 * @type {Record<string, Record<number, keyof typeof REASONS>>}
 */
export const LEFT_OUT = {
  checkpointing: { 3: "package", 4: "package", 5: "package", 6: "package" },
  rng_guide: Object.fromEntries(
    [4, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41].map((cell) => [
      cell,
      "devices",
    ]),
  ),
  surgery: { 6: "package", 7: "package", 8: "package" },
};
