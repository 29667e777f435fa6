/** Everything the page shows, as tagged unions: combinations that cannot be are not written down. */
import type { Language } from "../protocol/backend";
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
  | ({ kind: "finished"; run: number; source: string; lawsPending: boolean } & Graded)
  /** The page's own grading broke; the learner's code is not at fault. */
  | { kind: "grader-failed"; message: string };

/** The playground's run. */
export type ProgramState =
  | { kind: "none" }
  | { kind: "pending"; console: readonly ConsoleLine[] }
  | { kind: "finished"; run: number; language: Language; outcome: RunOutcome };

/** Which of the three narrow-screen tabs is open. */
export type Pane = "read" | "edit" | "results";

export type LabState = {
  route: Route;
  pane: Pane;
  settings: Settings;
  /** One a language; each starts when it is first asked for. */
  runtimes: Readonly<Record<Language, RuntimeStatus>>;
  /** The lesson's drafts and the playground's, one a language. */
  drafts: Readonly<Record<Route, Readonly<Record<Language, Draft>>>>;
  run: RunState;
  program: ProgramState;
  hintsShown: number;
  /** Graded runs that failed since the last pass. */
  failedRuns: number;
  /** Passed in this visit. */
  passed: boolean;
  offline: boolean;
};

/** What each file holds before it is edited, and the lesson's name in the drafts' keys. */
export type Starters = Readonly<Record<Route, Readonly<Record<Language, string>>>> & {
  readonly slug: string;
};

/** The name under which a draft is stored. */
export function draftKey(route: Route, language: Language, { slug }: { slug: string }): string {
  return `${route === "lesson" ? slug : route}:${language}`;
}

/** The draft that is on the screen: the route's, in the language that is read and written. */
export function shownDraft(state: LabState, route: Route): Draft {
  return state.drafts[route][state.settings.language];
}

/** The status of the runtime that the next run takes. */
export function shownRuntime({ settings, runtimes }: LabState): RuntimeStatus {
  return runtimes[settings.language];
}

/** The state that the prerendered HTML shows: before storage, address or runtime are known. */
export function initialState(starters: Starters): LabState {
  const draftsOf = (route: Route) => ({
    typescript: starterDraft(draftKey(route, "typescript", starters), starters[route].typescript),
    python: starterDraft(draftKey(route, "python", starters), starters[route].python),
  });
  return {
    route: "lesson",
    pane: "read",
    settings: DEFAULT_SETTINGS,
    runtimes: { typescript: { kind: "idle" }, python: { kind: "idle" } },
    drafts: { lesson: draftsOf("lesson"), playground: draftsOf("playground") },
    run: { kind: "none" },
    program: { kind: "none" },
    hintsShown: 0,
    failedRuns: 0,
    passed: false,
    offline: false,
  };
}
