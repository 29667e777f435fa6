import { RangeSetBuilder } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";
import type { DecorationSet, ViewUpdate } from "@codemirror/view";

/** Columns that the rest of a line is set in by, beyond the line's own indent; it tells it from a new line. */
const HANGING = 2;
/** Deeper indents would leave no room for text on a phone. */
const MOST = 16;

/** Long lines go on below, set in: nothing is cut off at the edge of a small screen. */
export const wrappedLines: Extension = [
  EditorView.lineWrapping,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = hangingIndents(view);
      }

      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged)
          this.decorations = hangingIndents(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];

function hangingIndents(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      builder.add(
        line.from,
        line.from,
        Decoration.line({ attributes: { style: hanging(line.text) } }),
      );
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** The style of a line whose continuation hangs. */
export function hanging(text: string): string {
  const columns = Math.min(MOST, text.length - text.trimStart().length) + HANGING;
  return `padding-left: calc(6px + ${columns}ch); text-indent: -${columns}ch`;
}
