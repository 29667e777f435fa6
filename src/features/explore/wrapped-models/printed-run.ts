/** What a form's program printed: the two losses, and the leaves of its tree. */
import type { TreeLeaf } from "../../../figure-models/wrapped-models-model";
import { raisedWords } from "../../../protocol/ending-sentence";
import type { RunOutcome } from "../../../protocol/run";

export type PrintedRun =
  | { kind: "ran"; before: string; after: string; leaves: readonly TreeLeaf[] }
  | { kind: "failed"; why: string };

/** Reads a run of a form's program; losses stay text, so that every digit counts. */
export function printedRun(
  outcome: Pick<RunOutcome, "status" | "error"> & { console: readonly { text: string }[] },
): PrintedRun {
  if (outcome.error)
    return { kind: "failed", why: `It ${raisedWords(outcome.error)}: ${outcome.error.message}` };
  const words = outcome.console
    .flatMap(({ text }) => text.split("\n"))
    .map((line) => line.split(" "));
  const valueOf = (name: string) => words.find(([first]) => first === name)?.[1];
  const [before, after] = [valueOf("before"), valueOf("after")];
  if (outcome.status !== "done" || !before || !after)
    return { kind: "failed", why: "It was not run to its end." };
  const leaves = words
    .filter(([first]) => first === "leaf")
    .map(([, path = "", shape = ""]) => ({ path: path.split("/"), shape }));
  return { kind: "ran", before, after, leaves };
}

/** Whether all forms gave the same two losses; null while some have not run. */
export function sameSentence(runs: readonly (PrintedRun | undefined)[]): string | null {
  const ran = runs.flatMap((run) => (run?.kind === "ran" ? [run] : []));
  const [first] = ran;
  if (!first || ran.length < runs.length) return null;
  const same = ran.every(({ before, after }) => before === first.before && after === first.after);
  return same
    ? `The same two losses in all ${ran.length}, to the last digit: ${first.before} before the step, ${first.after} after it.`
    : "The losses differ in their last digits: the forms add the same numbers in another order.";
}
