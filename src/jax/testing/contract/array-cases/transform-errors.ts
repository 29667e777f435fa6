import { type jax as types, jax, jnp, linen, nnx, optax } from "../api";
import { loosely } from "../transforms/loosely";
import type { ErrorTable } from "./error-calls";

type Array = types.Array;
const { random, tree } = jax;
const first = (a: unknown): unknown => a;
const key = (): Array => random.PRNGKey(0);
const lin = (): nnx.Linear => new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
const dense = (): linen.Dense => new linen.Dense(3);
const variables = (): ReturnType<linen.Dense["init"]> => dense().init(key(), jnp.zeros([4]));

/** Derivatives, batches and trees, by the line of golden/recordings/errors.json. */
export const transformErrors: ErrorTable = {
  "jax.grad(lambda x: x)(x3)": ({ x3 }) => jax.grad((x: Array) => x)(x3),
  "jax.grad(lambda x: x.sum())(jnp.arange(3))": () =>
    jax.grad((x: Array) => x.sum())(jnp.arange(3, { dtype: "int32" })),
  "jax.grad(lambda x: x.sum(), argnums=1)(x3)": ({ x3 }) =>
    loosely(
      jax.grad((x: Array) => x.sum(), { argnums: 1 as never }),
      x3,
    ),
  "jax.grad(lambda a, b: (a*b).sum(), argnums=(0, 2))(x3, x3)": ({ x3 }) =>
    loosely(
      jax.grad((a: Array, b: Array) => a.mul(b).sum(), { argnums: [0, 2] }),
      x3,
      x3,
    ),
  "jax.grad(lambda x: float(x))(1.0)": () =>
    jax.grad((x: Array) => jnp.asarray(Number(x)))(jnp.asarray(1)),
  "jax.grad(lambda x: None)(1.0)": () => jax.grad((_: Array) => null)(jnp.asarray(1)),
  "jax.grad(lambda s: 1.0)('foo')": () => jax.grad((_: string) => 1)("foo"),
  "jax.grad(lambda x: x.sum().astype(int))(x3)": ({ x3 }) =>
    jax.grad((x: Array) => x.sum().astype("int32"))(x3),
  "jax.vmap(lambda a, b: a + b)(x3, x4)": ({ x3, x4 }) =>
    jax.vmap((a: Array, b: Array) => a.add(b))(x3, x4),
  "jax.vmap(lambda a: a)(1.0)": () => jax.vmap((a: Array) => a)(jnp.asarray(1)),
  "tree_map(f, {'a': 1}, {'b': 1})": () => loosely(tree.map, first, { a: 1 }, { b: 1 }),
  "tree_map(f, {'a': 1, 'b': 2}, {'a': 1})": () =>
    loosely(tree.map, first, { a: 1, b: 2 }, { a: 1 }),
  "tree_map(f, {'a': 1}, [1])": () => loosely(tree.map, first, { a: 1 }, [1]),
  "tree_map(f, [1, 2], [1, 2, 3])": () => loosely(tree.map, first, [1, 2], [1, 2, 3]),
};

/** Keys, layers and activations, by the line of golden/recordings/errors.json. */
export const moduleErrors: ErrorTable = {
  "random.PRNGKey(0.5)": () => random.PRNGKey(0.5),
  "random.PRNGKey(jnp.arange(3))": () => random.PRNGKey(jnp.arange(3, { dtype: "int32" })),
  "random.normal(0, (3,))": () => random.normal(0 as never, [3]),
  "random.fold_in(random.PRNGKey(0), jnp.arange(2))": () =>
    random.foldIn(key(), jnp.arange(2, { dtype: "int32" })),
  "lecun_normal()(key, (3,))": () => jax.nn.initializers.lecunNormal()(key(), [3]),
  "nnx.Linear(3, 4)": () => Reflect.construct(nnx.Linear, [3, 4]),
  "nnx.Linear(3, 4, nnx.Rngs(0))": () => Reflect.construct(nnx.Linear, [3, 4, new nnx.Rngs(0)]),
  "nnx.Rngs(0.5)": () => new nnx.Rngs(0.5),
  "nnx.Rngs(0).foo()": () => loosely(Reflect.get(new nnx.Rngs({ params: 0 }), "dropout")),
  "lin(x4)": ({ x4 }) => lin().call(x4),
  "dense(x4)": ({ x4 }) => dense().call(x4),
  "dense.apply(v, x3)": ({ x3 }) => dense().apply(variables(), x3),
  "dense.apply({}, x4)": ({ x4 }) => dense().apply({}, x4),
  "dense.apply(v['params'], x4)": ({ x4 }) => dense().apply(variables().params as never, x4),
  "dense.apply({'params': v}, x4)": ({ x4 }) => dense().apply({ params: variables() } as never, x4),
  "dense.apply({'params': {'kernel': v['params']['kernel']}}, x4)": ({ x4 }) =>
    dense().apply({ params: { kernel: variables().params.kernel } }, x4),
  "dense.init(1, x4)": ({ x4 }) => dense().init(1 as never, x4),
  "dense.apply(v)": () => Reflect.apply(linen.Dense.prototype.apply, dense(), [variables()]),
  "nn.Dense()": () => Reflect.construct(linen.Dense, []),
  "jax.nn.relu('a')": () => jax.nn.relu("a" as never),
};

/** What JAX's lines give that raise nothing, as their repr. */
export const noErrors: ErrorTable = {
  "nnx.grad(lambda m, x: m(x).sum())(lin, x3)": ({ x3 }) =>
    nnx.grad((model: nnx.Linear, x: Array) => model.call(x).sum())(lin(), x3),
  "optax.sgd(0.1).update([x3], ())": ({ x3 }) => {
    const sgd = optax.sgd(0.1);
    return sgd.update([x3], sgd.init([x3]))[0];
  },
};
