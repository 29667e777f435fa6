import type { InsideStep } from "../lesson";

/** Linen keeps the parameters of its modules, and so their gradients, below this key. */
const isLinen = (path: string) => path.includes("'params'");

const GRADIENTS = ["grads", "grad", "gradients", "gradient"];
const ofHalf = (halves: readonly string[]) =>
  halves.flatMap((half) =>
    GRADIENTS.flatMap((word) => [
      `${half}${word}`,
      `${word}${half}`,
      `${word}of${half}`,
      `d${half}`,
    ]),
  );

/** The step of the lesson in the order of its computation. */
export const INSIDE: readonly InsideStep[] = [
  {
    title: "Hidden layer",
    from: ["h", "hidden", "hiddenlayer", "hiddens", "activations", "activation", "encoded"],
  },
  {
    title: "Prediction",
    from: ["prediction", "predictions", "predicted", "pred", "preds", "ypred", "yhat"],
  },
  { title: "Loss before the step", from: 0 },
  {
    title: "NNX gradient",
    from: [...ofHalf(["nnx", "encoder", "enc"]), ...GRADIENTS],
    leaves: (path) => path !== "" && !isLinen(path),
  },
  {
    title: "Linen gradient",
    from: [...ofHalf(["linen", "head", "dense"]), ...GRADIENTS],
    leaves: isLinen,
  },
  { title: "Loss after the step", from: 1 },
];
