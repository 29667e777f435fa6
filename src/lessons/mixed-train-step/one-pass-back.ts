/** The lesson's example as one pass forwards and back, in float64, and what becomes of it where the way back is cut. */
import type { OnePass, OnePassBackModel, PassCells } from "../../figure-models/one-pass-back-model";
import type { StepInputs } from "./inputs";
import { leavesAfter, lessonStart } from "./lesson-step";
import { backward, forward, LESSON_MODEL } from "./model";
import type { Leaves } from "./weights";

const HIDDEN = LESSON_MODEL.hidden;

/** The pass through these leaves; of an example of one row. */
export function passThrough(leaves: Leaves, batch: StepInputs): OnePass {
  const [kernel, bias, headKernel, headBias] = leaves;
  const { outSize } = batch;
  const pass = forward(leaves, batch, LESSON_MODEL);
  // With one row a bias's gradient is the slope at its layer.
  const [kernelSlopes, before, headSlopes, prediction] = backward(
    pass,
    leaves,
    batch,
    LESSON_MODEL,
  );
  const hidden = pass.hidden.map((_, unit) =>
    prediction.reduce((sum, slope, o) => sum + slope * (headKernel[unit * outSize + o] ?? NaN), 0),
  );
  return {
    input: cells(batch.x, 1, null),
    firstKernel: cells(kernel, HIDDEN, kernelSlopes),
    firstBias: cells(bias, HIDDEN, before),
    before: cells(pass.preHidden, HIDDEN, before),
    hidden: cells(pass.hidden, 1, hidden),
    secondKernel: cells(headKernel, outSize, headSlopes),
    secondBias: cells(headBias, outSize, prediction),
    prediction: cells(pass.preOutput, outSize, prediction),
    target: cells(batch.y, outSize, null),
    loss: cells([pass.loss], 1, null),
  };
}

function cells(
  values: readonly number[],
  columns: number,
  slopes: readonly number[] | null,
): PassCells {
  return { columns, values, slopes };
}

type Part = keyof OnePass;

/** The same pass with the slopes of these parts changed. */
function withSlopes(
  pass: OnePass,
  parts: readonly Part[],
  slopes: (cells: PassCells) => PassCells["slopes"],
): OnePass {
  const changed = parts.map((part): [Part, PassCells] => [
    part,
    { ...pass[part], slopes: slopes(pass[part]) },
  ]);
  return { ...pass, ...Object.fromEntries(changed) };
}

const zeros = ({ values }: PassCells) => values.map(() => 0);
const none = () => null;
const FIRST: readonly Part[] = ["firstKernel", "firstBias"];
const SECOND: readonly Part[] = ["secondKernel", "secondBias"];

/** The encoder's pass in a sequential update: the head has taken its step, and its own gradient is not asked for again. */
function afterHead(batch: StepInputs): OnePass {
  const [kernel, bias] = lessonStart(batch);
  const [, , headKernel, headBias] = leavesAfter(batch, 1);
  return withSlopes(passThrough([kernel, bias, headKernel, headBias], batch), SECOND, none);
}

/** The figure's model for an example of one row. */
export function onePassBack(batch: StepInputs): OnePassBackModel {
  const right = () => passThrough(lessonStart(batch), batch);
  return {
    halves: ["NNX", "Linen"],
    modules: ["nnx.Linear", "nn.Dense"],
    names: {
      input: "x",
      firstKernel: "encoder.kernel",
      firstBias: "encoder.bias",
      before: "z",
      hidden: "h",
      secondKernel: "head.kernel",
      secondBias: "head.bias",
      prediction: "prediction",
      target: "y",
      loss: "loss",
    },
    variants: [
      {
        id: "one-pass",
        name: "One pass",
        code: {
          python: "jax.grad(loss_fn, argnums=(0, 1))",
          typescript: "jax.grad(lossFn, { argnums: [0, 1] })",
        },
        says: "Both gradients belong to the same point: these weights of the encoder with these weights of the head.",
        cut: null,
        open: right,
      },
      {
        id: "head-first",
        name: "Head first",
        code: {
          python: "linen_params = jax.tree.map(sgd, linen_params, linen_grads)  # before nnx_grads",
          typescript:
            "linenParams = jax.tree.map(sgd, linenParams, linenGrads); // before nnxGrads",
        },
        says: `The head has taken its step with learning rate ${batch.lr}, and the encoder’s gradient comes from a second pass, through the moved weights. JAX says nothing: it is a correct gradient, of another point.`,
        cut: null,
        open: () => afterHead(batch),
      },
      {
        id: "stop-gradient",
        name: "stop_gradient",
        code: {
          python: "prediction = head.apply(linen_params, jax.lax.stop_gradient(h))",
          typescript: "const prediction = head.apply(linenParams, jax.lax.stopGradient(h));",
        },
        says: "The way back ends at h. JAX says nothing: zeros are the derivative that was asked for.",
        cut: "hidden",
        open: () => withSlopes(right(), [...FIRST, "before"], zeros),
      },
      {
        id: "encoder-captured",
        name: "Encoder captured",
        code: {
          python: "h = jax.nn.relu(encoder(x))  # nnx_params is never used",
          typescript: "const h = jax.nn.relu(encoder(x)); // nnxParams is never used",
        },
        says: "The weights in this product are the module’s own, which are constants to JAX. JAX says nothing: an argument that is not used has a derivative of zero.",
        cut: "first",
        open: () => withSlopes(right(), FIRST, zeros),
      },
      {
        id: "head-captured",
        name: "Head captured",
        code: {
          python: "prediction = head.apply(old_params, h)  # linen_params is never used",
          typescript: "const prediction = head.apply(oldParams, h); // linenParams is never used",
        },
        says: "The head’s weights are constants here, and the error passes through constants all the same: the encoder has its whole gradient. JAX says nothing.",
        cut: "second",
        open: () => withSlopes(right(), SECOND, zeros),
      },
      {
        id: "float",
        name: "float",
        code: {
          python: "return float(jnp.mean((prediction - y) ** 2))",
          typescript: "return Number(jnp.mean(prediction.sub(y).pow(2)));",
        },
        says: "Under grad the loss is a traced value, and a plain number is asked of it. From a plain number there is no way back, so JAX raises: “ConcretizationTypeError: Abstract tracer value encountered where concrete value is expected: traced array with shape float32[]”.",
        cut: "raises",
        open: () =>
          withSlopes(right(), [...FIRST, ...SECOND, "before", "hidden", "prediction"], none),
      },
    ],
  };
}
