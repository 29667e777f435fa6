import { isolateHistory } from "@codemirror/commands";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { EditRequest } from "../../../state/editor-requests";

/** The changes that the page asks for, as one step of the history; null where the text is another by now. */
export function requestedEdit(
  state: EditorState,
  { source, changes }: Pick<EditRequest, "source" | "changes">,
): TransactionSpec | null {
  const [first] = changes;
  if (!first || state.doc.toString() !== source) return null;
  return {
    changes: changes.map(({ from, to, insert }) => ({ from, to, insert })),
    // Neither what was typed before nor what is typed next is undone with it.
    annotations: isolateHistory.of("full"),
    effects: EditorView.scrollIntoView(first.from, { y: "nearest" }),
    userEvent: "input.page",
  };
}
