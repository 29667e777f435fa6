/** What repeats a learner's own `update`: text that comes after the program and is run in the sandbox with it. */
import type { OwnStepModel } from "../../figure-models/freeze-lab-model";

export const OWN_STEP_LOOP: Omit<OwnStepModel, "arrays"> = {
  name: "update",
  call: {
    python: "update(nnx_params, linen_params, x, y, lr)",
    typescript: "update(nnxParams, linenParams, x, y, lr)",
  },
  entry: "repeat_own_update",
  loop: {
    python: `


def repeat_own_update(kernel, bias, head, head_bias, x, y, lr, steps, seconds):
    import time
    import jax.numpy

    nnx_params = {"kernel": kernel, "bias": bias}
    linen_params = {"params": {"kernel": head, "bias": head_bias}}
    rows = []
    started = time.monotonic()
    while len(rows) < steps and time.monotonic() - started < seconds:
        nnx_params, linen_params = update(nnx_params, linen_params, x, y, lr)
        leaves = [nnx_params["kernel"], nnx_params["bias"]]
        leaves += [linen_params["params"]["kernel"], linen_params["params"]["bias"]]
        rows.append(jax.numpy.concatenate([jax.numpy.ravel(leaf) for leaf in leaves]))
    return jax.numpy.stack(rows)
`,
    typescript: `
;
import * as $jnp from "jax/numpy";
export async function repeat_own_update(kernel, bias, head, headBias, x, y, lr, steps, seconds) {
  let nnxParams = { kernel, bias };
  let linenParams = { params: { kernel: head, bias: headBias } };
  const rows = [];
  const until = performance.now() + 1000 * seconds;
  while (rows.length < steps && performance.now() < until) {
    [nnxParams, linenParams] = await update(nnxParams, linenParams, x, y, lr);
    const { params } = linenParams;
    const leaves = [nnxParams.kernel, nnxParams.bias, params.kernel, params.bias];
    rows.push($jnp.concatenate(leaves.map((leaf) => $jnp.ravel(leaf))));
  }
  return $jnp.stack(rows);
}
`,
  },
};
