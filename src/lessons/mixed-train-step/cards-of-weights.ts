/** Cards of weights that are not the lesson's: the loss before the step shows them already. */
import type { MistakeCard } from "../../grading/lesson-check";

export const CARDS_OF_WEIGHTS = {
  "wrong-linen-key": {
    title: "The head's key is another one",
    message:
      "The head's weights are made from {used}. The lesson makes them from `PRNGKey(seed + 1)` itself. `split`, `{foldIn}` and every call of an Rngs stream derive a new key from the one that they are given, and another key gives other weights, after which every number differs.",
    next: "Look at the key that reaches the head's init.",
    hint: "The key goes to init as it was made, `PRNGKey(seed + 1)`: without split, {foldIn} or Rngs.",
  },
  "to-nnx-weights": {
    title: "ToNNX made the head's weights from another key",
    message:
      "The head's weights are those that `ToNNX` makes from {used}: it forks what it is given as rngs, draws a key from there, and calls init with that one. The lesson makes the head from `PRNGKey(seed + 1)` itself. A key that is given to {lazyInit} reaches init as it is.",
    next: "Look at what ToNNX is given as rngs.",
    hint: "{lazyInit} with the key `PRNGKey(seed + 1)` makes the lesson's weights.",
  },
  "dense-inside-module": {
    title: "The head's Dense is inside of another module",
    message:
      "The head's weights are those of a Dense that is called {used} in the module that is initialised. Linen makes a layer's key from the key that init is given and from the names that lead to the layer: a Dense in a compact method is Dense_0, one in `setup` has the attribute's name, the first one in `nn.Sequential` is layers_0. The lesson's head is `nn.Dense` itself, and no name leads to it.",
    next: "Look at the module whose `init` is called.",
    hint: "The head is one `nn.Dense`; its own `init` is called with the key of seed + 1.",
  },
  "wrong-nnx-key": {
    title: "The encoder's key is another one",
    message:
      "The encoder's weights are made from {used}. The lesson makes them from {rngs} with the seed, as the first thing that is made from it: a stream of Rngs counts its draws, a layer takes one key for its kernel and one for its bias, and `split`, a fork or ToLinen begin with another key.",
    next: "Look at what is given to {rngs}, and at what draws from it before the encoder does.",
    hint: "The encoder is the first layer that is made from {rngs} of the seed.",
  },
  "wrong-weights": {
    title: "Both halves start from other weights",
    message:
      "The losses are those of {weights}. The lesson makes the encoder from {rngs} with the seed, and the head from `PRNGKey(seed + 1)`. Other keys give other weights, and every number after them differs.",
    next: "Look at what the encoder's Rngs and the head's key are made from.",
    hint: "{rngs} takes the seed, `PRNGKey` takes seed + 1.",
  },
  "both-nnx": {
    title: "Both halves are NNX layers",
    message:
      "The losses are those of a head that is an `nnx.Linear`, with {weights}. The lesson's head is a Linen `nn.Dense`, initialised with `PRNGKey(seed + 1)`. Both layers draw their kernels from the same distribution, and from different keys: NNX counts the draws of a stream, Linen hashes the names of modules.",
    next: "Look at the layer that the head is made of.",
    hint: "The head is `nn.Dense` with one feature per target; its parameters come from `init`.",
  },
  "both-linen": {
    title: "Both halves are Linen layers",
    message:
      "The losses are those of an encoder that is an `nn.Dense`, with {weights}. The lesson's encoder is an `nnx.Linear` from {rngs} with the seed. Both layers draw their kernels from the same distribution, and from different keys: Linen hashes the names of modules, NNX counts the draws of a stream.",
    next: "Look at the layer that the encoder is made of.",
    hint: "The encoder is `nnx.Linear` from the features of x to 4; its arrays are read from its Params.",
  },
} as const satisfies Record<string, MistakeCard>;
