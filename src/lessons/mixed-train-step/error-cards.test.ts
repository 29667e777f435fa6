import { describe, expect, it } from "vitest";
import recorded from "../../../golden/errors.json";
import { errorCardFor } from "../../grading/explain-error";
import { check } from "./check";

const idOf = (type: string, message: string) =>
  errorCardFor(check, { type, message, line: null, explain: null })?.id ?? null;

/** Texts of JAX and Flax, as recorded, that this lesson's function can raise. */
const EXPECTED: [RegExp, string][] = [
  [/^PRNG key seed must be an integer/, "float-seed"],
  [/^Invalid rng value/, "float-seed"],
  [/missing 1 required keyword-only argument: 'rngs'/, "rngs-missing"],
  [/^Can't call compact methods on unbound modules/, "module-called-unbound"],
  [/^The first argument passed to an apply function/, "params-level-dropped"],
  [/^Expect the `variables`/, "params-level-dropped"],
  [/^For parameter "kernel"/, "wrong-dummy-shape"],
  [/^Gradient only defined for scalar-output functions/, "loss-not-scalar"],
  [/^Abstract tracer value encountered/, "float-inside-grad"],
  [/^Attempted boolean conversion/, "float-inside-grad"],
  [/^pytree structure error/, "grads-swapped"],
  [/^module 'jax' has no attribute 'tree_map'/, "name-not-available"],
];

describe("errors with an explanation", () => {
  it.each(EXPECTED)("%s", (text, id) => {
    const found = recorded.cases.filter(({ text: own }) => own && text.test(own));
    expect(found.length).toBeGreaterThan(0);
    for (const { type, text: own } of found) expect(idOf(type ?? "", own ?? "")).toBe(id);
  });
});
