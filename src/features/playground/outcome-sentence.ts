import { assertNever } from "../../lib/assert-never";
import type { RunOutcome } from "../../protocol/run";
import { milliseconds } from "../../ui/words";

/** How a program ended, in one sentence. */
export function outcomeSentence(outcome: RunOutcome): { failed: boolean; text: string } {
  const time = milliseconds(outcome.ms.run);
  switch (outcome.status) {
    case "done":
      return { failed: false, text: `Finished in ${time}.` };
    case "error":
      return { failed: true, text: raised(outcome) };
    case "timeout":
      return { failed: true, text: `Stopped after ${time}. Your code is saved.` };
    case "died":
      return {
        failed: true,
        text: "The program ended its runtime: out of memory, or it closed its own worker. The next run starts fresh.",
      };
    case "too-large":
      return { failed: true, text: "The program printed or returned more than a run may send." };
    case "cancelled":
      return { failed: false, text: "Stopped. Your code is saved." };
    case "gpu-lost":
      return { failed: true, text: "The graphics device was lost during the run. Run again." };
    case "unavailable":
      return { failed: true, text: "The program could not be run here." };
    default:
      return assertNever(outcome.status);
  }
}

function raised({ error }: RunOutcome): string {
  if (!error) return "The program raised an error.";
  const where = error.line === null ? "" : ` in line ${error.line}`;
  return `The program raised ${error.type}${where}.`;
}
