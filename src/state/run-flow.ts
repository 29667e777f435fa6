import type { StoreApi } from "zustand/vanilla";
import type { Language } from "../protocol/backend";
import type { VerdictStatus } from "../protocol/verdict";
import { REPLACED } from "../runner/run-in-sandbox";
import { savedSoon } from "./saved-soon";
import type { DraftKeeper } from "./draft-keeper";
import type { Graded, Grader } from "./grader";
import { JUST_ASKED } from "./lab-state";
import type { LabState, LessonState, PendingRun, RunState } from "./lab-state";
import { afterRun } from "./step-guess";
import type { StepGuess } from "./step-guess";

export type RunFlowOptions = {
  store: StoreApi<LabState>;
  /** The lesson's. */
  slug: string;
  grader: Grader;
  draft: (language: Language) => DraftKeeper;
};

/** A run as it was asked for. */
type Asked = { id: number; source: string; guess: StepGuess | null };

const PREPARE_AFTER_MS = 50;

/**
 * The learner's Run: save, run, judge, show, and prepare the next. A newer Run here ends an older one,
 * whose result is dropped. A Run pressed before the runtime is ready, or while another program of the page
 * runs, stays pending and starts by itself.
 */
export function createRunFlow({ store, slug, grader, draft }: RunFlowOptions) {
  let newest = 0;
  let stopper: AbortController | null = null;

  /** Changes what is shown of this lesson. */
  function show(change: (now: LessonState) => Partial<LessonState>): void {
    store.setState(({ lessons }) => {
      const now = lessons[slug];
      return { lessons: { ...lessons, [slug]: { ...now, ...change(now) } } };
    });
  }
  const showRun = (run: RunState) => show(() => ({ run }));

  async function run(): Promise<void> {
    const id = ++newest;
    stopper?.abort(REPLACED);
    stopper = new AbortController();
    const { signal } = stopper;
    const { language } = store.getState().settings;
    const { on, next } = store.getState().lessons[slug].guessing;
    const guess = on ? next : null;
    const isNewest = () => id === newest;
    let pending = JUST_ASKED;
    const showPending = (change: Partial<PendingRun>) => {
      pending = { ...pending, ...change };
      if (isNewest()) showRun(pending);
    };
    showPending({});
    try {
      await savedSoon(draft(language));
      const { source } = store.getState().drafts[slug][language];
      const graded = await grader.grade({
        source,
        language,
        signal,
        onConsole: (console) => showPending({ console }),
        onPhase: (phase) => showPending({ phase }),
        onVerdict: (early) => {
          if (isNewest()) finish({ id, source, guess }, early);
        },
      });
      if (!isNewest()) return;
      showRun({ kind: "finished", run: id, source, lawsPending: false, ...graded });
      // Planning the next run takes a while: the verdict is painted first.
      setTimeout(() => grader.prepare(language), PREPARE_AFTER_MS);
    } catch (error) {
      if (!isNewest()) return;
      const message = error instanceof Error ? error.message : String(error);
      showRun({ kind: "grader-failed", message });
    }
  }

  /** The verdict stands; its laws are still to come. */
  function finish({ id, source, guess }: Asked, graded: Graded): void {
    const { status, language, steps } = graded.verdict;
    show(({ passed, failedRuns, stepsSeen, guessing }) => ({
      // A run that was stopped has seen nothing: what an earlier one showed stands.
      stepsSeen: steps.length === 0 ? stepsSeen : { ...stepsSeen, [language]: steps },
      run: { kind: "finished", run: id, source, lawsPending: true, ...graded },
      passed: passed || status === "pass",
      failedRuns: failedAfter(status, failedRuns),
      guessing: afterRun(guessing, guess),
    }));
  }

  /** Asks the learner before each run where its step will go, or stops asking. */
  function askGuess(on: boolean): void {
    show(({ guessing }) => ({ guessing: { ...guessing, on } }));
  }

  function setGuess(next: StepGuess): void {
    show(({ guessing }) => ({ guessing: { ...guessing, next } }));
  }

  function stop(): void {
    stopper?.abort();
  }

  function showHint(): void {
    show(({ hintsShown }) => ({ hintsShown: hintsShown + 1 }));
  }

  return { run, stop, showHint, askGuess, setGuess };
}

/** A pass starts the count anew; a run that was not judged leaves it. */
function failedAfter(status: VerdictStatus, failedRuns: number): number {
  if (status === "pass") return 0;
  return status === "wrong" || status === "error" ? failedRuns + 1 : failedRuns;
}
