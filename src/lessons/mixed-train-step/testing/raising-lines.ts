import type { Language } from "../../../protocol/backend";

/**
 * Lines that raise, by the id of what explains their error, in a function of the lesson that has made `encoder`,
 * `head`, the trees `n` and `l`, and `loss` of both. What a language cannot say is left out for it.
 */
type RaisingLine = { id: string } & Partial<Record<Language, string>>;

export const RAISING_LINES: readonly RaisingLine[] = [
  { id: "key-expected", python: "nnx.Rngs(x)", typescript: "new nnx.Rngs(x as never)" },
  {
    id: "rngs-missing",
    python: "nnx.Linear(3, 4, rngs=7)",
    typescript: "new nnx.Linear(3, 4, { rngs: 7 as never })",
  },
  {
    id: "rngs-missing",
    python: "nnx.Linear(3, 4, rngs=nnx.Rngs(head=0))",
    typescript: "new nnx.Linear(3, 4, { rngs: new nnx.Rngs({ head: 0 }) })",
  },
  { id: "module-called-unbound", python: "head.kernel" },
  { id: "leaf-missing", python: "n.kernel", typescript: "(l as any).head.kernel" },
  { id: "shapes-differ", python: "jnp.array([loss(n, l), x])" },
  {
    id: "shapes-differ",
    python: "jnp.stack([loss(n, l), x])",
    typescript: "jnp.array([loss(n, l), x])",
  },
  {
    id: "wrong-rank",
    python: "len(loss(n, l))",
    typescript: "jnp.stack(loss(n, l) as never, loss(n, l) as never)",
  },
  { id: "wrong-rank", python: "jnp.mean(x, axis=3)", typescript: "jnp.mean(x, 3)" },
  { id: "wrong-rank", python: "x.shape[3]" },
  { id: "wrong-rank", python: "lr.shape" },
  { id: "wrong-rank", python: "len(lr)" },
  { id: "wrong-rank", python: "x[0, 0, 0]", typescript: "x.at(0, 0, 0).get()" },
  {
    id: "size-expected",
    python: "nnx.Linear(x.shape, 4, rngs=nnx.Rngs(0))",
    typescript: "new nnx.Linear(x.shape[7], 4, { rngs: new nnx.Rngs(0) })",
  },
  { id: "size-expected", python: "jnp.zeros(4.5)", typescript: "jnp.zeros(4.5)" },
  {
    id: "loss-not-scalar",
    python: "jax.grad(loss, has_aux=True)(n, l)",
    typescript: "jax.grad(loss, { hasAux: true })(n, l)",
  },
  {
    id: "tracer-leaked",
    python: "kept = []; jax.jit(lambda v: kept.append(v * 2))(x); kept[0] + 1",
    typescript: "let kept = x; jax.jit((v: any) => { kept = v.mul(2); return v; })(x); kept.add(1)",
  },
  {
    id: "tracer-leaked",
    python: "jax.grad(lambda k: encoder.kernel.set_value(k) or k.sum())(n['kernel'])",
  },
  { id: "argument-mismatch", python: "loss(n)" },
  { id: "argument-mismatch", python: "loss(n, l, 1)" },
  {
    id: "argument-mismatch",
    python: "nn.Dense(units=1)",
    typescript: "new nn.Dense({ units: 1 } as never)",
  },
  { id: "argument-mismatch", python: "head.apply(l)", typescript: "(head as any).apply(l)" },
  { id: "tree-arithmetic", python: "n - n", typescript: "jnp.subtract(n as never, n as never)" },
  { id: "tree-arithmetic", python: "lr * (n, l)" },
  { id: "tree-arithmetic", python: "jnp.mean(n)", typescript: "x.mul(n as never)" },
  { id: "function-or-value", python: "jax.grad(loss(n, l))", typescript: "jax.grad(loss(n, l))" },
  { id: "function-or-value", python: "loss - 1", typescript: "jax.tree.map(n as never, n)" },
  { id: "function-or-value", python: "loss['kernel']" },
  { id: "function-or-value", python: "n(l)" },
  { id: "in-place-assignment", typescript: "const kept = 1; eval('kept = 2')" },
  { id: "nothing-there", python: "x @ None", typescript: "x.matmul((l as any).kernel)" },
  { id: "nothing-there", python: "a, b = None", typescript: "(n as any).weight.sub(1)" },
  { id: "unpacking-mismatch", python: "a, b = loss(n, l)", typescript: "const [a] = loss(n, l)" },
  { id: "unpacking-mismatch", python: "a, b = lr", typescript: "const [a] = lr as never" },
  { id: "unpacking-mismatch", python: "jax.grad(loss, argnums=(0, 1))(n, l).kernel" },
  { id: "unpacking-mismatch", python: "jax.grad(loss, argnums=(0, 1))(n, l)['kernel']" },
  {
    id: "one-number-expected",
    python: "float(x + jnp.ones((2, 1)))",
    typescript: "Number(x.add(jnp.ones([2, 1])))",
  },
  { id: "one-number-expected", python: "float(n)", typescript: "x.add(jnp.ones([2, 1])).item()" },
  {
    id: "array-expected",
    python: "jax.grad(lambda h, l: 1.0)(head, l)",
    typescript: "jax.grad((h: any) => 1)(head as never)",
  },
  { id: "array-expected", python: "jnp.mean([lr])", typescript: "jnp.mean([lr] as never)" },
  { id: "syntax-error", python: "loss(n, l", typescript: "loss(n, l" },
  { id: "syntax-error", python: "    loss(n, l)" },
  { id: "new-missing", typescript: "(nn as any).Dense({ features: 1 })" },
];

const BEFORE: Record<Language, string> = {
  python: `import jax, flax.linen as nn, jax.numpy as jnp
from flax import nnx
def mixed_train_step(seed, x, y, lr):
    encoder = nnx.Linear(x.shape[-1], 4, rngs=nnx.Rngs(7))
    head = nn.Dense(y.shape[-1])
    n = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
    l = head.init(jax.random.PRNGKey(8), jnp.zeros(4))
    loss = lambda n, l: jnp.mean((head.apply(l, x @ n["kernel"] + n["bias"]) - y) ** 2)
    `,
  typescript: `import * as jax from "jax"; import * as jnp from "jax/numpy"; import * as nn from "flax/linen"; import { nnx } from "flax";
export function mixed_train_step(seed, x, y, lr) {
  const encoder = new nnx.Linear(x.shape[x.ndim - 1], 4, { rngs: new nnx.Rngs(7) });
  const head = new nn.Dense({ features: y.shape[y.ndim - 1] });
  const n = { kernel: encoder.kernel.value, bias: encoder.bias.value };
  const l = head.init(jax.random.PRNGKey(8), jnp.zeros([4]));
  const loss = (n, l) => jnp.mean(head.apply(l, x.matmul(n.kernel).add(n.bias)).sub(y).pow(2));
  `,
};
const AFTER: Record<Language, string> = { python: "\n", typescript: ";\n}\n" };

/** The lines of one language, each in a program of its own. */
export function raisingPrograms(
  language: Language,
): { id: string; line: string; source: string }[] {
  return RAISING_LINES.flatMap(({ id, [language]: line }) =>
    line === undefined ? [] : [{ id, line, source: BEFORE[language] + line + AFTER[language] }],
  );
}
