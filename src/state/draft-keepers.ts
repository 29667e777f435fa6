/** One keeper for each draft of the page: every desk in each language. */
import type { StoreApi } from "zustand/vanilla";
import type { Language } from "../protocol/backend";
import { LANGUAGES } from "../protocol/backend";
import { draftKey } from "./desk";
import type { Desk } from "./desk";
import type { Draft } from "./draft";
import type { DraftDb } from "./draft-db";
import { createDraftKeeper } from "./draft-keeper";
import type { DraftKeeper } from "./draft-keeper";
import { createDraftMirror } from "./draft-mirror";
import type { DraftNotice } from "./draft-notices";
import type { LabState, Starters } from "./lab-state";

export type DraftKeepersOptions = {
  store: StoreApi<LabState>;
  starters: Starters;
  db: DraftDb;
  storage: Storage | null;
  /** Tells other tabs of stored drafts. */
  announce: (message: DraftNotice) => void;
};

export interface DraftKeepers {
  of(desk: Desk, language: Language): DraftKeeper;
  all: readonly DraftKeeper[];
  /** Another tab has stored a draft. */
  onNotice(notice: DraftNotice): void;
}

export function createDraftKeepers(options: DraftKeepersOptions): DraftKeepers {
  const { store, starters, db, storage, announce } = options;
  const { getState, setState } = store;
  const tabId = randomId();
  const mirror = createDraftMirror(storage);
  const byKey = new Map<string, DraftKeeper>();

  function createFor(desk: Desk, language: Language): DraftKeeper {
    const key = draftKey(desk, language);
    const set = (change: Partial<Draft>) =>
      setState(({ drafts }) => {
        const changed = { ...drafts[desk][language], ...change };
        return { drafts: { ...drafts, [desk]: { ...drafts[desk], [language]: changed } } };
      });
    return createDraftKeeper({
      db,
      mirror,
      tabId,
      starter: starters[desk][language],
      get: () => getState().drafts[desk][language],
      set,
      announce: (rev) => announce({ key, rev, tabId }),
    });
  }

  for (const desk of Object.keys(starters))
    for (const language of LANGUAGES)
      byKey.set(draftKey(desk, language), createFor(desk, language));

  return {
    of(desk, language) {
      const keeper = byKey.get(draftKey(desk, language));
      if (!keeper) throw new Error(`there is no desk ${desk}`);
      return keeper;
    },
    all: [...byKey.values()],
    onNotice({ key, rev, tabId: sender }) {
      if (sender !== tabId) void byKey.get(key)?.onOtherTab(rev);
    },
  };
}

function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join("");
}
