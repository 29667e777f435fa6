/** The project's facade, used as a learner's program uses it: nothing is freed by hand. */
import { arrayFrom, memory, startBackend } from "../../../src/jax/host";
import { modules } from "../../../src/jax/modules";
import { publish, type Stepper } from "./engine";
import { problemData, type Data, type Problem } from "./problem";

/** The part of a facade array that the step uses. */
type FacadeArray = {
  matmul(other: FacadeArray): FacadeArray;
  add(other: FacadeArray): FacadeArray;
  sub(other: FacadeArray): FacadeArray;
  mul(factor: number): FacadeArray;
  item(): number;
};
type Half = { kernel: FacadeArray; bias: FacadeArray };
type Parameters = { encoder: Half; head: Half };
type Losses = { before: FacadeArray; after: FacadeArray };
type Loss = (encoder: Half, head: Half, x: FacadeArray, y: FacadeArray) => FacadeArray;
type Step = (
  encoder: Half,
  head: Half,
  x: FacadeArray,
  y: FacadeArray,
) => [Half, Half, FacadeArray, FacadeArray];

const jax = namespace<{
  valueAndGrad(
    loss: Loss,
    options: { argnums: [0, 1] },
  ): (...values: globalThis.Parameters<Loss>) => [FacadeArray, [Half, Half]];
  jit(step: Step): Step;
}>("jax");
const jnp = namespace<Record<"mean" | "square", (x: FacadeArray) => FacadeArray>>("jax/numpy");
const nn = namespace<{ relu(x: FacadeArray): FacadeArray }>("jax/nn");
const tree = namespace<{
  map(f: (leaf: FacadeArray, other: FacadeArray) => FacadeArray, one: Half, other: Half): Half;
}>("jax/tree");

/** What `import * as name from "specifier"` gives a learner. */
function namespace<Names>(specifier: string): Names {
  const found = modules[specifier];
  if (found === undefined) throw new Error(`The facade has no module "${specifier}".`);
  return found as Names;
}

/** @param compiled whether the whole step is one jitted function, or runs array by array */
export function publishFacade(compiled: boolean): void {
  publish(
    start,
    (problem) => makeStepper(problem, compiled),
    () => {
      const { liveArrays, deviceTensors, deviceBytes } = memory();
      return { arrays: liveArrays, tensors: deviceTensors, bytes: deviceBytes };
    },
  );
}

async function start(backend: string): Promise<void> {
  if (backend !== "webgl" && backend !== "cpu")
    throw new Error(`The facade has no backend "${backend}".`);
  await startBackend(backend);
}

function makeStepper(problem: Problem, compiled: boolean): Stepper<Parameters, Losses> {
  const data = problemData(problem);
  const x = asArray(data.x);
  const y = asArray(data.y);
  const step = compiled ? jax.jit(trainStep(problem.lr)) : trainStep(problem.lr);
  return {
    initial: () => ({
      encoder: { kernel: asArray(data.k1), bias: asArray(data.b1) },
      head: { kernel: asArray(data.k2), bias: asArray(data.b2) },
    }),
    step: (parameters) => {
      const [encoder, head, before, after] = step(parameters.encoder, parameters.head, x, y);
      return { state: { encoder, head }, losses: { before, after } };
    },
    read: ({ before, after }) => [before.item(), after.item()],
    drop: () => {},
    release: () => {},
  };
}

function trainStep(lr: number): Step {
  const descend = (leaf: FacadeArray, gradient: FacadeArray) => leaf.sub(gradient.mul(lr));
  return (encoder, head, x, y) => {
    const backward = jax.valueAndGrad(loss, { argnums: [0, 1] });
    const [before, [encoderGrad, headGrad]] = backward(encoder, head, x, y);
    const newEncoder = tree.map(descend, encoder, encoderGrad);
    const newHead = tree.map(descend, head, headGrad);
    return [newEncoder, newHead, before, loss(newEncoder, newHead, x, y)];
  };
}

function loss(encoder: Half, head: Half, x: FacadeArray, y: FacadeArray): FacadeArray {
  const hidden = nn.relu(x.matmul(encoder.kernel).add(encoder.bias));
  return jnp.mean(jnp.square(hidden.matmul(head.kernel).add(head.bias).sub(y)));
}

function asArray({ shape, values }: Data): FacadeArray {
  return arrayFrom(shape, values) as FacadeArray;
}
