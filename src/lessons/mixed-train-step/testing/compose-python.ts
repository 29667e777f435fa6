/**
 * Right answers in Python, put together from spellings of their parts: how each half holds its parameters, the
 * activation, the loss, one tree or two, the gradient, the update, the result. Any spelling goes with any other but
 * where a comment says otherwise.
 */
import type { SeededRandom } from "../../../lib/seeded-random";
import { Composer, indented, type Composition } from "./composition";

/** How a half holds its parameters: what makes them, and an expression of them. */
type Half = { make: string; use: string };

/** `n` and its hidden layer before the activation. */
const ENCODERS: Readonly<Record<string, Half>> = {
  "a dict": {
    make: 'n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}',
    use: 'x @ n["kernel"] + n["bias"]',
  },
  "a dict of values": {
    make: "n = dict(w=encoder.kernel.get_value(), b=encoder.bias.get_value())",
    use: 'jnp.dot(x, n["w"]) + n["b"]',
  },
  "a tuple": {
    make: "n = (encoder.kernel[...], encoder.bias[...])",
    use: "jnp.matmul(x, n[0]) + n[1]",
  },
  "a list": {
    make: "n = [encoder.bias[...], encoder.kernel[...]]",
    use: 'jnp.einsum("...i,ij->...j", x, n[1]) + n[0]',
  },
  "split and merge": {
    make: "graphdef, n = nnx.split(encoder)",
    use: "nnx.merge(graphdef, n)(x)",
  },
  "split by Param": {
    make: "graphdef, n = nnx.split(encoder, nnx.Param)",
    use: "nnx.merge(graphdef, n)(x)",
  },
  "a State": {
    make: "n = nnx.state(encoder, nnx.Param)",
    use: 'x @ n["kernel"][...] + n["bias"][...]',
  },
  "a pure dict": {
    make: "n = nnx.to_pure_dict(nnx.state(encoder))",
    use: 'x @ n["kernel"] + n["bias"]',
  },
  "a named tuple": {
    make: 'n = collections.namedtuple("Layer", "kernel bias")(encoder.kernel[...], encoder.bias[...])',
    use: "x @ n.kernel + n.bias",
  },
};

/** The module itself: no plain tree, so its gradient and its update are those of `nnx`. */
const MODULE: Half = { make: "n = encoder", use: "n(x)" };

/** `l` and the prediction from `hidden`; {made} is what init returned. */
const HEADS: Readonly<Record<string, Half>> = {
  "whole variables": { make: "l = {made}", use: "head.apply(l, hidden)" },
  "the inner dict": { make: 'l = {made}["params"]', use: 'head.apply({"params": l}, hidden)' },
  bound: { make: "l = {made}", use: "head.bind(l)(hidden)" },
  frozen: { make: "l = flax.core.freeze({made})", use: "head.apply(l, hidden)" },
  flat: {
    make: 'l = flax.traverse_util.flatten_dict({made}, sep="/")',
    use: 'head.apply(flax.traverse_util.unflatten_dict(l, sep="/"), hidden)',
  },
  "by hand": {
    make: 'made = {made}["params"]\nl = (made["kernel"], made["bias"])',
    use: "hidden @ l[0] + l[1]",
  },
  init_with_output: {
    make: "_, l = head.init_with_output({key}, {dummy})",
    use: "head.apply(l, hidden)",
  },
};

const KEYS = {
  PRNGKey: "jax.random.PRNGKey(seed + 1)",
  key: "jax.random.key(seed + 1)",
  named: '{"params": jax.random.PRNGKey(1 + seed)}',
};
const DUMMIES = {
  zeros: "jnp.zeros(4)",
  "a row of ones": "jnp.ones((1, 4))",
  "an empty batch": "jnp.empty((3, 4))",
  "a list": "jnp.array([0.0] * 4)",
};
const FEATURES = {
  "by name": "nn.Dense(features=y.shape[-1])",
  "by position": "nn.Dense(y.shape[-1])",
  "with all said": 'nn.Dense(y.shape[-1], use_bias=True, name="head")',
};
const LAYERS = {
  "Rngs by position": "nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(seed))",
  "Rngs by name": "nnx.Linear(in_features=x.shape[-1], out_features=4, rngs=nnx.Rngs(params=seed))",
  "Rngs of a key": "nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(jax.random.key(seed)))",
};
const SEEDS = { int: "int(seed)", round: "round(seed)", array: "int(jnp.asarray(seed))" };
const ACTIVATIONS = {
  "jax.nn": "jax.nn.relu({h})",
  nnx: "nnx.relu({h})",
  linen: "nn.relu({h})",
  maximum: "jnp.maximum({h}, 0)",
  clip: "jnp.clip({h}, 0)",
};
const LOSSES = {
  power: "jnp.mean((prediction - y) ** 2)",
  square: "jnp.square(y - prediction).mean()",
  product: "((prediction - y) * (prediction - y)).mean()",
  "sum over size": "jnp.sum((prediction - y) ** 2) / y.size",
  squared_error: "optax.squared_error(prediction, y).mean()",
  l2_loss: "2 * optax.l2_loss(prediction, y).mean()",
  average: "jnp.average(jnp.power(prediction - y, 2))",
  vdot: "jnp.vdot(prediction - y, prediction - y) / y.size",
};

