/** The problem in six steps, in the order in which a right answer takes them; `{word}` is the language's. */
export const STEPS = [
  {
    id: "encoder",
    text: "Make the seed an integer and build the `nnx.Linear` encoder from `nnx.Rngs(seed)`.",
  },
  {
    id: "trees",
    text: "Put the encoder's kernel and bias in a plain dict, and get the head's parameters from `init` with `PRNGKey(seed + 1)`.",
  },
  {
    id: "forward",
    text: "Write the loss as a function of both trees: encoder, ReLU, head, mean squared error.",
  },
  {
    id: "gradient",
    text: "Take both gradients in one backward pass, and keep the loss before the step.",
  },
  { id: "update", text: "Take one SGD step on each tree: {sgd} for every leaf." },
  {
    id: "return",
    text: "Compute the loss with both new trees, and return the losses before and after. The loss must fall.",
  },
] as const;
