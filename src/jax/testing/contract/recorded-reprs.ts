import recorded from "../../../../golden/recordings/reprs.json";
import { reprOf } from "../../tree/repr-of";
import { jax, jnp, linen, nnx } from "./api";
import type { Suite } from "./case";
import { assertEqual } from "./matchers";

const { random } = jax;
const whole = { dtype: "int32" };
const linear = (): nnx.Linear => new nnx.Linear(2, 3, { rngs: new nnx.Rngs(0) });

/** Values by the line of golden/recordings/reprs.json; Python's whole numbers need a dtype here. */
const SPELLINGS: Readonly<Record<string, () => unknown>> = {
  "jnp.float32(1.5)": () => jnp.float32(1.5),
  "jnp.array([1, 2])": () => jnp.array([1, 2], whole),
  "jnp.array([1., 2.5])": () => jnp.array([1, 2.5]),
  "jnp.array(2.)": () => jnp.array(2),
  "jnp.array([])": () => jnp.array([]),
  "jnp.zeros((0, 3))": () => jnp.zeros([0, 3]),
  "jnp.array([True, False])": () => jnp.array([true, false]),
  "jnp.arange(6.).reshape(2, 3)": () => jnp.arange(6).reshape(2, 3),
  "jnp.array([1e-5, 1.0])": () => jnp.array([1e-5, 1]),
  "jnp.array([1e6, 1.5])": () => jnp.array([1e6, 1.5]),
  "jnp.array([1e8, 1.5])": () => jnp.array([1e8, 1.5]),
  "jnp.array([jnp.nan, jnp.inf, -1.])": () => jnp.array([jnp.nan, jnp.inf, -1]),
  "jnp.linspace(0, 1, 11)": () => jnp.linspace(0, 1, 11),
  "random.normal(PRNGKey(0), (3, 4))": () => random.normal(random.PRNGKey(0), [3, 4]),
  "random.normal(PRNGKey(1), (12,))": () => random.normal(random.PRNGKey(1), [12]),
  "random.PRNGKey(42)": () => random.PRNGKey(42),
  "random.key(42)": () => random.key(42),
  "jnp.arange(2000)": () => jnp.arange(2000, whole),
  "jnp.arange(3) + 1": () => jnp.arange(3, whole).add(jnp.int32(1)),
  "jnp.arange(3) + 1.0": () => jnp.arange(3, whole).add(1),
  "jnp.arange(3) / 2": () => jnp.arange(3, whole).div(jnp.int32(2)),
  "jnp.sqrt(4)": () => jnp.sqrt(4),
  "jax.grad(lambda x: x**2)(3.0)": () => jax.grad((x: jax.Array) => x.pow(2))(jnp.asarray(3)),
  "nnx.Linear(2, 3, rngs=nnx.Rngs(0)).bias": () => linear().bias,
  "nn.Dense(2).init(PRNGKey(0), jnp.zeros(3))": () =>
    new linen.Dense(2).init(random.PRNGKey(0), jnp.zeros([3])),
  "nnx.Rngs(0)": () => new nnx.Rngs(0),
  "nnx.state(nnx.Linear(2, 3, rngs=nnx.Rngs(0)))": () => nnx.state(linear()),
};

/**
 * What only Python can say: weak whole numbers, tuples, its own floats, and layers in full, since those of
 * TypeScript have no attributes for functions such as `dot_general`.
 */
const PYTHON_ONLY = [
  "nnx.Linear(2, 3, rngs=nnx.Rngs(0))",
  "nn.Dense(3)",
  "jnp.array(2)",
  "jax.tree.structure({'b': 1, 'a': (2, None)})",
  "float(jnp.float32(0.1))",
];

/** A function's place in memory is another one in each run. */
function tidy(text: string): string {
  return text.replaceAll(/ at 0x[0-9a-f…]+/g, " at 0x…");
}

/** How values are written, as recorded from Python's repr. */
export const recordedReprs: Suite = {
  name: "recorded texts of values",
  cases: [
    ...recorded.cases
      .filter(({ python }) => python in SPELLINGS)
      .map(({ python, repr }) => ({
        name: python,
        run: () => assertEqual(tidy(reprOf(SPELLINGS[python]())), tidy(repr), "repr"),
      })),
    {
      name: "no row is left out unless named",
      run() {
        const left = recorded.cases
          .map(({ python }) => python)
          .filter((python) => !(python in SPELLINGS));
        assertEqual(left.sort().join("; "), [...PYTHON_ONLY].sort().join("; "), "rows left out");
      },
    },
  ],
};
