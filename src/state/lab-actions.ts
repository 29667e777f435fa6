/** Everything that may be done on the page. */
import type { Backend, Language } from "../protocol/backend";
import type { RunInput, RunOutcome } from "../protocol/run";
import type { RunOptions } from "../runner/runner";
import type { Desk } from "./desk";
import type { Revision } from "./draft-db";
import type { DraftNotice } from "./draft-notices";
import type { EditRequest, MarkedRanges } from "./editor-requests";
import type { Attempt, Graded } from "./grader";
import type { Pane } from "./lab-state";
import type { OfferedProgram } from "./offers";
import type { Played, Program } from "./play-program";
import type { Route } from "./route";
import type { PaneLayout, ThemeChoice } from "./settings";
import type { ProgramText } from "./standing";
import type { StepGuess } from "./step-guess";
import type { TimingOptions } from "./time-steps";

export type LabActions = {
  /** Reads settings and drafts. The page can be used before it is done. */
  start(): Promise<void>;
  /** Loads the runtime and compiles the coming run's shapes; call once the text can be read. */
  warmUp(): void;
  goTo(route: Route): void;
  openPane(pane: Pane): void;
  setTheme(theme: ThemeChoice): void;
  /** Snippets, editor and runs change together; each language keeps its own draft. */
  setLanguage(language: Language): void;
  /** What programs compute on from the next run on; null leaves it to the page. */
  setDevice(device: Backend | null): void;
  /** Times one warm step of a lesson on each device, and tells each time as it comes. */
  timeSteps(slug: string, options: TimingOptions): Promise<void>;
  setLayout(group: string, layout: PaneLayout): void;
  setOffline(offline: boolean): void;
  /** The next hint of the lesson of this slug. */
  showHint(slug: string): void;
  /** Whether the learner is asked before each run of this lesson where its step will go. */
  askGuess(slug: string, on: boolean): void;
  /** Where they expect the next one to go. */
  setGuess(slug: string, guess: StepGuess): void;
  edit(desk: Desk, source: string): void;
  reset(desk: Desk): void;
  replaceDraft(desk: Desk, source: string): void;
  undoReplace(desk: Desk): void;
  /** Texts that the shown draft once held, newest first. Rejects where the browser stores none. */
  earlierVersions(desk: Desk): Promise<readonly Revision[]>;
  resolveConflict(desk: Desk, choice: "mine" | "other"): void;
  /** Marks ranges in the editor, in place of those that are marked; they are seen while the text stays as it is. */
  mark(marked: MarkedRanges | null): void;
  /** Asks the editor for a change; false where the text on the screen is another or the changes overlap. */
  requestEdit(request: Omit<EditRequest, "id">): boolean;
  /** The editor has made the change, or could not. */
  editDone(id: number): void;
  /** Brings a line of the shown draft into view, with the cursor. */
  goToLine(desk: Desk, line: number): void;
  /** The editor has done so. */
  lineShown(id: number): void;
  /** Shows a program beside the draft of its desk; where that is the starter, `takeIfFree` puts it in place at once. */
  offer(program: OfferedProgram, takeIfFree: boolean): void;
  /** Reads the program of a link and offers it; the route where it is shown. */
  openShared(text: string): Promise<Route>;
  /** Ends the offer: takes the program into the editor, or leaves the draft as it is. */
  answerOffer(take: boolean): void;
  saveNow(): Promise<void>;
  /** Passed, steps, hints and results of all lessons, as at a first visit. Drafts stay. */
  forgetProgress(): void;
  /** The page is hidden or left. */
  leave(): void;
  onDraftNotice(notice: DraftNotice): void;
  /** Grades the draft of the lesson of this slug. */
  run(slug: string): Promise<void>;
  runPlayground(): Promise<void>;
  /** Ends the run of that desk. */
  stop(desk: Desk): void;
  /**
   * Runs a program as the lesson's on one of its visible cases alone, and keeps what its names held. Judges nothing
   * and changes no progress.
   */
  lookInside(
    slug: string,
    caseId: string,
    program: ProgramText,
    options: SnippetOptions,
  ): Promise<RunOutcome>;
  /** Calls a function of a program once, on inputs that are none of the lesson's cases. Judges nothing. */
  callFunction(call: FunctionCall, options: SnippetOptions): Promise<RunOutcome>;
  /** Runs a snippet of the lesson; touches no draft. */
  runProgram(program: ProgramText, options: SnippetOptions): Promise<RunOutcome>;
  gradeAttempt(slug: string, attempt: Attempt): Promise<Graded>;
  playProgram(program: Program): Promise<Played>;
};

/** What a snippet's run is ended by, and whom it tells how far it is. */
export type SnippetOptions = Pick<RunOptions, "signal" | "onPhase">;

/** A function of a program by its name, and what it is called with. */
export type FunctionCall = ProgramText & { entry: string; inputs: readonly RunInput[] };
