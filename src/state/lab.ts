/** The page's state and everything that may change it; knows nothing of React. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Backend, Language } from "../protocol/backend";
import type { Lesson } from "../lessons/lesson";
import type { Runner } from "../runner/runner";
import { PLAYGROUND } from "./desk";
import type { Desk } from "./desk";
import type { DraftDb } from "./draft-db";
import { createDraftKeepers } from "./draft-keepers";
import type { DraftNotice } from "./draft-notices";
import { areApart, isAbout } from "./editor-requests";
import { createFreeDesks } from "./free-desks";
import { createGrader } from "./grader";
import type { LabActions } from "./lab-actions";
import { initialState, PANES, shownDraft, shownRuntime, shownText, UNTOUCHED } from "./lab-state";
import type { LabState, Pane, Starters } from "./lab-state";
import { keepProgress } from "./keep-progress";
import { offerRoute, readShared } from "./offers";
import { createPlaces } from "./places";
import { createPointedLines } from "./pointed-lines";
import type { PointedLines } from "./pointed-lines";
import type { Places } from "./places";
import { playProgram } from "./play-program";
import { createProgramFlow } from "./program-flow";
import { createRunFlow } from "./run-flow";
import { routeHash } from "./route";
import { readSettings, writeSettings } from "./settings";
import { createSnippetEdits } from "./snippet-edits";
import type { SnippetEdits } from "./snippet-edits";
import { timeSteps } from "./time-steps";
import { visibleCasesOf } from "./visible-cases";

export type { Lesson };

export type LabOptions = {
  runner: Runner;
  /** At least one; the page opens with the first. */
  lessons: readonly Lesson[];
  /** What the playground holds at the first visit, by language. */
  playgroundStarters: Readonly<Record<Language, string>>;
  db: DraftDb;
  storage: Storage | null;
  /** For the life of the browser's tab. */
  tabStorage: Storage | null;
  /** Tells other tabs of stored drafts. */
  announce: (message: DraftNotice) => void;
  /** What the address asks to compute on; null where it says nothing. */
  device?: Backend | null;
};

export type Lab = {
  store: StoreApi<LabState>;
  actions: LabActions;
  lessons: readonly Lesson[];
  /** What programs can compute on in this browser. */
  devices: readonly Backend[];
  /** What readers made of the snippets. */
  snippetEdits: SnippetEdits;
  /** What figures point at in the text's code. */
  pointed: StoreApi<PointedLines | null>;
  /** Where the reader was in each part; no part of what is shown, so no part of the state. */
  places: Places;
};

