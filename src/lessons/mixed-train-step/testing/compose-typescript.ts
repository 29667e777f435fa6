/** Right answers in TypeScript, put together from spellings of their parts, as compose-python.ts does. */
import type { SeededRandom } from "../../../lib/seeded-random";
import { Composer, indented, type Composition } from "./composition";

/** How a half holds its parameters: what makes them, and an expression of them. */
type Half = { make: string; use: string };

const ENCODERS: Readonly<Record<string, Half>> = {
  "an object": {
    make: "const n = { kernel: encoder.kernel.value, bias: encoder.bias.value };",
    use: "x.matmul(n.kernel).add(n.bias)",
  },
  "an object by functions": {
    make: "const n = { w: encoder.kernel.value, b: encoder.bias.value };",
    use: "jnp.add(jnp.matmul(x, n.w), n.b)",
  },
  "a list": {
    make: "const n = [encoder.kernel.value, encoder.bias.value];",
    use: "jnp.dot(x, n[0]).add(n[1])",
  },
  "split and merge": {
    make: "const [graphdef, n] = nnx.split(encoder);",
    use: "nnx.merge(graphdef, n)(x)",
  },
  "the module": { make: "const n = encoder;", use: "n(x)" },
};

const HEADS: Readonly<Record<string, Half>> = {
  "whole variables": { make: "const l = {made};", use: "head.apply(l, hidden)" },
  "the inner object": {
    make: "const l = {made}.params;",
    use: "head.apply({ params: l }, hidden)",
  },
  "by hand": {
    make: "const made = {made}.params;\nconst l = [made.kernel, made.bias];",
    use: "hidden.matmul(l[0]).add(l[1])",
  },
};

const KEYS = {
  PRNGKey: "jax.random.PRNGKey(seed + 1)",
  key: "jax.random.key(seed + 1)",
  named: "{ params: jax.random.PRNGKey(1 + seed) }",
};
const DUMMIES = {
  zeros: "jnp.zeros([4])",
  "a row of ones": "jnp.ones([1, 4])",
  "a list": "jnp.array([0, 0, 0, 0])",
};
const LAYERS = {
  "Rngs by position": "new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(seed) })",
  "Rngs by name": "new nnx.Linear(x.shape.at(-1), 4, { rngs: new nnx.Rngs({ params: seed }) })",
};
const ACTIVATIONS = {
  "jax.nn": "jax.nn.relu({h})",
  nnx: "nnx.relu({h})",
  linen: "nn.relu({h})",
  maximum: "jnp.maximum({h}, 0)",
  clip: "jnp.clip({h}, 0)",
};
const LOSSES = {
  power: "jnp.mean(prediction.sub(y).pow(2))",
  square: "jnp.square(y.sub(prediction)).mean()",
  product: "prediction.sub(y).mul(prediction.sub(y)).mean()",
  "sum over size": "jnp.sum(prediction.sub(y).pow(2)).div(y.size)",
  squaredError: "optax.squaredError(prediction, y).mean()",
  l2Loss: "optax.l2Loss(prediction, y).mean().mul(2)",
  vdot: "jnp.vdot(prediction.sub(y), prediction.sub(y)).div(y.size)",
};

const PAIR_GRADIENTS = {
  valueAndGrad: "const [before, g] = jax.valueAndGrad(loss, { argnums: [0, 1] })(n, l);",
  "from the end": "const [before, g] = jax.valueAndGrad(loss, { argnums: [-2, -1] })(n, l);",
  grad: "const g = jax.grad(loss, { argnums: [0, 1] })(n, l);\nconst before = loss(n, l);",
  "two grads":
    "const before = loss(n, l);\nconst g = [jax.grad(loss)(n, l), jax.grad(loss, { argnums: 1 })(n, l)];",
  vjp: "const [before, pull] = jax.vjp(loss, n, l);\nconst g = pull(jnp.onesLike(before));",
  jacrev: "const before = loss(n, l);\nconst g = jax.jacrev(loss, { argnums: [0, 1] })(n, l);",
  linearTranspose:
    "const [before, along] = jax.linearize(loss, n, l);\nconst g = jax.linearTranspose(along, n, l)(jnp.float32(1));",
  hasAux:
    "const [[before], g] = jax.valueAndGrad((n, l) => [loss(n, l), x], { argnums: [0, 1], hasAux: true })(n, l);",
  jit: "const [before, g] = jax.jit(jax.valueAndGrad(loss, { argnums: [0, 1] }))(n, l);",
  "grad of jit": "const [before, g] = jax.valueAndGrad(jax.jit(loss), { argnums: [0, 1] })(n, l);",
  checkpoint:
    "const [before, g] = jax.valueAndGrad(jax.checkpoint(loss), { argnums: [0, 1] })(n, l);",
};
const SINGLE_TREES = {
  "a list": { make: "[n, l]", n: "t[0]", l: "t[1]" },
  "an object": { make: "{ nnx: n, linen: l }", n: "t.nnx", l: "t.linen" },
};
const SINGLE_GRADIENTS = {
  valueAndGrad: "const [before, g] = jax.valueAndGrad(total)(t);",
  grad: "const [before, g] = [total(t), jax.grad(total)(t)];",
  vjp: "const [before, pull] = jax.vjp(total, t);\nconst [g] = pull(1);",
  jit: "const [before, g] = jax.jit(jax.valueAndGrad(total))(t);",
  jacrev: "const [before, g] = [total(t), jax.jacrev(total)(t)];",
};