/** `before` and the gradients `g` (a pair of trees) of `loss(n, l)`. */
const PAIR_GRADIENTS = {
  value_and_grad: "before, g = jax.value_and_grad(loss, argnums=(0, 1))(n, l)",
  "argnums by position": "before, g = jax.value_and_grad(loss, (0, 1))(n, l)",
  "argnums from the end": "before, g = jax.value_and_grad(loss, argnums=[-2, -1])(n, l)",
  grad: "g = jax.grad(loss, argnums=(0, 1))(n, l)\nbefore = loss(n, l)",
  "two grads": "before = loss(n, l)\ng = (jax.grad(loss)(n, l), jax.grad(loss, argnums=1)(n, l))",
  vjp: "before, pull = jax.vjp(loss, n, l)\ng = pull(jnp.ones_like(before))",
  jacrev: "before = loss(n, l)\ng = jax.jacrev(loss, argnums=(0, 1))(n, l)",
  linear_transpose:
    "before, along = jax.linearize(loss, n, l)\ng = jax.linear_transpose(along, n, l)(jnp.float32(1))",
  has_aux:
    "(before, _), g = jax.value_and_grad(lambda n, l: (loss(n, l), x), argnums=(0, 1), has_aux=True)(n, l)",
  jit: "before, g = jax.jit(jax.value_and_grad(loss, argnums=(0, 1)))(n, l)",
  "grad of jit": "before, g = jax.value_and_grad(jax.jit(loss), argnums=(0, 1))(n, l)",
  checkpoint: "before, g = jax.value_and_grad(jax.checkpoint(loss), argnums=(0, 1))(n, l)",
  "keywords after": "before, g = jax.value_and_grad(argnums=(0, 1), fun=loss)(n, l)",
};
/** One tree that holds both halves, and its gradient. */
const SINGLE_TREES = {
  "a tuple": { make: "(n, l)", n: "t[0]", l: "t[1]" },
  "a list": { make: "[n, l]", n: "t[0]", l: "t[1]" },
  "a dict": { make: '{"nnx": n, "linen": l}', n: 't["nnx"]', l: 't["linen"]' },
};
const SINGLE_GRADIENTS = {
  value_and_grad: "before, g = jax.value_and_grad(total)(t)",
  grad: "before, g = total(t), jax.grad(total)(t)",
  vjp: "before, pull = jax.vjp(total, t)\n(g,) = pull(1.0)",
  jit: "before, g = jax.jit(jax.value_and_grad(total))(t)",
  jacrev: "before, g = total(t), jax.jacrev(total)(t)",
};
const MODULE_GRADIENTS = {
  "nnx.value_and_grad": "before, g = nnx.value_and_grad(loss, argnums=(0, 1))(n, l)",
  "nnx.grad": "before = loss(n, l)\ng = nnx.grad(loss, argnums=(0, 1))(n, l)",
  DiffState: "before, g = nnx.value_and_grad(loss, argnums=(nnx.DiffState(0, nnx.Param), 1))(n, l)",
  "nnx.jit": "before, g = nnx.jit(nnx.value_and_grad(loss, argnums=(0, 1)))(n, l)",
};

