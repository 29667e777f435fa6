/** The page's state and everything that may change it; knows nothing of React. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Language } from "../protocol/backend";
import type { RunOutcome } from "../protocol/run";
import type { Verdict } from "../protocol/verdict";
import type { Runner } from "../runner/runner";
import type { Draft } from "./draft";
import { createDraftKeeper } from "./draft-keeper";
import type { DraftKeeper } from "./draft-keeper";
import type { DraftDb } from "./draft-db";
import type { DraftNotice } from "./draft-notices";
import { createDraftMirror } from "./draft-mirror";
import { createGrader } from "./grader";
import type { Attempt } from "./grader";
import { initialState } from "./lab-state";
import type { LabState, Pane } from "./lab-state";
import type { LabLesson } from "./lesson-content";
import { playProgram } from "./play-program";
import type { Played, Program } from "./play-program";
import { createProgramFlow } from "./program-flow";
import { createRunFlow } from "./run-flow";
import type { Route } from "./route";
import { readSettings, writeSettings } from "./settings";
import type { PaneLayout, ThemeChoice } from "./settings";

export type LabOptions = {
  runner: Runner;
  lesson: LabLesson;
  /** What the playground holds at the first visit. */
  playgroundStarter: string;
  db: DraftDb;
  storage: Storage | null;
  /** Tells other tabs of stored drafts. */
  announce: (message: DraftNotice) => void;
};

export type LabActions = {
  /** Reads settings and drafts. The page can be used before it is done. */
  start(): Promise<void>;
  /** Loads the runtime and compiles the coming run's shapes; call once the text can be read. */
  warmUp(language?: Language): void;
  goTo(route: Route): void;
  openPane(pane: Pane): void;
  setTheme(theme: ThemeChoice): void;
  setSnippets(language: Language): void;
  setLayout(group: string, layout: PaneLayout): void;
  setOffline(offline: boolean): void;
  showHint(): void;
  edit(route: Route, source: string): void;
  reset(route: Route): void;
  replaceDraft(route: Route, source: string): void;
  undoReplace(route: Route): void;
  resolveConflict(route: Route, choice: "mine" | "other"): void;
  saveNow(): Promise<void>;
  /** The page is hidden or left. */
  leave(): void;
  onDraftNotice(notice: DraftNotice): void;
  run(): Promise<void>;
  runPlayground(): Promise<void>;
  stop(): void;
  /** Runs a snippet of the lesson; touches no draft. */
  runProgram(source: string, signal: AbortSignal, language?: Language): Promise<RunOutcome>;
  gradeAttempt(attempt: Attempt): Promise<Verdict>;
  playProgram(program: Program): Promise<Played>;
};

export type Lab = { store: StoreApi<LabState>; actions: LabActions; lesson: LabLesson };

export function createLab(options: LabOptions): Lab {
  const { runner, lesson, playgroundStarter, db, storage, announce } = options;
  const tabId = randomId();
  const slug = lesson.check.slug;
  const starters: Record<Route, { key: string; starter: string }> = {
    lesson: { key: `${slug}:typescript`, starter: lesson.starter },
    playground: { key: "playground:typescript", starter: playgroundStarter },
  };
  const store = createStore<LabState>(() => initialState(starters));
  const { getState, setState } = store;
  const mirror = createDraftMirror(storage);

  function keeperFor(route: Route): DraftKeeper {
    const set = (change: Partial<Draft>) =>
      setState(({ drafts }) => ({
        drafts: { ...drafts, [route]: { ...drafts[route], ...change } },
      }));
    return createDraftKeeper({
      db,
      mirror,
      tabId,
      starter: starters[route].starter,
      get: () => getState().drafts[route],
      set,
      announce: (rev) => announce({ key: starters[route].key, rev, tabId }),
    });
  }
  const keepers: Record<Route, DraftKeeper> = {
    lesson: keeperFor("lesson"),
    playground: keeperFor("playground"),
  };
  const bothKeepers = [keepers.lesson, keepers.playground];

  const grader = createGrader(runner, lesson);
  const runFlow = createRunFlow({ store, grader, draft: keepers.lesson });
  const programFlow = createProgramFlow({ store, runner, draft: keepers.playground });

  function changeSettings(change: Partial<LabState["settings"]>): void {
    const settings = { ...getState().settings, ...change };
    setState({ settings });
    writeSettings(storage, settings);
  }

  function runProgram(
    source: string,
    signal: AbortSignal,
    language: Language = "typescript",
  ): Promise<RunOutcome> {
    return runner.run({ kind: "program", language, source }, { signal });
  }

  const actions: LabActions = {
    async start() {
      const showRuntimes = () =>
        setState({ runtime: runner.status(), pythonRuntime: runner.status("python") });
      setState({ settings: readSettings(storage) });
      showRuntimes();
      runner.subscribe(showRuntimes);
      await Promise.all(bothKeepers.map((keeper) => keeper.load()));
    },
    warmUp: (language = "typescript") => grader.prepare(language),
    goTo(route) {
      if (route === getState().route) return;
      void actions.saveNow();
      setState({ route });
    },
    openPane: (pane) => setState({ pane }),
    setTheme: (theme) => changeSettings({ theme }),
    setSnippets: (snippets) => changeSettings({ snippets }),
    setLayout: (group, layout) =>
      changeSettings({ layouts: { ...getState().settings.layouts, [group]: layout } }),
    setOffline: (offline) => setState({ offline }),
    showHint: () => setState(({ hintsShown }) => ({ hintsShown: hintsShown + 1 })),
    edit: (route, source) => keepers[route].edit(source),
    reset: (route) => keepers[route].replace(starters[route].starter),
    replaceDraft: (route, source) => keepers[route].replace(source),
    undoReplace: (route) => keepers[route].undoReplace(),
    resolveConflict: (route, choice) => keepers[route].resolve(choice),
    async saveNow() {
      await Promise.all(bothKeepers.map((keeper) => keeper.flush()));
    },
    leave: () => bothKeepers.forEach((keeper) => keeper.leave()),
    onDraftNotice(notice) {
      if (notice.tabId === tabId) return;
      const route = notice.key === starters.lesson.key ? "lesson" : "playground";
      if (notice.key === starters[route].key) void keepers[route].onOtherTab(notice.rev);
    },
    run: runFlow.run,
    runPlayground: programFlow.run,
    stop() {
      runFlow.stop();
      programFlow.stop();
    },
    runProgram,
    gradeAttempt: async (attempt) => (await grader.grade(attempt)).verdict,
    playProgram: (program) => playProgram(runner, program),
  };
  return { store, actions, lesson };
}

function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join("");
}
