/** The ladder of hints, from a nudge to nearly the code; `{word}` is the language's. */
export const HINTS = [
  {
    title: "Where to begin",
    body: `Write the loss first, and everything else around it. It should read its parameters from its two arguments and from nowhere else. Then ask of each name inside it: does this change during training? What changes is an argument; what does not may be captured.`,
  },
  {
    title: "Shapes and seeds",
    body: `The sizes are not given, so they come from the data: the encoder reads {lastOf}, the head writes as many features as the last entry of the shape of \`y\`. The head is initialised with an array of 4 zeros, because it sees the hidden layer and not \`x\`.

The encoder uses the seed, the head uses the seed plus one. A seed given as 3.0 is not an integer yet; {wholeSeed} is.`,
  },
  {
    title: "Both gradients, both updates",
    body: `\`jax.grad\` and {valueAndGrad} look at argument 0 unless they are told otherwise; {bothArgnums} names both. The result is a pair of trees in the order of the arguments.

Each tree is updated by a \`tree.map\` of its own, with the gradient that belongs to it. The new loss is the same function called with both new trees.`,
  },
  {
    title: "Nearly the code",
    body: `The middle of the function, with the loss, the encoder and the head left to you:

\`\`\`ts
const nnxParams = {
  kernel: encoder.kernel.value,
  bias: encoder.bias.value,
};
const key = jax.random.PRNGKey(s + 1);
const linenParams = head.init(key, jnp.zeros([4]));

const backward = jax.valueAndGrad(lossFn, { argnums: [0, 1] });
const [before, grads] = backward(nnxParams, linenParams);
const [nnxGrads, linenGrads] = grads;

const sgd = (p, g) => p.sub(g.mul(lr));
const newNnx = jax.tree.map(sgd, nnxParams, nnxGrads);
const newLinen = jax.tree.map(sgd, linenParams, linenGrads);
\`\`\`

\`\`\`python
nnx_params = {
    "kernel": encoder.kernel[...],
    "bias": encoder.bias[...],
}
key = jax.random.PRNGKey(s + 1)
linen_params = head.init(key, jnp.zeros(4))

backward = jax.value_and_grad(loss_fn, argnums=(0, 1))
before, grads = backward(nnx_params, linen_params)
nnx_grads, linen_grads = grads

sgd = lambda p, g: p - lr * g
new_nnx = jax.tree.map(sgd, nnx_params, nnx_grads)
new_linen = jax.tree.map(sgd, linen_params, linen_grads)
\`\`\`

What is left is the loss after the step and the two losses in one array.`,
  },
] as const;
