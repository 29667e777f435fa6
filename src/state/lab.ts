/** The page's state and everything that may change it; knows nothing of React. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import { LANGUAGES } from "../protocol/backend";
import type { Language } from "../protocol/backend";
import type { RunOutcome } from "../protocol/run";
import type { Lesson } from "../lessons/lesson";
import type { Runner } from "../runner/runner";
import type { Draft } from "./draft";
import { createDraftKeeper } from "./draft-keeper";
import type { DraftKeeper } from "./draft-keeper";
import type { DraftDb, Revision } from "./draft-db";
import type { DraftNotice } from "./draft-notices";
import { createDraftMirror } from "./draft-mirror";
import { createGrader } from "./grader";
import type { Attempt, Graded } from "./grader";
import { draftKey, initialState, shownDraft } from "./lab-state";
import type { LabState, Pane, Starters } from "./lab-state";
import { playProgram } from "./play-program";
import type { Played, Program } from "./play-program";
import { createProgramFlow } from "./program-flow";
import { createRunFlow } from "./run-flow";
import { ROUTES } from "./route";
import type { Route } from "./route";
import { readSettings, writeSettings } from "./settings";
import type { PaneLayout, ThemeChoice } from "./settings";

export type LabOptions = {
  runner: Runner;
  lesson: Lesson;
  /** What the playground holds at the first visit, by language. */
  playgroundStarters: Readonly<Record<Language, string>>;
  db: DraftDb;
  storage: Storage | null;
  /** Tells other tabs of stored drafts. */
  announce: (message: DraftNotice) => void;
};

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
  setLayout(group: string, layout: PaneLayout): void;
  setOffline(offline: boolean): void;
  showHint(): void;
  edit(route: Route, source: string): void;
  reset(route: Route): void;
  replaceDraft(route: Route, source: string): void;
  undoReplace(route: Route): void;
  /** Texts that the shown draft once held, newest first. Rejects where the browser stores none. */
  earlierVersions(route: Route): Promise<readonly Revision[]>;
  resolveConflict(route: Route, choice: "mine" | "other"): void;
  saveNow(): Promise<void>;
  /** The page is hidden or left. */
  leave(): void;
  onDraftNotice(notice: DraftNotice): void;
  run(): Promise<void>;
  runPlayground(): Promise<void>;
  stop(): void;
  /** Runs a snippet of the lesson; touches no draft. */
  runProgram(source: string, signal: AbortSignal, language: Language): Promise<RunOutcome>;
  gradeAttempt(attempt: Attempt): Promise<Graded>;
  playProgram(program: Program): Promise<Played>;
};

export type Lab = { store: StoreApi<LabState>; actions: LabActions; lesson: Lesson };

export function createLab(options: LabOptions): Lab {
  const { runner, lesson, playgroundStarters, db, storage, announce } = options;
  const tabId = randomId();
  const starters: Starters = {
    slug: lesson.check.slug,
    lesson: lesson.programs.start,
    playground: playgroundStarters,
  };
  const store = createStore<LabState>(() => initialState(starters));
  const { getState, setState } = store;
  const mirror = createDraftMirror(storage);

  function keeperFor(route: Route, language: Language): DraftKeeper {
    const key = draftKey(route, language, starters);
    const set = (change: Partial<Draft>) =>
      setState(({ drafts }) => {
        const changed = { ...drafts[route][language], ...change };
        return { drafts: { ...drafts, [route]: { ...drafts[route], [language]: changed } } };
      });
    return createDraftKeeper({
      db,
      mirror,
      tabId,
      starter: starters[route][language],
      get: () => getState().drafts[route][language],
      set,
      announce: (rev) => announce({ key, rev, tabId }),
    });
  }
  const keepersOf = (route: Route): Readonly<Record<Language, DraftKeeper>> => ({
    typescript: keeperFor(route, "typescript"),
    python: keeperFor(route, "python"),
  });
  const keepers = { lesson: keepersOf("lesson"), playground: keepersOf("playground") };
  const allKeepers = Object.values(keepers).flatMap((each) => Object.values(each));
  const keeper = (route: Route): DraftKeeper => keepers[route][getState().settings.language];

  const grader = createGrader(runner, lesson);
  const runFlow = createRunFlow({ store, grader, draft: (language) => keepers.lesson[language] });
  const programFlow = createProgramFlow({
    store,
    runner,
    draft: (language) => keepers.playground[language],
  });

  function changeSettings(change: Partial<LabState["settings"]>): void {
    const settings = { ...getState().settings, ...change };
    setState({ settings });
    writeSettings(storage, settings);
  }

  const actions: LabActions = {
    async start() {
      const showRuntimes = () =>
        setState({
          runtimes: { typescript: runner.status("typescript"), python: runner.status("python") },
        });
      setState({ settings: readSettings(storage) });
      showRuntimes();
      runner.subscribe(showRuntimes);
      await Promise.all(allKeepers.map((each) => each.load()));
      // Who comes back to a program of their own will run it: no need to wait for the editor.
      if (ROUTES.some((route) => shownDraft(getState(), route).save.kind === "saved"))
        actions.warmUp();
    },
    warmUp: () => grader.prepare(getState().settings.language),
    goTo(route) {
      if (route === getState().route) return;
      void actions.saveNow();
      setState({ route });
    },
    openPane: (pane) => setState({ pane }),
    setTheme: (theme) => changeSettings({ theme }),
    setLanguage(language) {
      if (language === getState().settings.language) return;
      void actions.saveNow();
      changeSettings({ language });
      grader.prepare(language);
    },
    setLayout: (group, layout) =>
      changeSettings({ layouts: { ...getState().settings.layouts, [group]: layout } }),
    setOffline: (offline) => setState({ offline }),
    showHint: () => setState(({ hintsShown }) => ({ hintsShown: hintsShown + 1 })),
    edit: (route, source) => keeper(route).edit(source),
    reset: (route) => keeper(route).replace(starters[route][getState().settings.language]),
    replaceDraft: (route, source) => keeper(route).replace(source),
    undoReplace: (route) => keeper(route).undoReplace(),
    earlierVersions: (route) => keeper(route).earlierVersions(),
    resolveConflict: (route, choice) => keeper(route).resolve(choice),
    async saveNow() {
      await Promise.all(allKeepers.map((each) => each.flush()));
    },
    leave: () => allKeepers.forEach((each) => each.leave()),
    onDraftNotice(notice) {
      if (notice.tabId === tabId) return;
      for (const route of ROUTES)
        for (const language of LANGUAGES)
          if (notice.key === draftKey(route, language, starters))
            void keepers[route][language].onOtherTab(notice.rev);
    },
    run: runFlow.run,
    runPlayground: programFlow.run,
    stop() {
      runFlow.stop();
      programFlow.stop();
    },
    runProgram: (source, signal, language) =>
      runner.run({ kind: "program", language, source }, { signal }),
    gradeAttempt: (attempt) => grader.grade(attempt),
    playProgram: (program) => playProgram(runner, program),
  };
  return { store, actions, lesson };
}

function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join("");
}
