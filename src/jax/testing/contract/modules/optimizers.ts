import recorded from "../../../../../golden/recordings/optax.json";
import type { JaxArray } from "../../../array/array";
import { jax, jnp, optax } from "../api";
import type { Suite } from "../case";
import { facadeArray } from "../draw";
import { assertAllclose, recordedNumbers } from "../matchers";
import type { RecordedArray } from "../matchers";
import { assertTree } from "./assert-tree";

type Recorded = (typeof recorded.cases)[number];
type Params = { w: JaxArray; b: JaxArray };

const TRANSFORMS: Readonly<Record<string, optax.GradientTransformation>> = {
  "sgd(0.1)": optax.sgd(0.1),
  "sgd(0.1, momentum=0.9)": optax.sgd(0.1, { momentum: 0.9 }),
  "adam(0.01)": optax.adam(0.01),
  "adamw(0.01)": optax.adamw(0.01),
};

function fromRecording(array: RecordedArray): JaxArray {
  return facadeArray(array.shape, recordedNumbers(array));
}

/** Runs the recorded steps, one after the other or each as one staged function. */
function check(entry: Recorded, isStaged: boolean): void {
  const tx = TRANSFORMS[entry.tx];
  const x = fromRecording(entry.x);
  const loss = ({ w, b }: Params): JaxArray =>
    jnp.mean(jnp.tanh(x.matmul(w).add(b)).sub(0.5).pow(2));
  const step = (params: Params, state: unknown): [JaxArray, Params, unknown] => {
    const [value, grads] = jax.valueAndGrad(loss)(params);
    const [updates, next] = tx.update(grads, state, params);
    return [value, optax.applyUpdates(params, updates), next];
  };
  const run = isStaged ? jax.jit(step) : step;
  let params: Params = { w: fromRecording(entry.params.w), b: fromRecording(entry.params.b) };
  let state = tx.init(params);
  const losses = entry.losses.map(() => {
    let value: JaxArray;
    [value, params, state] = run(params, state);
    return value.item();
  });
  assertAllclose(losses, { shape: [entry.losses.length], values: entry.losses }, "losses");
  assertTree(params, entry.final, "parameters");
}

/** The recorded optimisers, eager and jitted. */
export const optimizers: Suite = {
  name: "optimisers",
  cases: recorded.cases.flatMap((entry) =>
    [false, true].map((isStaged) => ({
      name: `${entry.tx}, ${isStaged ? "jitted" : "eager"}`,
      run: () => check(entry, isStaged),
    })),
  ),
};
