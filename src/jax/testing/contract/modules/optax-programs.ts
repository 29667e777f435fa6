import type { JaxArray } from "../../../array/array";
import { jax, jnp, optax } from "../api";
import type { Programs } from "./programs";
import { LABELS, X23, X53, Y52 } from "./programs";

type Params = { w: JaxArray; b: JaxArray };

/** Eight steps of an optimiser on a small regression. */
function trained(tx: optax.GradientTransformation): unknown {
  let params: Params = {
    w: jax.random.normal(jax.random.PRNGKey(4), [3, 2]),
    b: jnp.zeros([2]),
  };
  let state = tx.init(params);
  const loss = (p: Params): JaxArray =>
    jnp.mean(jnp.tanh(X53.matmul(p.w).add(p.b)).sub(Y52).pow(2));
  const losses: JaxArray[] = [];
  for (let step = 0; step < 8; step++) {
    const [value, grads] = jax.valueAndGrad(loss)(params);
    const [updates, next] = tx.update(grads, state, params);
    params = optax.applyUpdates(params, updates);
    state = next;
    losses.push(value);
  }
  return { losses: jnp.stack(losses), params };
}

const OPTIMIZERS: Readonly<Record<string, optax.GradientTransformation>> = {
  "sgd nesterov": optax.sgd(0.1, { momentum: 0.9, nesterov: true }),
  "sgd schedule": optax.sgd(optax.exponentialDecay(0.5, 2, 0.5)),
  "adam b1 b2 eps": optax.adam(0.05, { b1: 0.8, b2: 0.9, eps: 1e-3 }),
  "adam eps_root": optax.adam(0.05, { epsRoot: 1e-4 }),
  "adam nesterov": optax.adam(0.05, { nesterov: true }),
  "adam cosine": optax.adam(optax.cosineDecaySchedule(0.1, 6)),
  adamw: optax.adamw(0.05, { weightDecay: 0.1 }),
  adagrad: optax.adagrad(0.1),
  rmsprop: optax.rmsprop(0.01),
  "rmsprop momentum": optax.rmsprop(0.01, { decay: 0.8, momentum: 0.9 }),
  "rmsprop centered": optax.rmsprop(0.01, { centered: true }),
  lion: optax.lion(0.01),
  "chain clip_by_global_norm sgd": optax.chain(optax.clipByGlobalNorm(0.1), optax.sgd(0.5)),
  "chain clip scale": optax.chain(optax.clip(0.01), optax.scale(-0.5)),
  "chain decay scale": optax.chain(optax.addDecayedWeights(0.1), optax.scale(-0.1)),
  "chain scale_by_adam lr": optax.chain(optax.scaleByAdam(), optax.scaleByLearningRate(0.05)),
  "chain trace schedule": optax.chain(
    optax.trace(0.5),
    optax.scaleBySchedule((n) => jnp.divide(-0.1, jnp.add(n, 1))),
  ),
  identity: optax.identity(),
  set_to_zero: optax.setToZero(),
};

const SCHEDULES: Readonly<Record<string, optax.Schedule>> = {
  constant: optax.constantSchedule(0.3),
  linear: optax.linearSchedule(1, 0.1, 8, 2),
  polynomial: optax.polynomialSchedule(1, 0.1, 3, 8, 2),
  exponential: optax.exponentialDecay(1, 4, 0.5),
  "exponential staircase": optax.exponentialDecay(1, 4, 0.5, {
    transitionBegin: 2,
    staircase: true,
  }),
  "exponential end": optax.exponentialDecay(1, 3, 0.5, { endValue: 0.2 }),
  cosine: optax.cosineDecaySchedule(1, 10, { alpha: 0.1 }),
  piecewise: optax.piecewiseConstantSchedule(1, { 3: 0.5, 7: 0.1 }),
  "warmup cosine": optax.warmupCosineDecaySchedule(0, 1, 4, 10, { endValue: 0.05 }),
  join: optax.joinSchedules([optax.constantSchedule(0.5), optax.linearSchedule(1, 0, 5)], [4]),
};

const COUNTS = Array.from({ length: 13 }, (_, n) => n);
const logits = jax.random.normal(jax.random.PRNGKey(5), [5, 3]);
const soft = jax.nn.softmax(jax.random.normal(jax.random.PRNGKey(6), [5, 3]));
const binary = logits.greater(0).astype("float32");
const targets = jax.random.normal(jax.random.PRNGKey(7), [5, 3]).mul(2);

