import recorded from "../../../golden/errors.json";
import { jnp } from "./api";
import { callErrors } from "./array-cases/error-calls";
import type { Suite } from "./case";
import { assertEqual } from "./matchers";

/** What only Python can say: conversions by builtins, item assignment, a module's missing attribute. */
const PYTHON_ONLY = ["int(x3)", "bool(x3)", "x3[0] = 1", "lin.kernel += 1", "jax.tree_map"];

/** Rows about transformations, trees, keys and modules, which have tests of their own beside their code. */
const ELSEWHERE =
  /^(jax\.(grad|value_and_grad|jit|vmap|nn)|tree_map|random\.|lecun_normal|nnx\.|lin\(|dense|nn\.Dense|optax\.)/;

type Row = (typeof recorded.cases)[number];

function check({ python, type, text }: Row): void {
  const run = callErrors[python];
  let raised: unknown = null;
  try {
    run({ x3: jnp.arange(3), x4: jnp.arange(4) });
  } catch (error) {
    raised = error;
  }
  if (!(raised instanceof Error)) throw new Error("nothing was raised");
  assertEqual(`${raised.name}: ${raised.message}`, `${type}: ${text}`, "error");
}

/** Errors of arrays, dtypes, indexing and shapes: type and text as recorded from JAX. */
export const recordedErrors: Suite = {
  name: "recorded errors",
  cases: [
    ...recorded.cases
      .filter(({ python }) => python in callErrors)
      .map((row) => ({ name: row.python, run: () => check(row) })),
    {
      name: "no row is left out unless named",
      run() {
        const left = recorded.cases
          .map(({ python }) => python)
          .filter((python) => !(python in callErrors) && !ELSEWHERE.test(python));
        assertEqual(left.sort().join("; "), [...PYTHON_ONLY].sort().join("; "), "rows left out");
      },
    },
  ],
};
