/**
 * Raw tfjs: the umbrella package with its own gradient tape, at its default flags except the one that
 * lets software GL count as WebGL.
 */
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { publish, type Stepper } from "./engine";
import { problemData, type Data, type Problem } from "./problem";

type Parameters = tf.Tensor[];
type Losses = { before: tf.Scalar; after: tf.Scalar };

publish(startBackend, makeStepper, () => {
  const { numTensors, numBytes } = tf.memory();
  return { arrays: null, tensors: numTensors, bytes: numBytes };
});

async function startBackend(backend: string): Promise<void> {
  tf.env().set("SOFTWARE_WEBGL_ENABLED", true);
  setWasmPaths("./");
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend "${backend}" here.`);
  await tf.ready();
}

function makeStepper(problem: Problem): Stepper<Parameters, Losses> {
  const data = problemData(problem);
  // tfjs multiplies matrices only: one sample is a batch of one row.
  const x = asMatrix(data.x);
  const y = asMatrix(data.y);
  const lr = tf.scalar(problem.lr);
  const loss = (k1: tf.Tensor, b1: tf.Tensor, k2: tf.Tensor, b2: tf.Tensor): tf.Scalar => {
    const hidden = tf.relu(tf.add(tf.matMul(x, k1), b1));
    const output = tf.add(tf.matMul(hidden, k2), b2);
    return tf.mean(tf.square(tf.sub(output, y)));
  };
  return {
    initial: () => [data.k1, data.b1, data.k2, data.b2].map(asTensor),
    step: (parameters) => {
      const { next, before, after } = tf.tidy(() => {
        const { value, grads } = tf.valueAndGrads((k1, b1, k2, b2) => loss(k1, b1, k2, b2))(
          parameters,
        );
        const next = parameters.map((one, index) => tf.sub(one, tf.mul(lr, grads[index])));
        return { next, before: value, after: loss(next[0], next[1], next[2], next[3]) };
      });
      tf.dispose(parameters);
      return { state: next, losses: { before, after } };
    },
    read: (losses) => {
      const values = [losses.before.dataSync()[0], losses.after.dataSync()[0]];
      tf.dispose(losses);
      return values;
    },
    drop: (losses) => tf.dispose(losses),
    release: (parameters) => tf.dispose(parameters),
  };
}

function asTensor({ shape, values }: Data): tf.Tensor {
  return tf.tensor(values, shape, "float32");
}

function asMatrix({ shape, values }: Data): tf.Tensor2D {
  const columns = shape[shape.length - 1];
  return tf.tensor2d(values, [values.length / columns, columns], "float32");
}
