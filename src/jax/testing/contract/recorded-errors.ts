import recorded from "../../../../golden/recordings/errors.json";
import { reprOf } from "../../tree/repr-of";
import { jnp } from "./api";
import { callErrors, type ErrorTable } from "./array-cases/error-calls";
import { moduleErrors, noErrors, transformErrors } from "./array-cases/transform-errors";
import type { Case, Suite } from "./case";
import { assertEqual } from "./matchers";

const RAISING: ErrorTable = { ...callErrors, ...transformErrors, ...moduleErrors };

/**
 * What only Python can say: builtins on arrays, statements that assign, tuples beside lists, floats that
 * are whole (a number of JavaScript has no other type), the truth of an array, attributes of a layer that
 * are functions. What a missing name raises is tested beside the namespaces.
 */
const PYTHON_ONLY = [
  "jax.grad(lambda x: (x, x))(1.0)",
  "jax.grad(lambda m, x: m(x).sum())(lin, x3)",
  "jax.value_and_grad(lambda x: (x.sum(), x), has_aux=True)(x3)",
  "jax.tree_map",
  "int(x3)",
  "bool(x3)",
  "x3[0] = 1",
  "lin.kernel += 1",
  "tree_map(f, {'a': 1}, (1,))",
  "random.PRNGKey(2.0)",
  "jax.jit(lambda x: x if x > 0 else -x)(1.0)",
];

function given(): Parameters<ErrorTable[string]>[0] {
  return { x3: jnp.arange(3), x4: jnp.arange(4) };
}

function checkRaised(python: string, expected: string): void {
  let raised: unknown = null;
  try {
    RAISING[python](given());
  } catch (error) {
    raised = error;
  }
  if (!(raised instanceof Error)) throw new Error("nothing was raised");
  assertEqual(`${raised.name}: ${raised.message}`, expected, "error");
}

const known: Case[] = recorded.cases.flatMap(({ python, type, text, ok }) => {
  if (python in RAISING)
    return [{ name: python, run: () => checkRaised(python, `${type}: ${text}`) }];
  if (python in noErrors)
    return [
      { name: python, run: () => assertEqual(reprOf(noErrors[python](given())), ok ?? "", "text") },
    ];
  return [];
});

/** Errors: type and text as recorded from JAX and Flax, and the few lines that raise none. */
export const recordedErrors: Suite = {
  name: "recorded errors",
  cases: [
    ...known,
    {
      name: "no row is left out unless named",
      run() {
        const names = new Set(known.map(({ name }) => name));
        const left = recorded.cases.map(({ python }) => python).filter((each) => !names.has(each));
        assertEqual(left.sort().join("; "), [...PYTHON_ONLY].sort().join("; "), "rows left out");
      },
    },
  ],
};
