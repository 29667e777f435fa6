import type { JaxArray } from "../../../array/array";
import { nnx, optax } from "../api";
import type { Suite } from "../case";
import { runLoop } from "../leaks";
import type { HeapProbe } from "../leaks";
import { mse, Net } from "./nnx-net";
import { X53, Y52 } from "./programs";

const STEPS = 500;

type TrainStep = (model: Net, optimizer: nnx.Optimizer) => JaxArray;

const nnxStep: TrainStep = (model, optimizer) => {
  const [loss, grads] = nnx.valueAndGrad(mse)(model, X53, Y52);
  optimizer.update(model, grads);
  return loss;
};

function trainNnx(step: TrainStep, heap: HeapProbe): void {
  const model = new Net(new nnx.Rngs(0));
  const optimizer = new nnx.Optimizer(model, optax.adam(0.01), { wrt: nnx.Param });
  runLoop<JaxArray | null>(() => step(model, optimizer), null, heap, STEPS);
}

/** Training loops with Flax's and Optax's optimisers leave nothing behind. */
export function trainingLeaks(heap: HeapProbe): Suite {
  return {
    name: `${STEPS} steps of training with Adam stay flat`,
    cases: [
      { name: "nnx.Optimizer, eager", run: () => trainNnx(nnxStep, heap) },
      { name: "nnx.Optimizer, nnx.jit", run: () => trainNnx(nnx.jit(nnxStep), heap) },
    ],
  };
}
