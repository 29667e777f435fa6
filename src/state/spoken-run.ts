/** What is said of a run to those who listen: that it waits, that it runs, how it ended. */
import { assertNever } from "../lib/assert-never";
import { draftEnding, endingSentence } from "../protocol/ending-sentence";
import type { RunOutcome } from "../protocol/run";
import type { ProgramState, RunPhase, RunState } from "./lab-state";
import { withoutTraceback } from "../protocol/traceback";
import { pendingHeadline } from "./run-progress";

export type SpokenEvent = { event: string | number; sentence: string; passing?: boolean };

const NOTHING: SpokenEvent = { event: "none", sentence: "" };

/** A run that has not ended; most are over before anything need be said. */
export function spokenPhase(phase: RunPhase): SpokenEvent {
  return { event: phase.kind, sentence: pendingHeadline(phase).replace(" …", "."), passing: true };
}

/** The learner's graded run. Its laws come later and change no sentence. */
export function spokenRun(run: RunState): SpokenEvent {
  switch (run.kind) {
    case "none":
      return NOTHING;
    case "pending":
      return spokenPhase(run.phase);
    case "finished":
      return { event: run.run, sentence: run.headline.text };
    case "grader-failed":
      return { event: run.kind, sentence: run.message };
    default:
      return assertNever(run);
  }
}

/** The playground's run. */
export function spokenProgram(program: ProgramState): SpokenEvent {
  switch (program.kind) {
    case "none":
      return NOTHING;
    case "pending":
      return spokenPhase(program.phase);
    case "finished":
      return { event: program.run, sentence: draftEnding(program.outcome).text };
    default:
      return assertNever(program);
  }
}

/** How a run in the lesson's text ended and how much it printed. */
export function spokenEnding(outcome: RunOutcome): string {
  const lines = withoutTraceback(outcome.console).printed.length;
  return `${endingSentence(outcome).text} ${lines === 1 ? "1 line" : `${lines} lines`} printed.`;
}
