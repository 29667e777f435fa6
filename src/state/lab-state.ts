/** Everything the page shows, as tagged unions: combinations that cannot be are not written down. */
import type { Language } from "../protocol/backend";
import type { RunPhase, RuntimeStatus } from "../runner/runner";
import type { RunOutcome } from "../protocol/run";
import type { ConsoleLine } from "../protocol/verdict";
import type { Graded } from "./grader";
import { starterDraft } from "./draft";
import type { Draft } from "./draft";
import type { EditRequest, LineRequest, MarkedRanges } from "./editor-requests";
import { draftKey, PLAYGROUND } from "./desk";
import type { Desk } from "./desk";
import type { Offer } from "./offers";
import { NO_PROGRESS } from "./progress";
import type { Progress } from "./progress";
import { NO_GUESSING } from "./step-guess";
import type { Guessing } from "./step-guess";
import { toLesson } from "./route";
import type { Route } from "./route";
import { DEFAULT_SETTINGS } from "./settings";
import type { Settings } from "./settings";
import { standingOf } from "./standing";
import type { ProgramText, Standing } from "./standing";

export type { RunPhase, RuntimeStatus };

/** A run that was asked for and has not ended. */
export type PendingRun = { kind: "pending"; phase: RunPhase; console: readonly ConsoleLine[] };

/** The learner's graded run. */
export type RunState =
  | { kind: "none" }
  | PendingRun
  | ({ kind: "finished"; run: number; source: string; lawsPending: boolean } & Graded)
  /** The page's own grading broke; the learner's code is not at fault. */
  | { kind: "grader-failed"; message: string };

/** The playground's run. */
export type ProgramState =
  | { kind: "none" }
  | PendingRun
  | ({ kind: "finished"; run: number; outcome: RunOutcome } & ProgramText);

/** Which of the three narrow-screen tabs is open. */
export const PANES = ["read", "edit", "results"] as const;
export type Pane = (typeof PANES)[number];

/** What the page remembers of a lesson: the progress between visits, the rest in this one. */
export type LessonState = Progress & {
  run: RunState;
  /** Graded runs that failed since the last pass. */
  failedRuns: number;
  guessing: Guessing;
};

export type LabState = {
  route: Route;
  /** Slug of the lesson that is open, or was before the page went elsewhere. */
  lesson: string;
  pane: Pane;
  settings: Settings;
  /** One a language; each starts when it is first asked for. */
  runtimes: Readonly<Record<Language, RuntimeStatus>>;
  /** One a language at each desk. */
  drafts: Readonly<Record<Desk, Readonly<Record<Language, Draft>>>>;
  /** What the page points at in a draft. */
  marked: MarkedRanges | null;
  /** What the editor is asked to change; null once it has. */
  editRequest: EditRequest | null;
  /** A program from elsewhere that waits for the learner's word. */
  offer: Offer | null;
  /** The line that the editor is asked for; null once it is in view. */
  lineRequest: LineRequest | null;
  /** By slug. */
  lessons: Readonly<Record<string, LessonState>>;
  program: ProgramState;
  offline: boolean;
};

/** What each file holds before it is edited. */
export type Starters = Readonly<Record<Desk, Readonly<Record<Language, string>>>>;

/** A desk's draft in the language that is read and written. */
export function shownDraft(state: LabState, desk: Desk): Draft {
  return state.drafts[desk][state.settings.language];
}

/** The status of the runtime that the next run takes. */
export function shownRuntime({ settings, runtimes }: LabState): RuntimeStatus {
  return runtimes[settings.language];
}

export const UNTOUCHED: LessonState = {
  ...NO_PROGRESS,
  run: { kind: "none" },
  failedRuns: 0,
  guessing: NO_GUESSING,
};

/** The text at a desk that is on the screen. */
export function shownText(state: LabState, desk: Desk): ProgramText {
  return { language: state.settings.language, source: shownDraft(state, desk).source };
}

/** Of the last verdict of a lesson; null before there is one. */
export function lessonStanding(state: LabState, slug: string): Standing | null {
  const { run } = state.lessons[slug];
  if (run.kind !== "finished") return null;
  return standingOf({ language: run.verdict.language, source: run.source }, shownText(state, slug));
}

/** Of what the playground shows; null before it has run. */
export function programStanding(state: LabState): Standing | null {
  const { program } = state;
  return program.kind === "finished" ? standingOf(program, shownText(state, PLAYGROUND)) : null;
}

/** A run that has just been asked for. */
export const JUST_ASKED: PendingRun = { kind: "pending", phase: { kind: "starting" }, console: [] };

/** The state that the prerendered HTML shows: before storage, address or runtime are known. */
export function initialState(starters: Starters, slugs: readonly string[]): LabState {
  const [first = ""] = slugs;
  const drafts = Object.entries(starters).map(([desk, { typescript, python }]) => [
    desk,
    {
      typescript: starterDraft(draftKey(desk, "typescript"), typescript),
      python: starterDraft(draftKey(desk, "python"), python),
    },
  ]);
  return {
    route: toLesson(first),
    lesson: first,
    pane: "read",
    settings: DEFAULT_SETTINGS,
    runtimes: { typescript: { kind: "idle" }, python: { kind: "idle" } },
    drafts: Object.fromEntries(drafts),
    marked: null,
    editRequest: null,
    lineRequest: null,
    offer: null,
    lessons: Object.fromEntries(slugs.map((slug) => [slug, UNTOUCHED])),
    program: { kind: "none" },
    offline: false,
  };
}