const UPDATES = {
  "tree.map":
    "const moved = (tree, grads) => jax.tree.map((p, g) => p.sub(g.mul(lr)), tree, grads);",
  "tree.map by functions":
    "const moved = (tree, grads) => jax.tree.map((p, g) => jnp.subtract(p, jnp.multiply(lr, g)), tree, grads);",
  treeUtil:
    "const sgd = (p, g) => p.add(g.mul(-lr));\nconst moved = (tree, grads) => jax.treeUtil.treeMap(sgd, tree, grads);",
  leaves:
    "const moved = (tree, grads) => {\n  const [leaves, form] = jax.tree.flatten(tree);\n  const slopes = jax.tree.leaves(grads);\n  return jax.tree.unflatten(form, leaves.map((p, i) => p.sub(slopes[i].mul(lr))));\n};",
  "optax.sgd":
    "const moved = (tree, grads) => {\n  const tx = optax.sgd(lr);\n  const [updates] = tx.update(grads, tx.init(tree));\n  return optax.applyUpdates(tree, updates);\n};",
  jit: "const moved = jax.jit((tree, grads) => jax.tree.map((p, g) => p.sub(g.mul(lr)), tree, grads));",
};

const RESULTS = {
  stack: "jnp.stack([before, after])",
  array: "jnp.array([before, after])",
  list: "[before, after]",
  numbers: "[before.item(), Number(after)]",
  hstack: "jnp.hstack([before, after])",
  concatenate: "jnp.concatenate([before.reshape([1]), after.reshape([1])])",
};

const IMPORTS = `import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";
import * as optax from "optax";`;

/** One right answer in TypeScript, without types. */
export function composeTypeScript(random: SeededRandom): Composition {
  const composer = new Composer(random);
  const form = composer.pick("parameters", { "two trees": two, "one tree": one });
  const body = form(composer);
  const source = `${IMPORTS}\n\nexport function mixed_train_step(seed, x, y, lr) {\n${indented(body, 2)}\n}\n`;
  return { title: composer.title, source };
}

function two(composer: Composer): string {
  return `${parameters(composer)}
${composer.pick("gradient", PAIR_GRADIENTS)}

${composer.pick("update", UPDATES)}

const after = loss(moved(n, g[0]), moved(l, g[1]));
return ${composer.pick("result", RESULTS)};`;
}

function one(composer: Composer): string {
  const { make, n, l } = composer.pick("tree", SINGLE_TREES);
  return `${parameters(composer)}
const t = ${make};
const total = (t) => loss(${n}, ${l});
${composer.pick("gradient", SINGLE_GRADIENTS)}

${composer.pick("update", UPDATES)}

const after = total(moved(t, g));
return ${composer.pick("result", RESULTS)};`;
}

function parameters(composer: Composer): string {
  const encoder = composer.pick("encoder", ENCODERS);
  const head = composer.pick("head", HEADS);
  const made = `head.init(${composer.pick("key", KEYS)}, ${composer.pick("dummy", DUMMIES)})`;
  return `const encoder = ${composer.pick("layer", LAYERS)};
${encoder.make}
const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
${head.make.replace("{made}", made)}
const loss = (n, l) => {
  const hidden = ${composer.pick("activation", ACTIVATIONS).replace("{h}", encoder.use)};
  const prediction = ${head.use};
  return ${composer.pick("loss", LOSSES)};
};`;
}
