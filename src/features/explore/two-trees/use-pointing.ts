import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { TreeLeaf } from "../../../figure-models/two-trees-model";
import type { Lab } from "../../../state/lab";
import { shownDraft } from "../../../state/lab-state";
import { linesNamed } from "../../../state/pointed-lines";
import type { TextRange } from "../../../state/editor-requests";

const LOOKS = ["first", "second"] as const;

/** The leaf that a hand is at or has chosen; its lines are marked in the text's code and in the editor meanwhile. */
export function usePointing(lab: Lab, leaves: readonly TreeLeaf[]) {
  const [near, setNear] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const desk = useStore(lab.store, (state) => state.lesson);
  const language = useStore(lab.store, (state) => state.settings.language);
  const source = useStore(lab.store, (state) => shownDraft(state, state.lesson).source);
  const pointed = near ?? chosen;
  const leaf = pointed === null ? undefined : leaves[pointed];
  const lines = useMemo(
    () => (leaf ? linesNamed(source, leaf.lines[language]) : []),
    [leaf, source, language],
  );
  const reveal = pointed === chosen;
  useEffect(() => {
    if (!leaf) return;
    const look = LOOKS[leaf.half];
    lab.pointed.setState({ lines: leaf.lines, look });
    lab.actions.mark({
      desk,
      language,
      source,
      ranges: lines.map((line) => ({ ...rangeOfLine(source, line), look })),
      reveal,
    });
    return () => {
      lab.pointed.setState(null);
      lab.actions.mark(null);
    };
  }, [lab, leaf, lines, desk, language, source, reveal]);
  return { pointed, leaf, lines, chosen, language, setNear, setChosen };
}

/** A line of a text without its end, by its number from 1. */
export function rangeOfLine(source: string, line: number): TextRange {
  const before = source.split("\n").slice(0, line - 1);
  const from = before.reduce((sum, text) => sum + text.length + 1, 0);
  return { from, to: from + (source.split("\n")[line - 1]?.length ?? 0) };
}
