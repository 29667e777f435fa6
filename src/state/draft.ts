/** Where the text of a draft stands. */
export type SaveState =
  /** Looking for a saved draft. */
  | { kind: "loading" }
  /** The starter as it came; there is nothing to save. */
  | { kind: "untouched" }
  /** Edited; the save is on its way. */
  | { kind: "pending" }
  | { kind: "saved" }
  /** The browser does not store it; it lives in this tab only. */
  | { kind: "memory"; reason: string }
  /** Another text of the same draft was stored meanwhile; the learner picks. */
  | { kind: "conflict"; other: string; where: "another tab" | "an earlier visit" };

export type Draft = {
  key: string;
  source: string;
  /** Grows when the text was replaced from outside the editor (load, reset, undo, solution). */
  replaced: number;
  save: SaveState;
  /** The text before the last reset or replacement, for undo. */
  beforeReplace: string | null;
  /** Raw text of a saved record that could not be read, to be offered as a download. */
  unreadable: string | null;
};

/** A draft before anything is known of the storage: the starter. */
export function starterDraft(key: string, starter: string): Draft {
  return {
    key,
    source: starter,
    replaced: 0,
    save: { kind: "loading" },
    beforeReplace: null,
    unreadable: null,
  };
}
