import type { LessonCheck } from "../../grading/lesson-check";
import { LEARNING_RATES } from "./draw";

/** How many times too far the bare gradient goes, at the rates that are drawn. */
const TIMES_TOO_FAR = [LEARNING_RATES.highest, LEARNING_RATES.lowest]
  .map((rate) => Math.round(1 / rate))
  .join(" to ");

/** How each language writes what the lesson's texts speak of, for their `{placeholders}`. */
export const WORDS: LessonCheck["words"] = {
  python: {
    timesTooFar: TIMES_TOO_FAR,
    bothArgnums: "`argnums=(0, 1)`",
    secondArgnum: "`argnums=1`",
    valueAndGrad: "`value_and_grad`",
    hasAux: "`has_aux`",
    rngs: "`nnx.Rngs`",
    leakyRelu: "leaky_relu",
    foldIn: "fold_in",
    applyUpdates: "apply_updates",
    lazyInit: "`lazy_init(h, rngs=key)`",
    wholeSeed: "`int(seed)`",
    lastOf: "`x.shape[-1]`",
    sgd: "`p - lr * g`",
    inAxes: "`in_axes`",
    nothing: "`None`",
    missing: "`None`",
    missingToo: "",
    matmul: "`@`",
    times: "`*`",
    asNumber: "`float`, `int` and conditions",
    syntaxSigns:
      "a bracket or quote that is not closed, a colon that is missing, or a line that is indented in another way",
    arrayMethods: "Arrays have NumPy's operators and methods; functions are in `jax.numpy`.",
  },
  typescript: {
    timesTooFar: TIMES_TOO_FAR,
    bothArgnums: "`{ argnums: [0, 1] }`",
    secondArgnum: "`{ argnums: 1 }`",
    valueAndGrad: "`valueAndGrad`",
    hasAux: "`hasAux`",
    rngs: "`new nnx.Rngs`",
    leakyRelu: "leakyRelu",
    foldIn: "foldIn",
    applyUpdates: "applyUpdates",
    lazyInit: "`lazyInit(h, { rngs: key })`",
    wholeSeed: "`Math.trunc(seed)`",
    lastOf: "`x.shape[x.ndim - 1]`",
    sgd: "`p.sub(g.mul(lr))`",
    inAxes: "`inAxes`",
    nothing: "`null`",
    missing: "`undefined`",
    missingToo: ", and so does a name that an object does not have",
    matmul: "`matmul`",
    times: "`mul`",
    asNumber: "`Number`, `item()` and JavaScript's own operators",
    syntaxSigns: "a bracket or quote that is not closed, or a comma that is missing",
    arrayMethods:
      "Methods of arrays are written `add`, `sub`, `mul`, `matmul` and so on, and plain numbers such as lr have none; functions are in `jax.numpy`.",
  },
};
