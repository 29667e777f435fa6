import type { LessonCheck } from "../../grading/lesson-check";

/** How each language writes what the lesson's texts speak of, for their `{placeholders}`. */
export const WORDS: LessonCheck["words"] = {
  python: {
    bothArgnums: "`argnums=(0, 1)`",
    secondArgnum: "`argnums=1`",
    valueAndGrad: "`value_and_grad`",
    hasAux: "`has_aux`",
    rngs: "`nnx.Rngs`",
    leakyRelu: "leaky_relu",
    wholeSeed: "`int(seed)`",
    lastOf: "`x.shape[-1]`",
    sgd: "`p - lr * g`",
    arrayMethods: "Arrays have NumPy's operators and methods; functions are in `jax.numpy`.",
  },
  typescript: {
    bothArgnums: "`{ argnums: [0, 1] }`",
    secondArgnum: "`{ argnums: 1 }`",
    valueAndGrad: "`valueAndGrad`",
    hasAux: "`hasAux`",
    rngs: "`new nnx.Rngs`",
    leakyRelu: "leakyRelu",
    wholeSeed: "`Math.trunc(seed)`",
    lastOf: "`x.shape[x.ndim - 1]`",
    sgd: "`p.sub(g.mul(lr))`",
    arrayMethods:
      "Methods of arrays are written `add`, `sub`, `mul`, `matmul` and so on; functions are in `jax.numpy`.",
  },
};
