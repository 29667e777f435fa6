import type { ActivationName } from "../activations";
import { ACTIVATIONS } from "../activations";
import type { Reading } from "./reading";

const ACTIVATION_NAMES: Readonly<Partial<Record<ActivationName, string>>> = {
  tanh: "tanh",
  sigmoid: "sigmoid",
  gelu: "gelu",
  geluExact: "gelu in its exact form",
  silu: "silu",
  softplus: "softplus",
  elu: "elu",
  leakyRelu: "{leakyRelu}",
  selu: "selu",
};

/** Other forward passes with the lesson's weights, and other arguments. */
export const FORWARD_READINGS = {
  "inputs-swapped": [
    {
      variant: "x-for-y",
      like: "x and y in each other's place",
      step: {
        inputs: (given) => ({
          ...given,
          x: given.y,
          y: given.x,
          inSize: given.outSize,
          outSize: given.inSize,
        }),
      },
    },
  ],
  "no-relu": [
    {
      variant: "identity",
      like: "a hidden layer without an activation",
      step: { model: { activation: ACTIVATIONS.identity } },
    },
  ],
  "wrong-activation": Object.entries(ACTIVATION_NAMES).map(([name, used]) => ({
    variant: name,
    like: `a hidden layer that uses ${used}`,
    words: { used },
    // The keys of the table are names of activations.
    step: { model: { activation: ACTIVATIONS[name as ActivationName] } },
  })),
  "relu-on-output": [
    {
      variant: "relu",
      like: "a ReLU on the prediction as well",
      step: { model: { output: ACTIVATIONS.relu } },
    },
    {
      variant: "relu-instead",
      like: "a ReLU on the prediction in place of the one on the hidden layer",
      step: { model: { activation: ACTIVATIONS.identity, output: ACTIVATIONS.relu } },
    },
  ],
} as const satisfies Record<string, readonly Reading[]>;
