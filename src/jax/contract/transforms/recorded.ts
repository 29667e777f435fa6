import recorded from "../../../../golden/transforms.json";
import { jax } from "../api";
import type { Suite } from "../case";
import { assertEqual, assertRecorded } from "../matchers";
import { CONTROL_FLOW, CUSTOM_RULES } from "./control-flow";

const PROGRAMS: Readonly<Record<string, () => unknown>> = {
  ...CONTROL_FLOW,
  ...CUSTOM_RULES,
};

const rows = recorded.values.filter(({ python }) => Object.hasOwn(PROGRAMS, python));

/** Values of transformed functions, leaf by leaf, as recorded from jax. */
export const recordedTransforms: Suite = {
  name: "recorded transformations",
  cases: rows.map(({ python, leaves }) => ({
    name: python,
    run() {
      const got = jax.tree.leaves(PROGRAMS[python]());
      assertEqual(got.length, leaves.length, "the number of leaves");
      leaves.forEach((leaf, i) => assertRecorded(got[i], leaf, `leaf ${i}`));
    },
  })),
};
