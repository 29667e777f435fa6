import { StateEffect, StateField } from "@codemirror/state";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";
import type { MarkedRange } from "../../../state/editor-requests";
import type { SourceEditorProps } from "../source-editor";

const setMarks = StateEffect.define<DecorationSet>();

/** The ranges that something on the page points at; they go away with the next edit. */
export const markedRanges = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const shown = transaction.effects.find((effect) => effect.is(setMarks));
    if (shown) return shown.value;
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Marks these ranges in place of those that are marked, and scrolls to the first if it is to be seen. */
export function marking(state: EditorState, marked: SourceEditorProps["marked"]): TransactionSpec {
  // A mark without length has nothing to colour.
  const ranges = (marked?.ranges ?? []).filter(
    ({ from, to }) => from < to && to <= state.doc.length,
  );
  const [first] = ranges;
  const effects: StateEffect<unknown>[] = [
    setMarks.of(Decoration.set(ranges.map(decorated), true)),
  ];
  if (first && marked?.reveal) effects.push(EditorView.scrollIntoView(first.from, { y: "center" }));
  return { effects };
}

function decorated({ from, to, look }: MarkedRange) {
  return Decoration.mark({ class: `marked marked-${look}` }).range(from, to);
}