/** A function of a tree and its gradient, that gives the new tree. */
const UPDATES = {
  "tree.map":
    "def moved(tree, grads):\n    return jax.tree.map(lambda p, g: p - lr * g, tree, grads)",
  tree_util:
    "def moved(tree, grads):\n    return jax.tree_util.tree_map(lambda p, g: p - g * lr, tree, grads)",
  partial:
    "def sgd(rate, p, g):\n    return p - rate * g\n\nmoved = functools.partial(jax.tree.map, functools.partial(sgd, lr))",
  leaves:
    "def moved(tree, grads):\n    leaves, form = jax.tree.flatten(tree)\n    return jax.tree.unflatten(form, [p - lr * g for p, g in zip(leaves, jax.tree.leaves(grads), strict=True)])",
  "optax.sgd":
    "def moved(tree, grads):\n    tx = optax.sgd(lr)\n    updates, _ = tx.update(grads, tx.init(tree))\n    return optax.apply_updates(tree, updates)",
  "optax.scale":
    "def moved(tree, grads):\n    tx = optax.chain(optax.identity(), optax.scale(-lr))\n    updates, _ = tx.update(grads, tx.init(tree), tree)\n    return optax.apply_updates(params=tree, updates=updates)",
  "optax.tree": "def moved(tree, grads):\n    return optax.tree.add_scale(tree, -lr, grads)",
  ravel_pytree:
    "def moved(tree, grads):\n    flat, unravel = jax.flatten_util.ravel_pytree(tree)\n    return unravel(flat - lr * jax.flatten_util.ravel_pytree(grads)[0])",
  jit: "@jax.jit\ndef moved(tree, grads):\n    return jax.tree.map(lambda p, g: p - lr * g, tree, grads)",
};
/** After it `n` is the moved module. */
const MODULE_UPDATES = {
  "nnx.update":
    "nnx.update(n, jax.tree.map(lambda p, g: p - lr * g, nnx.state(n, nnx.Param), g[0]))",
  "Optimizer by position": "nnx.Optimizer(n, optax.sgd(lr), wrt=nnx.Param).update(n, g[0])",
  "Optimizer, grads by name":
    "nnx.Optimizer(n, optax.sgd(lr), wrt=nnx.Param).update(n, grads=g[0])",
  "Optimizer, both by name":
    "nnx.Optimizer(model=n, tx=optax.sgd(lr), wrt=nnx.Param).update(grads=g[0], model=n)",
  ModelAndOptimizer: "nnx.ModelAndOptimizer(n, optax.sgd(lr)).update(g[0])",
  "in place": "n.kernel[...] -= lr * g[0].kernel[...]\nn.bias[...] -= lr * g[0].bias[...]",
};

const RESULTS = {
  stack: "jnp.stack([before, after])",
  array: "jnp.array([before, after])",
  tuple: "before, after",
  list: "[before, after]",
  floats: "[float(before), after.item()]",
  r_: "jnp.r_[before, after]",
  hstack: "jnp.hstack((before, after))",
  asarray: "jnp.asarray((before, after), dtype=jnp.float32)",
  numpy: "np.array([before, after])",
};

const IMPORTS = `import collections
import functools

import flax
import flax.linen as nn
import jax
import jax.flatten_util
import jax.numpy as jnp
import numpy as np
import optax
from flax import nnx`;

/** One right answer in Python. */
export function composePython(random: SeededRandom): Composition {
  const composer = new Composer(random);
  const form = composer.pick("parameters", {
    "two trees": two,
    "one tree": one,
    "a module": module,
  });
  const body = form(composer);
  const source = `${IMPORTS}\n\n\ndef mixed_train_step(seed, x, y, lr):\n${indented(body, 4)}\n`;
  return { title: composer.title, source };
}

function two(composer: Composer): string {
  return `${parameters(composer, composer.pick("encoder", ENCODERS))}
${composer.pick("gradient", PAIR_GRADIENTS)}

${composer.pick("update", UPDATES)}

after = loss(moved(n, g[0]), moved(l, g[1]))
return ${composer.pick("result", RESULTS)}`;
}

function one(composer: Composer): string {
  const { make, n, l } = composer.pick("tree", SINGLE_TREES);
  return `${parameters(composer, composer.pick("encoder", ENCODERS))}
t = ${make}

def total(t):
    return loss(${n}, ${l})

${composer.pick("gradient", SINGLE_GRADIENTS)}

${composer.pick("update", UPDATES)}

after = total(moved(t, g))
return ${composer.pick("result", RESULTS)}`;
}

function module(composer: Composer): string {
  return `${parameters(composer, MODULE)}
${composer.pick("gradient", MODULE_GRADIENTS)}

${composer.pick("update of the head", UPDATES)}

l = moved(l, g[1])
${composer.pick("update of the encoder", MODULE_UPDATES)}
after = loss(n, l)
return ${composer.pick("result", RESULTS)}`;
}

/** Both halves with their parameters `n` and `l`, and the loss of them. */
function parameters(composer: Composer, encoder: Half): string {
  const [key, dummy] = [composer.pick("key", KEYS), composer.pick("dummy", DUMMIES)];
  const head = composer.pick("head", HEADS);
  const linen = head.make
    .replace("{made}", `head.init(${key}, ${dummy})`)
    .replace("{key}", key)
    .replace("{dummy}", dummy);
  return `seed = ${composer.pick("seed", SEEDS)}
encoder = ${composer.pick("layer", LAYERS)}
${encoder.make}
head = ${composer.pick("Dense", FEATURES)}
${linen}

def loss(n, l):
    hidden = ${composer.pick("activation", ACTIVATIONS).replace("{h}", encoder.use)}
    prediction = ${head.use}
    return ${composer.pick("loss", LOSSES)}
`;
}
