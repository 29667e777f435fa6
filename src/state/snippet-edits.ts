/** What readers have made of the lesson's snippets. Kept like their place: for the life of the browser's tab. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Places } from "./places";

export type SnippetEdits = {
  /** Edited programs by snippet and language, e.g. `one/corners:python`. */
  store: StoreApi<Readonly<Record<string, string>>>;
  /** Reads what was kept; the page's first paint shows every snippet as it was written. */
  start(): void;
  /** null goes back to the program of the lesson. */
  edit(name: string, source: string | null): void;
};

export function createSnippetEdits(places: Places): SnippetEdits {
  const store = createStore<Readonly<Record<string, string>>>(() => ({}));
  return {
    store,
    start: () => store.setState(places.all("snippet"), true),
    edit(name, source) {
      places.write("snippet", name, source);
      store.setState(places.all("snippet"), true);
    },
  };
}
