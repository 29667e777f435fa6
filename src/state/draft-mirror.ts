/**
 * A last copy of unsaved text, written synchronously when the page is hidden or left: IndexedDB may
 * not finish then. Read once at the next visit, and only if nothing newer was stored since.
 */
import * as v from "valibot";

const MAX_CHARACTERS = 100_000;
const mirrorSchema = v.object({ rev: v.number(), source: v.string() });
export type Mirror = v.InferOutput<typeof mirrorSchema>;

export interface DraftMirror {
  read(key: string): Mirror | null;
  write(key: string, mirror: Mirror): void;
  clear(key: string): void;
}

/** `storage` is localStorage or null where the browser denies it; every failure is silent by design. */
export function createDraftMirror(storage: Storage | null): DraftMirror {
  const name = (key: string) => `draft-mirror:${key}`;
  return {
    read(key) {
      try {
        const text = storage?.getItem(name(key)) ?? null;
        const parsed = text === null ? null : v.safeParse(mirrorSchema, JSON.parse(text));
        return parsed?.success ? parsed.output : null;
      } catch {
        return null;
      }
    },
    write(key, mirror) {
      if (mirror.source.length > MAX_CHARACTERS) return;
      try {
        storage?.setItem(name(key), JSON.stringify(mirror));
      } catch {
        // Full or denied: IndexedDB still has the text up to the last save.
      }
    },
    clear(key) {
      try {
        storage?.removeItem(name(key));
      } catch {
        // Nothing was written there either.
      }
    },
  };
}
