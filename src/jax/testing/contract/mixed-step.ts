import type { JaxArray } from "../../array/array";
import { jax, jnp, linen, nnx } from "./api";

/** The NNX half's parameters as a plain dict. */
export type NnxTree = { kernel: JaxArray; bias: JaxArray };
/** The Linen half's variables, as `init` returns them. */
export type LinenTree = ReturnType<linen.Dense["init"]>;

/** Both halves of the lesson's model with its loss on one batch. */
export interface MixedModel {
  readonly nnxParams: NnxTree;
  readonly linenParams: LinenTree;
  loss(nnxParams: NnxTree, linenParams: LinenTree): JaxArray;
}

/** The lesson's model: an NNX encoder, ReLU, a Linen head, mean squared error. */
export function mixedModel(seed: number, x: JaxArray, y: JaxArray, hidden = 4): MixedModel {
  const { kernel, bias } = new nnx.Linear(x.shape[x.ndim - 1], hidden, {
    rngs: new nnx.Rngs(seed),
  });
  if (bias === null) throw new Error("A Linear layer has a bias unless told otherwise.");
  const head = new linen.Dense({ features: y.shape[y.ndim - 1] });
  return {
    nnxParams: { kernel: kernel.value, bias: bias.value },
    linenParams: head.init(jax.random.PRNGKey(seed + 1), jnp.zeros([hidden])),
    loss(nnxParams, linenParams) {
      const h = jax.nn.relu(x.matmul(nnxParams.kernel).add(nnxParams.bias));
      return jnp.mean(head.apply(linenParams, h).sub(y).pow(2));
    },
  };
}

/** Both trees. */
export type Halves = [NnxTree, LinenTree];

/** One step of gradient descent on both trees. */
export function sgd([nnxParams, linenParams]: Halves, gradients: Halves, lr: number): Halves {
  const step = (p: JaxArray, g: JaxArray): JaxArray => p.sub(g.mul(lr));
  return [
    jax.tree.map(step, nnxParams, gradients[0]),
    jax.tree.map(step, linenParams, gradients[1]),
  ];
}

/** Gradients of both trees from one backward pass. */
export function gradientsOf({ loss, nnxParams, linenParams }: MixedModel): Halves {
  return jax.grad(loss, { argnums: [0, 1] })(nnxParams, linenParams);
}