const LOSSES: Readonly<Record<string, (z: JaxArray) => JaxArray>> = {
  l2_loss: (z) => optax.l2Loss(z, targets),
  "l2_loss no targets": (z) => optax.l2Loss(z),
  squared_error: (z) => optax.squaredError(z, targets),
  huber_loss: (z) => optax.huberLoss(z, targets),
  "huber_loss delta": (z) => optax.huberLoss(z, targets, { delta: 0.5 }),
  log_cosh: (z) => optax.logCosh(z, targets),
  softmax_cross_entropy: (z) => optax.softmaxCrossEntropy(z, jax.nn.oneHot(LABELS, 3)),
  "softmax_cross_entropy soft": (z) => optax.softmaxCrossEntropy(z, soft),
  softmax_cross_entropy_with_integer_labels: (z) =>
    optax.softmaxCrossEntropyWithIntegerLabels(z, LABELS),
  sigmoid_binary_cross_entropy: (z) => optax.sigmoidBinaryCrossEntropy(z, binary),
  hinge_loss: (z) => optax.hingeLoss(z, binary.mul(2).sub(1)),
  cosine_similarity: (z) => optax.cosineSimilarity(z, targets),
  smooth_labels: (z) => optax.smoothLabels(jax.nn.softmax(z), 0.1),
};

const params = { w: jnp.ones([2]) };
const STATES: Readonly<Record<string, optax.GradientTransformation>> = {
  sgd: optax.sgd(0.1),
  "sgd momentum": optax.sgd(0.1, { momentum: 0.9 }),
  adam: optax.adam(0.1),
  rmsprop: optax.rmsprop(0.1),
  chain: optax.chain(
    optax.clip(1),
    optax.sgd(() => 0.1),
  ),
  adagrad: optax.adagrad(0.1),
  lion: optax.lion(0.1),
};

function each<T>(
  table: Readonly<Record<string, T>>,
  name: (key: string) => string,
  run: (value: T) => unknown,
): Programs {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [name(key), () => run(value)]),
  );
}

/** The recorded cases of Optax. */
export const optaxPrograms: Programs = {
  ...each(OPTIMIZERS, (name) => `train ${name}`, trained),
  ...each(
    SCHEDULES,
    (name) => `schedule ${name}`,
    (schedule) => jnp.stack(COUNTS.map((n) => jnp.asarray(schedule(n)))),
  ),
  ...each(
    SCHEDULES,
    (name) => `schedule ${name} of array`,
    (schedule) =>
      jnp.stack(COUNTS.map((n) => jnp.asarray(schedule(jnp.array(n, { dtype: "int32" }))))),
  ),
  ...each(
    LOSSES,
    (name) => `loss ${name}`,
    (loss) => ({
      value: loss(logits),
      grad: jax.grad((z: JaxArray) => loss(z).sum())(logits),
    }),
  ),
  ...each(
    STATES,
    (name) => `state of ${name}`,
    (tx) => tx.init(params),
  ),
  global_norm: () => optax.globalNorm({ a: X23, b: [Y52] }),
  "apply_updates keeps dtypes": () =>
    optax.applyUpdates(
      { a: jnp.arange(3, { dtype: "int32" }), b: jnp.ones([2]) },
      { a: jnp.array([0.6, 1, 2.7]), b: jnp.ones([2]) },
    ),
  "adamw update without params": () => {
    const tx = optax.adamw(0.1);
    return tx.update(params, tx.init(params));
  },
  "adam update with another tree": () => {
    const tx = optax.adam(0.1);
    return tx.update({ v: jnp.ones([2]) }, tx.init(params), params);
  },
  "apply_updates with another tree": () => optax.applyUpdates(params, { v: jnp.ones([2]) }),
  "adam update with another shape": () => {
    const tx = optax.adam(0.1);
    return tx.update({ w: jnp.ones([3]) }, tx.init(params), params);
  },
  "labels and logits of other shapes": () =>
    optax.softmaxCrossEntropyWithIntegerLabels(jnp.ones([5, 3]), jnp.zeros([5])),
  "integer logits": () =>
    optax.sigmoidBinaryCrossEntropy(jnp.arange(3, { dtype: "int32" }), jnp.ones([3])),
  "l2_loss of integers": () => optax.l2Loss(jnp.arange(3, { dtype: "int32" })),
  "l2_loss of other shapes": () => optax.l2Loss(jnp.ones([3]), jnp.ones([3, 1])),
};
