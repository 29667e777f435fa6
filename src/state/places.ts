/**
 * Where the reader was: scroll, caret, open tab, edited snippets. Kept for the life of the browser's tab, so that two tabs of
 * the page do not move each other; losing it costs nothing.
 */
import * as v from "valibot";

const number = v.pipe(v.number(), v.finite(), v.minValue(0));
const KINDS = {
  /** What stands at the top of a lesson's text, by slug: so many pixels below the heading of this id, or below the start. */
  scroll: v.object({ heading: v.nullable(v.string()), below: number }),
  /** Ends of the selection as offsets in a draft, by its key. */
  caret: v.object({ anchor: number, head: number }),
  /** An open tab, by the name of its group. */
  tab: v.string(),
  /** What a snippet was edited to. */
  snippet: v.string(),
} as const;

type Kind = keyof typeof KINDS;
type Place<K extends Kind> = v.InferOutput<(typeof KINDS)[K]>;
type Kept = { [K in Kind]: Record<string, Place<K>> };

export interface Places {
  read<K extends Kind>(kind: K, name: string): Place<K> | null;
  /** All of a kind, by name. */
  all<K extends Kind>(kind: K): Readonly<Record<string, Place<K>>>;
  /** null forgets it. */
  write<K extends Kind>(kind: K, name: string, place: Place<K> | null): void;
  /** The page may be gone in a moment. */
  store(): void;
}

const NAME = "places";
/** Storages hold a few million characters, and snippets are small. */
const MAX_CHARACTERS = 500_000;

export function createPlaces(storage: Storage | null): Places {
  const kept = readKept(storage);
  return {
    read: (kind, name) => kept[kind][name] ?? null,
    all: (kind) => ({ ...kept[kind] }),
    write(kind, name, place) {
      const places: Record<string, Place<typeof kind>> = kept[kind];
      if (place === null) delete places[name];
      else places[name] = place;
    },
    store() {
      const text = JSON.stringify(kept);
      if (text.length > MAX_CHARACTERS) return;
      try {
        storage?.setItem(NAME, text);
      } catch {
        // Denied or full: the places hold while the page is open.
      }
    },
  };
}

const schema = v.object({
  scroll: v.record(v.string(), KINDS.scroll),
  caret: v.record(v.string(), KINDS.caret),
  tab: v.record(v.string(), KINDS.tab),
  snippet: v.record(v.string(), KINDS.snippet),
});

function readKept(storage: Storage | null): Kept {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage?.getItem(NAME) ?? "null"));
    if (parsed.success) return parsed.output;
  } catch {
    // Not readable: as if there was none.
  }
  return { scroll: {}, caret: {}, tab: {}, snippet: {} };
}
