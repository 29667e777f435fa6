import recorded from "../../../../../golden/recordings/transforms.json";
import { jax } from "../api";
import type { Case, Suite } from "../case";
import { assertEqual, assertRecorded } from "../matchers";
import { CONTROL_FLOW, CUSTOM_RULES } from "./control-flow";
import { ARGUMENT_MISTAKES } from "./argument-mistakes";
import { CONTROL_MISTAKES } from "./control-mistakes";
import { FUNCTIONAL } from "./functional";
import { MORE_FUNCTIONAL } from "./more-functional";
import { MORE_JAXPRS } from "./more-texts";
import { NOT_IN_TYPESCRIPT } from "./not-in-typescript";
import { JAXPRS, MISTAKES } from "./texts";

type Table = Readonly<Record<string, () => unknown>>;
const VALUES: Table = { ...CONTROL_FLOW, ...CUSTOM_RULES, ...FUNCTIONAL, ...MORE_FUNCTIONAL };
const TEXTS: Table = { ...JAXPRS, ...MORE_JAXPRS };
const ERRORS: Table = { ...MISTAKES, ...CONTROL_MISTAKES, ...ARGUMENT_MISTAKES };

/** A case for every line of the table; a line that was not recorded is a mistake in the table. */
function casesOf<Row extends { python: string }>(
  table: Table,
  rows: readonly Row[],
  check: (row: Row, run: () => unknown) => void,
): Case[] {
  return Object.entries(table).map(([python, run]) => ({
    name: python,
    run() {
      const row = rows.find((each) => each.python === python);
      if (row === undefined) throw new Error("this line was not recorded");
      check(row, run);
    },
  }));
}

function errorOf(run: () => unknown): { type: string; text: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return { type: error.name, text: error.message };
  }
  return { type: "none", text: "" };
}

/** A case that fails for a recorded line which no table has and which is not named as left out. */
function completeness(what: string, table: Table, rows: readonly { python: string }[]): Case {
  return {
    name: `no line of ${what} is left out unless named`,
    run() {
      const left = rows.map(({ python }) => python).filter((python) => !(python in table));
      const named = NOT_IN_TYPESCRIPT[what];
      assertEqual(left.sort().join("\n"), [...named].sort().join("\n"), "the lines left out");
    },
  };
}

/** Values leaf by leaf, texts of staged functions and of errors, as recorded from jax. */
export const recordedTransforms: Suite = {
  name: "recorded transformations",
  cases: [
    ...casesOf(VALUES, recorded.values, ({ leaves }, run) => {
      const got = jax.tree.leaves(run());
      assertEqual(got.length, leaves.length, "the number of leaves");
      leaves.forEach((leaf, i) => assertRecorded(got[i], leaf, `leaf ${i}`));
    }),
    ...casesOf(TEXTS, recorded.jaxprs, ({ text }, run) =>
      assertEqual(String(run()), text, "the text"),
    ),
    ...casesOf(ERRORS, recorded.errors, ({ type, text }, run) => {
      const got = errorOf(run);
      assertEqual(got.type, type, "the type");
      assertEqual(got.text, text, "the text");
    }),
    completeness("values", VALUES, recorded.values),
    completeness("jaxprs", TEXTS, recorded.jaxprs),
    completeness("errors", ERRORS, recorded.errors),
  ],
};