export function createLab(options: LabOptions): Lab {
  const { runner, lessons, playgroundStarters, storage, tabStorage, device } = options;
  const places = createPlaces(tabStorage);
  const snippetEdits = createSnippetEdits(places);
  const pointed = createPointedLines();
  const slugs = lessons.map(({ check }) => check.slug);
  const starters: Starters = Object.fromEntries([
    ...lessons.map(({ check, programs }) => [check.slug, programs.start]),
    [PLAYGROUND, playgroundStarters],
  ]);
  const store = createStore<LabState>(() => initialState(starters, slugs));
  const { getState, setState } = store;
  const keepers = createDraftKeepers({ ...options, store, starters });
  const keeper = (desk: Desk) => keepers.of(desk, getState().settings.language);

  const flows = new Map(
    lessons.map((lesson) => {
      const { slug } = lesson.check;
      const grader = createGrader(runner, lesson);
      const draft = (language: Language) => keepers.of(slug, language);
      return [slug, { grader, ...createRunFlow({ store, slug, grader, draft }) }];
    }),
  );
  function flowOf(slug: string) {
    const flow = flows.get(slug);
    if (!flow) throw new Error(`there is no lesson ${slug}`);
    return flow;
  }
  function lessonOf(slug: string): Lesson {
    const found = lessons.find(({ check }) => check.slug === slug);
    if (!found) throw new Error(`there is no lesson ${slug}`);
    return found;
  }
  const programFlow = createProgramFlow({
    store,
    runner,
    draft: (language) => keepers.of(PLAYGROUND, language),
  });

  const freeDesks = createFreeDesks(store, starters);
  let lastRequest = 0;
  let nowLoaded = () => {};
  /** The kept drafts are there. */
  const loaded = new Promise<void>((resolve) => (nowLoaded = resolve));

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
      setState({ settings: readSettings(storage, device), pane: keptPane(places) });
      runner.prefer(getState().settings.device);
      keepProgress(store, storage);
      snippetEdits.start();
      showRuntimes();
      runner.subscribe(showRuntimes);
      await Promise.all(keepers.all.map((each) => each.load()));
      nowLoaded();
      // Who comes back to a program of their own will run it: no need to wait for the editor.
      const desks = [getState().lesson, PLAYGROUND];
      if (desks.some((desk) => shownDraft(getState(), desk).save.kind === "saved"))
        actions.warmUp();
    },
    warmUp: () => flowOf(getState().lesson).grader.prepare(getState().settings.language),
    goTo(route) {
      const before = getState();
      if (routeHash(route) === routeHash(before.route)) {
        // The same place by another spelling of its address: who asks for it again is brought there again.
        if (route.page === "lesson" && (route.figure ?? route.section) !== null)
          setState({ route });
        return;
      }
      void actions.saveNow();
      const lesson = route.page === "lesson" ? route.slug : before.lesson;
      setState({
        route,
        lesson,
        marked: null,
        editRequest: null,
        lineRequest: null,
        ...(route.page === "lesson" && (route.figure || route.section) && { pane: "read" }),
      });
      const { language } = before.settings;
      // Another lesson's runs have other shapes; before the first warm-up there is nothing to change.
      if (lesson !== before.lesson && before.runtimes[language].kind !== "idle") actions.warmUp();
    },
    openPane(pane) {
      places.write("tab", PANE, pane);
      setState({ pane });
    },
    setTheme: (theme) => changeSettings({ theme }),
    setLanguage(language) {
      if (language === getState().settings.language) return;
      void actions.saveNow();
      changeSettings({ language });
      actions.warmUp();
    },
    setDevice(device) {
      changeSettings({ device });
      runner.prefer(device);
    },
    async timeSteps(slug, timing) {
      await timeSteps(runner, lessonOf(slug), timing);
      // The worker that waits now is of the device that was timed last.
      if (shownRuntime(getState()).kind !== "idle") actions.warmUp();
    },
    setLayout: (group, layout) =>
      changeSettings({ layouts: { ...getState().settings.layouts, [group]: layout } }),
    setOffline(offline) {
      const back = getState().offline && !offline;
      setState({ offline });
      // What could not be fetched may come now.
      if (back && shownRuntime(getState()).kind === "unavailable") actions.warmUp();
    },
    showHint: (slug) => flowOf(slug).showHint(),
    askGuess: (slug, on) => flowOf(slug).askGuess(on),
    setGuess: (slug, guess) => flowOf(slug).setGuess(guess),
    edit: (desk, source) => keeper(desk).edit(source),
    reset: (desk) => keeper(desk).replace(starters[desk][getState().settings.language]),
    replaceDraft: (desk, source) => keeper(desk).replace(source),
    undoReplace: (desk) => keeper(desk).undoReplace(),
    earlierVersions: (desk) => keeper(desk).earlierVersions(),
    resolveConflict: (desk, choice) => keeper(desk).resolve(choice),
    mark: (marked) => setState({ marked }),
    requestEdit(request) {
      const { route, drafts, settings } = getState();
      if (route.page === "lessons") return false;
      const desk = route.page === "lesson" ? route.slug : PLAYGROUND;
      const { language } = settings;
      const { source } = drafts[desk][language];
      if (!isAbout(request, { desk, language, source })) return false;
      if (!areApart(request.changes, source.length)) return false;
      setState({ editRequest: { ...request, id: ++lastRequest } });
      return true;
    },
    editDone(id) {
      if (getState().editRequest?.id === id) setState({ editRequest: null });
    },
    goToLine(desk, line) {
      const text = shownText(getState(), desk);
      actions.openPane("edit");
      setState({ lineRequest: { desk, ...text, line, id: ++lastRequest } });
    },
    lineShown(id) {
      if (getState().lineRequest?.id === id) setState({ lineRequest: null });
    },
    offer(program, takeIfFree) {
      const { desk, language, source } = program;
      actions.setLanguage(language);
      actions.openPane("edit");
      if (getState().drafts[desk][language].source === source) return;
      setState({ offer: { kind: "program", ...program } });
      if (takeIfFree && freeDesks.isFree(program)) actions.answerOffer(true);
    },
    async openShared(text) {
      const [offer] = await Promise.all([readShared(text, Object.keys(starters)), loaded]);
      if (offer.kind === "program") actions.offer(offer, false);
      else setState({ offer });
      return offerRoute(offer);
    },
    answerOffer(take) {
      const { offer } = getState();
      setState({ offer: null });
      if (!take || offer?.kind !== "program") return;
      keeper(offer.desk).replace(offer.source);
      freeDesks.remember(offer);
    },
    async saveNow() {
      await Promise.all(keepers.all.map((each) => each.flush()));
    },
    forgetProgress() {
      for (const flow of flows.values()) flow.stop();
      setState({ lessons: Object.fromEntries(slugs.map((slug) => [slug, UNTOUCHED])) });
    },
    leave() {
      keepers.all.forEach((each) => each.leave());
      places.store();
    },
    onDraftNotice: keepers.onNotice,
    run: (slug) => flowOf(slug).run(),
    runPlayground: programFlow.run,
    stop: (desk) => (desk === PLAYGROUND ? programFlow : flowOf(desk)).stop(),
    runProgram: ({ source, language }, options) =>
      runner.run({ kind: "program", language, source }, options),
    lookInside(slug, caseId, { source, language }, options) {
      const { check } = lessonOf(slug);
      const cases = visibleCasesOf(check)
        .filter(({ id }) => id === caseId)
        .map(({ id, inputs }) => ({ id, inputs }));
      return runner.run(
        { kind: "grade", language, source, entry: check.entry, cases, look: true },
        options,
      );
    },
    callFunction: ({ source, language, entry, inputs }, options) =>
      runner.run(
        { kind: "grade", language, source, entry, cases: [{ id: entry, inputs }] },
        options,
      ),
    gradeAttempt: async (slug, attempt) => flowOf(slug).grader.grade(attempt),
    playProgram: (program) => playProgram(runner, program),
  };
  return { store, actions, lessons, devices: runner.backends, snippetEdits, pointed, places };
}

const PANE = "pane";

function keptPane(places: Places): Pane {
  const kept = places.read("tab", PANE);
  return PANES.find((pane) => pane === kept) ?? "read";
}
