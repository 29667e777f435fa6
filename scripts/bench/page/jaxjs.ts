/**
 * The package @jax-js/jax on its WebGL device, with its manual reference counts: passing an array to a
 * function uses it up, `.ref` keeps it for another use.
 */
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad, type Device } from "@jax-js/jax";
import { publish, type Stepper } from "./engine";
import { problemData, type Data, type Problem } from "./problem";

type Half = { kernel: np.Array; bias: np.Array };
type Parameters = { encoder: Half; head: Half };
type Losses = { before: np.Array; after: np.Array };

/** @param compiled whether the whole step is one jitted function, or runs array by array */
export function publishJaxJs(compiled: boolean): void {
  publish(
    startBackend,
    (problem) => makeStepper(problem, compiled),
    () => {
      throw new Error("@jax-js/jax does not report its memory.");
    },
  );
}

async function startBackend(backend: string): Promise<void> {
  const device = asDevice(backend);
  if (!(await init(device)).includes(device)) throw new Error(`jax-js has no ${device} here.`);
  defaultDevice(device);
}

function makeStepper(problem: Problem, compiled: boolean): Stepper<Parameters, Losses> {
  const data = problemData(problem);
  const x = asArray(data.x);
  const y = asArray(data.y);
  const eagerStep = (encoder: Half, head: Half, x: np.Array, y: np.Array) =>
    trainStep(encoder, head, x, y, problem.lr);
  const step = compiled ? jit(eagerStep) : eagerStep;
  return {
    initial: () => ({
      encoder: { kernel: asArray(data.k1), bias: asArray(data.b1) },
      head: { kernel: asArray(data.k2), bias: asArray(data.b2) },
    }),
    step: ({ encoder, head }) => {
      const [newEncoder, newHead, before, after] = step(encoder, head, x.ref, y.ref);
      return { state: { encoder: newEncoder, head: newHead }, losses: { before, after } };
    },
    read: ({ before, after }) => [before.dataSync()[0], after.dataSync()[0]],
    drop: ({ before, after }) => {
      before.dispose();
      after.dispose();
    },
    release: ({ encoder, head }) => {
      for (const { kernel, bias } of [encoder, head]) {
        kernel.dispose();
        bias.dispose();
      }
    },
  };
}

function trainStep(
  encoder: Half,
  head: Half,
  x: np.Array,
  y: np.Array,
  lr: number,
): [Half, Half, np.Array, np.Array] {
  const [before, [encoderGrad, headGrad]] = valueAndGrad(loss, { argnums: [0, 1] })(
    keep(encoder),
    keep(head),
    x.ref,
    y.ref,
  );
  const newEncoder = descend(encoder, encoderGrad, lr);
  const newHead = descend(head, headGrad, lr);
  const after = loss(keep(newEncoder), keep(newHead), x, y);
  return [newEncoder, newHead, before, after];
}

function loss(encoder: Half, head: Half, x: np.Array, y: np.Array): np.Array {
  const hidden = nn.relu(np.matmul(x, encoder.kernel).add(encoder.bias));
  const error = np.matmul(hidden, head.kernel).add(head.bias).sub(y);
  return np.square(error).mean();
}

function descend(half: Half, grad: Half, lr: number): Half {
  return {
    kernel: half.kernel.sub(grad.kernel.mul(lr)),
    bias: half.bias.sub(grad.bias.mul(lr)),
  };
}

function keep({ kernel, bias }: Half): Half {
  return { kernel: kernel.ref, bias: bias.ref };
}

function asArray({ shape, values }: Data): np.Array {
  return np.array(Float32Array.from(values), { shape });
}

function asDevice(backend: string): Device {
  if (backend === "webgl" || backend === "wasm" || backend === "cpu") return backend;
  throw new Error(`jax-js has no device "${backend}".`);
}
