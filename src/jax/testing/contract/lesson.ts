import recorded from "../../../../golden/recordings/mixed_steps.json";
import recordedWide from "../../../../golden/recordings/wide_steps.json";
import { jax } from "./api";
import type { Case, Suite } from "./case";
import { facadeArray } from "./draw";
import { assertAllclose, assertEqual, assertRecorded, read, recordedNumbers } from "./matchers";
import type { RecordedArray } from "./matchers";
import type { Halves, LinenTree, NnxTree } from "./mixed-step";
import { gradientsOf, mixedModel, sgd } from "./mixed-step";

type Recorded = (typeof recorded.cases)[number];
type RecordedTree = { readonly kernel: RecordedArray; readonly bias: RecordedArray };

function scalar(value: unknown, expected: number, what: string): void {
  assertAllclose(value, { shape: [], values: [expected] }, what);
}

function assertTree(actual: Partial<NnxTree>, expected: RecordedTree, what: string): void {
  assertEqual(Object.keys(actual).sort().join(), "bias,kernel", `keys of ${what}`);
  assertRecorded(actual.kernel, expected.kernel, `kernel of ${what}`);
  assertRecorded(actual.bias, expected.bias, `bias of ${what}`);
}

function checkCase(entry: Recorded): void {
  const x = facadeArray(entry.x.shape, recordedNumbers(entry.x));
  const y = facadeArray(entry.y.shape, recordedNumbers(entry.y));
  const model = mixedModel(entry.seed, x, y);
  const { nnxParams, linenParams, loss } = model;
  const [nnxGrads, linenGrads] = gradientsOf(model);
  const [newNnx, newLinen] = sgd([nnxParams, linenParams], [nnxGrads, linenGrads], entry.lr);
  scalar(loss(nnxParams, linenParams), entry.returns[0], "loss before");
  scalar(loss(newNnx, newLinen), entry.returns[1], "loss after");
  if (entry.nnx_params === undefined) return;
  assertTree(nnxParams, entry.nnx_params, "NNX parameters");
  assertTree(linenParams.params, entry.linen_params.params, "Linen parameters");
  assertTree(nnxGrads, entry.grad_nnx, "NNX gradient");
  assertTree(linenGrads.params, entry.grad_linen.params, "Linen gradient");
  assertTree(newNnx, entry.new_nnx, "updated NNX parameters");
  assertTree(newLinen.params, entry.new_linen.params, "updated Linen parameters");
  scalar(loss(newNnx, linenParams), entry.corners.nnx_only, "loss with NNX alone updated");
  scalar(loss(nnxParams, newLinen), entry.corners.linen_only, "loss with Linen alone updated");
  checkCurve(model, entry.lr, entry.curve_both_50_steps);
}

/** Fifty jitted steps; every loss on the way is recorded. */
function checkCurve(
  model: ReturnType<typeof mixedModel>,
  lr: number,
  expected: readonly number[],
): void {
  const step = jax.jit((nnxParams: NnxTree, linenParams: LinenTree) =>
    jax.valueAndGrad(model.loss, { argnums: [0, 1] })(nnxParams, linenParams),
  );
  let halves: Halves = [model.nnxParams, model.linenParams];
  const losses = expected.map(() => {
    const [loss, gradients] = step(...halves);
    halves = sgd(halves, gradients, lr);
    return loss.item();
  });
  assertAllclose(losses, { shape: [expected.length], values: expected }, "losses of 50 steps");
}

const cases: Case[] = recorded.cases.map((entry, index) => ({
  name: `${index}: seed ${entry.seed}, x (${entry.x.shape.join(", ")}), lr ${entry.lr}`,
  run: () => checkCase(entry),
}));

/** All recorded runs of the lesson's step. */
export const lesson: Suite = {
  name: "the lesson's step",
  cases: [
    ...cases,
    {
      name: "the recording has its 106 cases, 22 of them with every number",
      run() {
        assertEqual(recorded.cases.length, 106, "number of cases");
        const detailed = recorded.cases.filter((entry) => entry.nnx_params !== undefined);
        assertEqual(detailed.length, 22, "number of detailed cases");
      },
    },
  ],
};

function checkBig(entry: (typeof recordedWide.cases)[number]): void {
  const keys = jax.random.split(jax.random.PRNGKey(entry.seed + 900));
  const x = jax.random.normal(keys.at(0).get(), [entry.batch, entry.in]);
  const y = jax.random.normal(keys.at(1).get(), [entry.batch, entry.out]);
  const model = mixedModel(entry.seed, x, y, entry.hidden);
  const gradients = gradientsOf(model);
  const after = sgd([model.nnxParams, model.linenParams], gradients, entry.lr);
  scalar(model.loss(model.nnxParams, model.linenParams), entry.returns[0], "loss before");
  scalar(model.loss(...after), entry.returns[1], "loss after");
  const kernelSum = read(model.nnxParams.kernel).values.reduce((a, b) => a + b, 0);
  scalar(kernelSum, entry["sum(kernel)"], "sum of the NNX kernel");
  const norm = Math.hypot(...read(gradients[0].kernel).values);
  scalar(norm, entry["norm(grad_nnx.kernel)"], "norm of the NNX kernel's gradient");
}

/** The same step with up to 1024 hidden units. */
export const wideLesson: Suite = {
  name: "the lesson's step, wide",
  cases: recordedWide.cases.map((entry) => ({
    name: `seed ${entry.seed}, hidden ${entry.hidden}`,
    run: () => checkBig(entry),
  })),
};
