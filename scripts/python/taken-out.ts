import { LESSONS } from "../../src/lessons";
import { scriptOf } from "../../src/state/take-out";

export { FOLLOWED_VERSIONS } from "../../src/lib/followed-versions";

/** The scripts that the page hands out for the lessons' solutions, by slug, with the right numbers as the page's. */
export function takenOut(): Record<string, string> {
  return Object.fromEntries(
    LESSONS.map(({ check, programs }) => {
      const cases = check.visible.map((inputs) => {
        const expected = check.reference(inputs);
        return { inputs, here: expected, expected };
      });
      const script = scriptOf({
        source: programs.solution.python,
        title: check.slug,
        check: { entry: check.entry, results: check.results, cases },
      });
      return [check.slug, script];
    }),
  );
}
