import recorded from "../../../../../golden/recordings/bad_input.json";
import { reprOf } from "../../../tree/repr-of";
import type { Case, Suite } from "../case";
import { assertEqual } from "../matchers";
import { dtypeMistakes } from "./dtypes";
import { keyMistakes } from "./keys";
import { rankMistakes } from "./ranks";
import { shapeMistakes } from "./shapes";
import type { MistakeTable } from "./table";
import { treeMistakes } from "./trees";

const MISTAKES: MistakeTable = {
  ...shapeMistakes,
  ...dtypeMistakes,
  ...rankMistakes,
  ...treeMistakes,
  ...keyMistakes,
};

/** Recorded lines without a program here, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  ...because("JAX's text has the address of the Python function that it jits", [
    "jnp.add('a', 1)",
    "jnp.kron(jnp.ones(2), 'a')",
    "jax.jit(lambda x: x)('a')",
  ]),
  ...because("the text names Python's int, and JavaScript's numbers are floats", [
    "jnp.array({'a': 1})",
    "jax.tree.map(jnp.add, [1, [2]], [1, 2])",
    "jax.tree.map(jnp.add, [1, None], [1, 2])",
    "lax.scan(lambda c, x: (c, c), {'a': 1.0}, 3)",
  ]),
  ...because("the text names tuples, which are lists in TypeScript", [
    "jax.jvp(lambda a, b: a, (1.0, 2.0), (1.0,))",
    "jax.vmap(lambda t: t['a'], in_axes=({'b': 0},))({'a': jnp.ones(3)})",
    "jax.vmap(lambda x: (x, x), out_axes=(0, 0, 0))(jnp.ones(3))",
  ]),
  ...because("the parameter names in the text are those of NumPy's ufunc class", [
    "jax.vmap(jnp.add)(jnp.ones(2), jnp.ones(3))",
  ]),
  ...because("the text is about the inside of JAX's function or of its compiler", [
    "jnp.linalg.cholesky(jnp.ones(3))",
    "random.uniform(random.key(0), (-1,))",
  ]),
  ...because("tested beside the members", ["jax.hessian(lambda x: x * 2)(jnp.ones(2)).foo"]),
};

function because(reason: string, lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.map((line) => [line, reason]));
}

/** What a line gave: its error as Python prints it, or its value's repr. Places in a file are Python's. */
function outcome(run: () => unknown): string {
  try {
    return reprOf(run());
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

type Recorded = { readonly type?: string; readonly text?: string; readonly ok?: string };

function expected({ type, text, ok }: Recorded): string {
  return ok ?? `${type}: ${(text ?? "").replaceAll(" at <string>:1", "")}`;
}

const cases: Case[] = recorded.cases.flatMap((line) =>
  line.python in MISTAKES
    ? [
        {
          name: line.python,
          run: () => assertEqual(outcome(MISTAKES[line.python]), expected(line), "outcome"),
        },
      ]
    : [],
);

/** Mistakes that are made most: shapes, dtypes, ranks, trees and keys, as real JAX answers them. */
export const badInput: Suite = {
  name: "bad input",
  cases: [
    ...cases,
    {
      name: "no line is left out unless named",
      run() {
        const left = recorded.cases
          .map(({ python }) => python)
          .filter((line) => !(line in MISTAKES));
        assertEqual(left.sort().join("\n"), Object.keys(LEFT_OUT).sort().join("\n"), "left out");
      },
    },
  ],
};
