import type { StoreApi } from "zustand/vanilla";
import type { Language } from "../protocol/backend";
import type { Runner } from "../runner/runner";
import { REPLACED } from "../runner/run-in-sandbox";
import { PLAYGROUND } from "./desk";
import { savedSoon } from "./saved-soon";
import type { DraftKeeper } from "./draft-keeper";
import { JUST_ASKED } from "./lab-state";
import type { LabState, PendingRun } from "./lab-state";

export type ProgramFlowOptions = {
  store: StoreApi<LabState>;
  runner: Runner;
  draft: (language: Language) => DraftKeeper;
};

/** The playground's Run: save, run, show what was printed and plotted. A newer one here ends an older one. */
export function createProgramFlow({ store, runner, draft }: ProgramFlowOptions) {
  let newest = 0;
  let stopper: AbortController | null = null;

  async function run(): Promise<void> {
    const id = ++newest;
    stopper?.abort(REPLACED);
    stopper = new AbortController();
    const { signal } = stopper;
    let pending = JUST_ASKED;
    const showPending = (change: Partial<PendingRun>) => {
      pending = { ...pending, ...change };
      if (id === newest) store.setState({ program: pending });
    };
    showPending({});
    const { language } = store.getState().settings;
    await savedSoon(draft(language));
    const { source } = store.getState().drafts[PLAYGROUND][language];
    const outcome = await runner.run(
      { kind: "program", language, source },
      {
        signal,
        onConsole: (console) => showPending({ console }),
        onPhase: (phase) => showPending({ phase }),
      },
    );
    if (id === newest)
      store.setState({ program: { kind: "finished", run: id, language, source, outcome } });
  }

  function stop(): void {
    stopper?.abort();
  }

  return { run, stop };
}
