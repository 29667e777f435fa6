import { readLeaves } from "../../jax/host";
import { SEEN_CAPS } from "../../lib/seen-call";
import type { SeenCall, SeenLeaf } from "../../lib/seen-call";

/** Takes names with what they stand for now, at a line. */
type Note = (values: Readonly<Record<string, unknown>>, line: number) => void;
type Row = { name: string; line: number; leaves: SeenLeaf[] };

export type NameRecorder = {
  /** What the noted text calls where a function begins. */
  open(name: string): Note;
  /** What was noted so far, without functions that named no array and no number. */
  calls(): SeenCall[];
};

const nothing: Note = () => {};

/** Keeps what the names of a program hold; `reading/typescript/note-names.ts` writes the calls into its text. */
export function createNameRecorder(): NameRecorder {
  const opened: { name: string; call: number; names: Map<string, Row> }[] = [];
  const counts = new Map<string, number>();
  return {
    open(name) {
      const call = (counts.get(name) ?? 0) + 1;
      counts.set(name, call);
      if (call > SEEN_CAPS.callsOfOne || opened.length >= SEEN_CAPS.calls) return nothing;
      const names = new Map<string, Row>();
      opened.push({ name: String(name).slice(0, SEEN_CAPS.characters), call, names });
      return (values, line) => {
        for (const [key, value] of Object.entries(values)) {
          const leaves = readLeaves(value).slice(0, SEEN_CAPS.leaves);
          if (leaves.length === 0) continue;
          if (names.size >= SEEN_CAPS.names && !names.has(key)) return;
          names.set(key, { name: key.slice(0, SEEN_CAPS.characters), line, leaves });
        }
      };
    },
    calls: () =>
      opened
        .map(({ name, call, names }) => ({ name, call, names: [...names.values()] }))
        .filter(({ names }) => names.length > 0),
  };
}
