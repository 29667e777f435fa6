import { readFileSync } from "node:fs";
import { check } from "../../src/lessons/mixed-train-step/check";
import { scriptOf } from "../../src/state/take-out";

export { FOLLOWED_VERSIONS } from "../../src/lib/followed-versions";

const LESSON = "src/lessons/mixed-train-step";

/** The scripts that the page hands out for right programs, by name, with the right numbers as the page's. */
export function takenOut(): Record<string, string> {
  const cases = check.visible.map((inputs) => {
    const expected = check.reference(inputs);
    return { inputs, here: expected, expected };
  });
  const script = (file: string) =>
    scriptOf({
      source: readFileSync(`${LESSON}/${file}`, "utf8"),
      title: check.slug,
      check: { entry: check.entry, results: check.results, cases },
    });
  return { solution: script("solution.py") };
}
