import type { StoreApi } from "zustand/vanilla";
import type { Language } from "../protocol/backend";
import type { Runner } from "../runner/runner";
import { PLAYGROUND } from "./desk";
import { savedSoon } from "./saved-soon";
import type { DraftKeeper } from "./draft-keeper";
import type { LabState } from "./lab-state";

export type ProgramFlowOptions = {
  store: StoreApi<LabState>;
  runner: Runner;
  draft: (language: Language) => DraftKeeper;
};

/** The playground's Run: save, run, show what was printed and plotted. Newest wins. */
export function createProgramFlow({ store, runner, draft }: ProgramFlowOptions) {
  let newest = 0;
  let stopper: AbortController | null = null;

  async function run(): Promise<void> {
    const id = ++newest;
    stopper = new AbortController();
    const { signal } = stopper;
    store.setState({ program: { kind: "pending", console: [] } });
    const { language } = store.getState().settings;
    await savedSoon(draft(language));
    const { source } = store.getState().drafts[PLAYGROUND][language];
    const outcome = await runner.run(
      { kind: "program", language, source },
      {
        signal,
        onConsole: (console) => {
          if (id === newest) store.setState({ program: { kind: "pending", console } });
        },
      },
    );
    if (id === newest)
      store.setState({ program: { kind: "finished", run: id, language, outcome } });
  }

  function stop(): void {
    stopper?.abort();
  }

  return { run, stop };
}
