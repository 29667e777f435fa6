/** Everything the page shows, as tagged unions: combinations that cannot be are not written down. */
import type { RuntimeStatus } from "../runner/runner";
import type { RunOutcome } from "../protocol/run";
import type { ConsoleLine } from "../protocol/verdict";
import type { Graded } from "./grader";
import { starterDraft } from "./draft";
import type { Draft } from "./draft";
import type { Route } from "./route";
import { DEFAULT_SETTINGS } from "./settings";
import type { Settings } from "./settings";

export type { RuntimeStatus };

/** The learner's graded run. Whether a pending one waits or runs is the runtime's status to say. */
export type RunState =
  | { kind: "none" }
  | { kind: "pending"; console: readonly ConsoleLine[] }
  | ({ kind: "finished"; run: number } & Graded)
  /** The page's own grading broke; the learner's code is not at fault. */
  | { kind: "grader-failed"; message: string };

/** The playground's run. */
export type ProgramState =
  | { kind: "none" }
  | { kind: "pending"; console: readonly ConsoleLine[] }
  | { kind: "finished"; run: number; outcome: RunOutcome };

/** Which of the three narrow-screen tabs is open. */
export type Pane = "read" | "edit" | "results";

export type LabState = {
  route: Route;
  pane: Pane;
  settings: Settings;
  runtime: RuntimeStatus;
  /** Python's, which starts when it is first asked for. */
  pythonRuntime: RuntimeStatus;
  /** The lesson's draft and the playground's. */
  drafts: Readonly<Record<Route, Draft>>;
  run: RunState;
  program: ProgramState;
  hintsShown: number;
  /** Graded runs that failed since the last pass. */
  failedRuns: number;
  /** Passed in this visit. */
  passed: boolean;
  offline: boolean;
};

/** The state that the prerendered HTML shows: before storage, address or runtime are known. */
export function initialState(drafts: Record<Route, { key: string; starter: string }>): LabState {
  return {
    route: "lesson",
    pane: "read",
    settings: DEFAULT_SETTINGS,
    runtime: { kind: "idle" },
    pythonRuntime: { kind: "idle" },
    drafts: {
      lesson: starterDraft(drafts.lesson.key, drafts.lesson.starter),
      playground: starterDraft(drafts.playground.key, drafts.playground.starter),
    },
    run: { kind: "none" },
    program: { kind: "none" },
    hintsShown: 0,
    failedRuns: 0,
    passed: false,
    offline: false,
  };
}
