/**
 * Modules of functions that few programs use, by the part of the facade that holds them. The build takes their
 * code out of the main script and leaves a stand-in for each function, made from part-functions.json. To move
 * one more module out, name it here and write that file anew.
 */
interface FacadePart {
  /** Names by which a program reaches the part; those of its functions where none are given. */
  readonly names?: readonly string[];
  /** What Python does without, as it has its own. */
  readonly typescriptOnly?: boolean;
  /** Below src/jax. */
  readonly modules: readonly string[];
}

const FACADE_PARTS = {
  linalg: {
    names: ["linalg", "multivariate_normal", "maxwell", "polyfit", "safe_norm"],
    modules: [
      "linalg/determinant",
      "linalg/eigen",
      "linalg/factorizations",
      "linalg/inverse",
      "linalg/least-squares",
      "linalg/norms",
      "linalg/powers",
      "linalg/products",
      "linalg/singular",
    ],
  },
  lax: {
    // Attention in Linen writes into its cache by a function of lax.
    names: ["lax", "MultiHeadAttention", "MultiHeadDotProductAttention", "SelfAttention"],
    modules: [
      "lax/associative-scan",
      "lax/integers",
      "lax/more-slicing",
      "lax/more-structure",
      "lax/reductions",
      "lax/slicing",
    ],
  },
  rare: {
    modules: [
      "nn/more-activations",
      "numpy/differences",
      "numpy/editing",
      "numpy/grids",
      "numpy/histograms",
      "numpy/index-helpers",
      "numpy/nan-reductions",
      "numpy/padding",
      "numpy/polynomials",
      "numpy/quantiles",
      "numpy/selecting",
      "numpy/sets",
      "numpy/signals",
      "numpy/signs",
      "numpy/stacking",
      "numpy/statistics",
      "numpy/turning",
      "numpy/vector-products",
      "numpy/windows",
      "random/derived",
    ],
  },
  jaxpr: {
    names: ["jaxpr", "make_jaxpr"],
    modules: ["core/jaxpr-names", "core/jaxpr-params", "core/jaxpr-text", "core/pretty"],
  },
  optax: {
    names: ["optax"],
    typescriptOnly: true,
    modules: [
      "optax/clipping",
      "optax/losses",
      "optax/named-tuple",
      "optax/optimizers",
      "optax/scale-by-adam",
      "optax/scale-by-lion",
      "optax/scale-by-rms",
      "optax/scaling",
      "optax/schedules",
      "optax/trace",
      "optax/transformation",
    ],
  },
  bridge: {
    names: ["bridge"],
    typescriptOnly: true,
    modules: ["bridge/collections", "bridge/to-linen", "bridge/to-nnx"],
  },
  typescript: {
    names: [
      "apply_along_axis",
      "apply_over_axes",
      "checkpoint",
      "custom_jvp",
      "custom_vjp",
      "debug",
      "finfo",
      "flatten_util",
      "hessian",
      "iinfo",
      "jacfwd",
      "jacrev",
      "linear_transpose",
      "piecewise",
      "remat",
      "vectorize",
    ],
    typescriptOnly: true,
    modules: [
      "flatten-util",
      "numpy/callbacks",
      "numpy/limits",
      "transform/checkpoint",
      "transform/custom-arguments",
      "transform/custom-jvp",
      "transform/custom-vjp",
      "transform/debug",
      "transform/jacobian",
      "transform/linear-transpose",
    ],
  },
} as const satisfies Readonly<Record<string, FacadePart>>;

export type PartName = keyof typeof FACADE_PARTS;

/** @public for the build */
export const PARTS: Readonly<Record<PartName, FacadePart>> = FACADE_PARTS;
