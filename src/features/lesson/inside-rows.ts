import type { SeenCall, SeenLeaf, SeenName } from "../../lib/seen-call";
import type { InsideStep } from "./lesson-context";

/** One step of a look inside; no leaves where the record does not have it. */
export type InsideRow = {
  title: string;
  /** What the program calls it, in which function; null for a returned number. */
  name: string | null;
  line: number | null;
  leaves: readonly SeenLeaf[];
};

/**
 * The steps with what the record of a run has of them: the first call that has a name of the step, and of several
 * names that which stands earlier in the step's list. `returned` are the program's own numbers.
 */
export function insideRows(
  steps: readonly InsideStep[],
  seen: readonly SeenCall[],
  returned: readonly number[] | null,
): InsideRow[] {
  return steps.map((step) => {
    const { title, from } = step;
    if (typeof from === "number") {
      const value = returned?.[from];
      const leaves = value === undefined ? [] : [{ path: "", shape: [], values: [value] }];
      return { title, name: null, line: null, leaves };
    }
    const found = findName(step, from, seen);
    return {
      title,
      name: found?.name ?? null,
      line: found?.line ?? null,
      leaves: found?.leaves ?? [],
    };
  });
}

function findName(
  { leaves: fits = () => true }: InsideStep,
  names: readonly string[],
  seen: readonly SeenCall[],
): SeenName | null {
  for (const wanted of names) {
    for (const call of seen) {
      for (const one of call.names) {
        const leaves = one.leaves.filter(({ path }) => fits(path));
        if (plain(one.name) === wanted && leaves.length > 0) return { ...one, leaves };
      }
    }
  }
  return null;
}

function plain(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
