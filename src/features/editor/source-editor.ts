import type { ComponentType } from "react";
import type { Language } from "../../protocol/backend";
import type { EditRequest, MarkedRanges } from "../../state/editor-requests";

/** Ends of a selection as offsets in UTF-16 units. */
export type Selected = { anchor: number; head: number };

/** What a text editor is told and what it tells, whichever of the three it is. */
export type SourceEditorProps = {
  source: string;
  /** Grows when `source` was replaced from outside; only then does the editor take it over. */
  replaced: number;
  /** What the text is written in; another language means another editor. */
  language: Language;
  /** Accessible name. */
  label: string;
  /** 1-based line to mark as the place of an error, with its text. */
  problem: { line: number; message: string } | null;
  /** Ranges of `source` that something on the page points at. */
  marked: Pick<MarkedRanges, "ranges" | "reveal"> | null;
  /** A change of `source` to make at once, as one undoable edit. */
  request: EditRequest | null;
  /** A line to bring into view at once, with the cursor and the focus. */
  lineRequest: { id: number; line: number } | null;
  dark: boolean;
  /** Cursor to begin with, and the focus with it; null leaves the focus where it is. */
  takeFocus: Selected | null;
  /** Where the cursor was when the text was last on the screen; asked for anew when the text is replaced. */
  caret: () => Selected | null;
  onEdit: (source: string) => void;
  /** The request of this id is made, or came too late. */
  onRequestDone: (id: number) => void;
  /** The line of this id is in view. */
  onLineShown: (id: number) => void;
  /** The learner has moved the cursor. */
  onCaret: (caret: Selected) => void;
  onBlur: () => void;
  onRun: () => void;
  /** One sentence for the live region. */
  announce: (sentence: string) => void;
};

export type SourceEditor = ComponentType<SourceEditorProps>;
export type EditorKind = "monaco" | "codemirror";
