import recorded from "../../../../golden/recordings/single_expressions.json";
import type { JaxArray } from "../../array/array";
import { jax, jnp, optax } from "./api";
import type { Suite } from "./case";
import { assertEqual, assertRecorded } from "./matchers";
import { loosely } from "./transforms/loosely";

const { random, tree, treeUtil } = jax;
const { initializers } = jax.nn;
const key = (): JaxArray => random.PRNGKey(3);
const m = (): JaxArray =>
  jnp.array([
    [0.5, -1, 2],
    [1.5, 0.25, -0.75],
  ]);
const v = (): JaxArray => jnp.array([0.5, -1, 2]);

class Pair {
  constructor(
    readonly a: JaxArray,
    readonly b: JaxArray,
  ) {}
}
treeUtil.registerPytreeWithKeys(
  Pair,
  ({ a, b }) => [
    [
      ["a", a],
      ["b", b],
    ],
    null,
  ],
  (_, [a, b]) => new Pair(a as JaxArray, b as JaxArray),
);

/** Two updates with the same gradient. */
function twice<S>(transformation: optax.GradientTransformation<S>): unknown {
  const [first, state] = transformation.update([v()], transformation.init([v()]));
  return [first, transformation.update([v().mul(2)], state)[0]];
}

const SPELLINGS: Readonly<Record<string, () => unknown>> = {
  "jax.nn.initializers.xavier_uniform()(key, (2, 3))": () =>
    initializers.xavierUniform()(key(), [2, 3]),
  "jax.nn.initializers.kaiming_normal()(key, (2, 3))": () =>
    initializers.kaimingNormal()(key(), [2, 3]),
  "jax.nn.initializers.kaiming_uniform()(key, (2, 3))": () =>
    initializers.kaimingUniform()(key(), [2, 3]),
  "[jnp.float_(1.5), jnp.int_(2), jnp.uint(3)]": () => [jnp.float_(1.5), jnp.int_(2), jnp.uint(3)],
  "jnp.apply_along_axis(lambda r: r * r.sum(), 1, m)": () =>
    jnp.applyAlongAxis((r) => r.mul(r.sum()), 1, m()),
  "jnp.vectorize(lambda a, b: a * b + 1.0)(m, v)": () =>
    loosely(
      jnp.vectorize((...[a, b]: JaxArray[]) => a.mul(b).add(1)),
      m(),
      v(),
    ),
  "jax.random.laplace(key, (3,))": () => random.laplace(key(), [3]),
  "jax.random.rademacher(key, (5,))": () => random.rademacher(key(), [5]),
  '[leaf for _, leaf in jax.tree.leaves_with_path({"b": v, "a": [m]})]': () =>
    tree.leavesWithPath({ b: v(), a: [m()] }).map(([, leaf]) => leaf),
  '[leaf for _, leaf in jax.tree.flatten_with_path({"b": v, "a": [m]})[0]]': () =>
    tree.flattenWithPath({ b: v(), a: [m()] })[0].map(([, leaf]) => leaf),
  "[tu.tree_all([True, 1]), tu.tree_all([True, 0])]": () => [
    jnp.asarray(treeUtil.treeAll([true, 1])),
    jnp.asarray(treeUtil.treeAll([true, 0])),
  ],
  'tu.tree_broadcast({"a": 1.0, "b": 2.0}, {"a": [1.0, 2.0], "b": 3.0})': () =>
    treeUtil.treeBroadcast({ a: 1, b: 2 }, { a: [1, 2], b: 3 }),
  'tu.tree_leaves({"b": v, "a": [m]})': () => treeUtil.treeLeaves({ b: v(), a: [m()] }),
  'tu.tree_reduce(lambda a, b: a + b, {"b": v, "a": [v, v]})': () =>
    treeUtil.treeReduce((a: JaxArray, b: JaxArray) => a.add(b), { b: v(), a: [v(), v()] }),
  "tu.tree_map(lambda x: x * 2.0, Pair(v, m))": () =>
    loosely(treeUtil.treeMap, (x: JaxArray) => x.mul(2), new Pair(v(), m())),
  "twice(optax.scale_by_lion())": () => twice(optax.scaleByLion()),
  "twice(optax.scale_by_rms())": () => twice(optax.scaleByRms()),
  "twice(optax.scale_by_rss())": () => twice(optax.scaleByRss()),
  "twice(optax.scale_by_stddev())": () => twice(optax.scaleByStddev()),
};

/** Functions that no other recording has, one value each. */
export const singleExpressions: Suite = {
  name: "recorded values of further functions",
  cases: recorded.cases.map(({ python, leaves }) => ({
    name: python,
    run() {
      const got = tree.leaves(SPELLINGS[python]());
      assertEqual(got.length, leaves.length, "the number of leaves");
      leaves.forEach((leaf, i) => assertRecorded(got[i], leaf, `leaf ${i}`));
    },
  })),
};
