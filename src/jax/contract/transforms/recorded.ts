import recorded from "../../../../golden/transforms.json";
import { jax } from "../api";
import type { Case, Suite } from "../case";
import { assertEqual, assertRecorded } from "../matchers";
import { CONTROL_FLOW, CUSTOM_RULES } from "./control-flow";
import { FUNCTIONAL } from "./functional";
import { JAXPRS, MISTAKES } from "./texts";

type Table = Readonly<Record<string, () => unknown>>;
const VALUES: Table = { ...CONTROL_FLOW, ...CUSTOM_RULES, ...FUNCTIONAL };

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

/** Values leaf by leaf, texts of staged functions and of errors, as recorded from jax. */
export const recordedTransforms: Suite = {
  name: "recorded transformations",
  cases: [
    ...casesOf(VALUES, recorded.values, ({ leaves }, run) => {
      const got = jax.tree.leaves(run());
      assertEqual(got.length, leaves.length, "the number of leaves");
      leaves.forEach((leaf, i) => assertRecorded(got[i], leaf, `leaf ${i}`));
    }),
    ...casesOf(JAXPRS, recorded.jaxprs, ({ text }, run) =>
      assertEqual(String(run()), text, "the text"),
    ),
    ...casesOf(MISTAKES, recorded.errors, ({ type, text }, run) => {
      const got = errorOf(run);
      assertEqual(got.type, type, "the type");
      assertEqual(got.text, text, "the text");
    }),
  ],
};
