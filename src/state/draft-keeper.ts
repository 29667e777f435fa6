/** Keeps one draft saved: waits for a pause in typing, never longer than two seconds, never silently fails. */
import type { Draft, SaveState } from "./draft";
import type { DraftDb, LoadResult, Revision } from "./draft-db";
import type { DraftMirror } from "./draft-mirror";

export type DraftKeeperOptions = {
  db: DraftDb;
  mirror: DraftMirror;
  tabId: string;
  starter: string;
  get: () => Draft;
  set: (change: Partial<Draft>) => void;
  /** Tells other tabs that a newer text is stored. */
  announce: (rev: number) => void;
  /** Pause in typing that starts a save, and the longest wait while typing goes on; milliseconds. */
  quietMs?: number;
  longestMs?: number;
};

export interface DraftKeeper {
  /** Reads the saved draft. Never rejects: without storage the draft lives in memory. */
  load(): Promise<void>;
  /** The learner typed. */
  edit(source: string): void;
  /** Saves now what is not saved yet; resolves when it is stored or cannot be. */
  flush(): Promise<void>;
  /** The page may be gone in a moment: leaves a synchronous copy and starts a save. */
  leave(): void;
  /** Remembers the present text among the last 20: at a run, and before anything else takes its place. */
  remember(): Promise<void>;
  /** The remembered texts that are not the present one, newest first. Rejects where nothing is stored. */
  earlierVersions(): Promise<readonly Revision[]>;
  /** Puts another text in place; the present one can be had back by `undoReplace`. */
  replace(source: string): void;
  undoReplace(): void;
  /** Ends a conflict: "mine" stores what is on the screen, "other" takes the stored text. */
  resolve(choice: "mine" | "other"): void;
  /** Another tab stored revision `rev` of this draft. */
  onOtherTab(rev: number): Promise<void>;
}

const NOT_STORED = "This browser does not store drafts here, so the text lives in this tab only.";

export function createDraftKeeper(options: DraftKeeperOptions): DraftKeeper {
  const { db, mirror, tabId, starter, get, set, announce } = options;
  const { quietMs = 300, longestMs = 2000 } = options;
  let rev = 0;
  let storedSource: string | null = null;
  let loaded = false;
  /** Edited in this visit. */
  let touched = false;
  /** A newer version of the page owns the record. */
  let readOnly = false;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let longestTimer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const isDirty = () => get().source !== (storedSource ?? starter);
  const setSave = (save: SaveState) => set({ save });

  function stopTimers(): void {
    clearTimeout(quietTimer);
    clearTimeout(longestTimer);
    longestTimer = undefined;
  }

  function schedule(): void {
    clearTimeout(quietTimer);
    quietTimer = setTimeout(() => void flush(), quietMs);
    longestTimer ??= setTimeout(() => void flush(), longestMs);
  }

  function settledState(): SaveState {
    return storedSource === null ? { kind: "untouched" } : { kind: "saved" };
  }

  async function load(): Promise<void> {
    let result: LoadResult;
    try {
      result = await db.load(get().key);
    } catch {
      loaded = true;
      setSave({ kind: "memory", reason: NOT_STORED });
      return;
    }
    loaded = true;
    const typed = get().source;
    if (result.kind === "found") {
      rev = result.draft.rev;
      storedSource = result.draft.source;
    }
    if (result.kind === "corrupt") set({ unreadable: result.raw });
    if (result.kind === "newer") {
      readOnly = true;
      setSave({
        kind: "memory",
        reason: "A newer version of this page saved this draft. Reload the page to open it.",
      });
      return;
    }
    openFound(typed);
  }

  function openFound(typed: string): void {
    const last = mirror.read(get().key);
    const lastGasp = last?.rev === rev ? last.source : null;
    const saved = lastGasp ?? storedSource;
    if (saved === null || saved === typed) {
      if (isDirty()) scheduleEdited();
      else setSave(settledState());
      return;
    }
    if (typed !== starter) {
      setSave({ kind: "conflict", other: saved, where: "an earlier visit" });
      return;
    }
    set({ source: saved, replaced: get().replaced + 1 });
    if (isDirty()) scheduleEdited();
    else setSave(settledState());
  }

  function scheduleEdited(): void {
    // What is on the screen waits until the learner has picked.
    if (!loaded || get().save.kind === "conflict") return;
    if (get().save.kind !== "memory") setSave({ kind: "pending" });
    schedule();
  }

  function edit(source: string): void {
    if (source === get().source) return;
    // What an earlier visit left may never have been run.
    if (loaded && !touched) void remember();
    touched = true;
    set({ source });
    scheduleEdited();
  }

  function flush(): Promise<void> {
    stopTimers();
    writing = writing.then(writeIfDirty);
    return writing;
  }

  async function writeIfDirty(): Promise<void> {
    const { key, source, save } = get();
    if (!loaded || readOnly || save.kind === "conflict" || !isDirty()) return;
    try {
      const result = await db.write({ key, source, expectedRev: rev, tabId });
      if (result.kind === "conflict") {
        rev = result.stored.rev;
        storedSource = result.stored.source;
        setSave({ kind: "conflict", other: result.stored.source, where: "another tab" });
        return;
      }
      rev = result.rev;
      storedSource = source;
      mirror.clear(key);
      announce(rev);
      setSave(get().source === source ? { kind: "saved" } : { kind: "pending" });
    } catch {
      setSave({ kind: "memory", reason: NOT_STORED });
    }
  }

  function leave(): void {
    const { key, source } = get();
    if (loaded && isDirty()) mirror.write(key, { rev, source });
    void flush();
  }

  async function remember(): Promise<void> {
    const { key, source } = get();
    if (source === starter) return;
    await db.addRevision(key, source).catch(() => undefined);
  }

  async function earlierVersions(): Promise<readonly Revision[]> {
    const versions = await db.revisions(get().key);
    return versions.filter(({ source }) => source !== get().source);
  }

  function replace(source: string): void {
    const before = get().source;
    if (before === source) return;
    void remember();
    set({ source, beforeReplace: before, replaced: get().replaced + 1 });
    scheduleEdited();
  }

  function undoReplace(): void {
    const before = get().beforeReplace;
    if (before === null) return;
    void remember();
    set({ source: before, beforeReplace: null, replaced: get().replaced + 1 });
    scheduleEdited();
  }

  function resolve(choice: "mine" | "other"): void {
    const { save, source, key } = get();
    if (save.kind !== "conflict") return;
    const dropped = choice === "mine" ? save.other : source;
    void db.addRevision(key, dropped).catch(() => undefined);
    if (choice === "other") set({ source: save.other, replaced: get().replaced + 1 });
    setSave({ kind: "pending" });
    void flush().then(() => {
      if (get().save.kind === "pending" && !isDirty()) setSave(settledState());
    });
  }

  async function onOtherTab(otherRev: number): Promise<void> {
    // With unsaved text here the next write meets the conflict; without, this tab follows.
    if (!loaded || otherRev <= rev || isDirty()) return;
    const result = await db.load(get().key).catch(() => null);
    if (result?.kind !== "found" || isDirty()) return;
    rev = result.draft.rev;
    storedSource = result.draft.source;
    set({ source: result.draft.source, replaced: get().replaced + 1, save: { kind: "saved" } });
  }

  return {
    load,
    edit,
    flush,
    leave,
    remember,
    earlierVersions,
    replace,
    undoReplace,
    resolve,
    onOtherTab,
  };
}
