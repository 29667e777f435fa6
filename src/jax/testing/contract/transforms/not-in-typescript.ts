/** Python asks an array for its truth here (`if x > 0`), which JavaScript does not. */
const TRUTH = [
  "lax.scan(lambda c, x: (c if c > 0 else x, x), 1.0, w)",
  "lax.fori_loop(0, 3, lambda i, c: c if c > 0 else c + 1, 1.0)",
  "lax.while_loop(lambda c: c < 3, lambda c: c if c > 0 else c + 1, 1.0)",
  "lax.cond(True, lambda c: c if c > 0 else c + 1, lambda c: c, 1.0)",
  "jax.checkpoint(lambda x: x if x > 0 else -x)(1.0)",
  "jax.jit(lambda x: 1 if x > 0 else 2)(1.0)",
  "jax.jit(lambda x, y: x if x.sum() > y.sum() else y)(w, w)",
  "jax.jit(lambda a, b, c: 1 if a + b + c > 0 else 2)(1.0, 2.0, 3.0)",
  'jax.jit(lambda p: 1.0 if p["w"][0] > 0 else 2.0)({"w": w})',
  "jax.jit(lambda l: l[0] if l[0] > 0 else l[1])([1.0, 2.0])",
  "jax.jit(jax.grad(lambda x: x if x > 0 else -x))(1.0)",
];

/**
 * Recorded lines that have no case here, by their part of golden/recordings/transforms.json: functions that
 * TypeScript's `jax.lax` does not have, what only Python can say, and texts of staged functions where
 * this page makes one of JAX's operations of several of its own.
 */
export const NOT_IN_TYPESCRIPT: Readonly<Record<string, readonly string[]>> = {
  values: [
    "[lax.full((2,), 1.5), lax.full_like(v, 2.0)]",
    "lax.argmax(v, 0, jnp.int32)",
    "lax.associative_scan(jnp.multiply, jnp.arange(1.0, 6.0), reverse=True)",
    "lax.associative_scan(lambda a, b: (a[0] * b[0], a[1] * b[0] + b[1]), (v, w))",
    "lax.batch_matmul(jnp.stack([m, m * 2.0]), jnp.stack([m, m]))",
    "lax.dynamic_update_index_in_dim(xs, jnp.zeros(2), 1, 0)",
    "lax.dynamic_update_slice_in_dim(xs, jnp.zeros((2, 2)), 1, 0)",
    "lax.pad(v, 0.0, [(1, 1, 1)])",
    "lax.reduce(v, 0.0, lax.add, (0,))",
  ],
  jaxprs: [
    // An array of one number made inside is a constant here.
    "lambda x: jnp.tanh(x @ jnp.ones((3, 2))) | v",
    // A loop gives its scanned argument back instead of computing it again.
    "lambda c: lax.scan(lambda c, x: (steep(c), x), c, w) | 1.0",
    "jax.vmap(double) | v",
    "lambda x: lax.top_k(x, 2) | v",
    "lambda x: lax.dynamic_slice(x, (1,), (2,)) | v",
  ],
  errors: [
    ...TRUTH,
    "lax.associative_scan(3, v)",
    "lax.associative_scan(jnp.add, (v, jnp.ones(4)))",
    // JAX says one of its sentences twice.
    "jax.jit(lambda x: x.tolist())(w)",
  ],
};
