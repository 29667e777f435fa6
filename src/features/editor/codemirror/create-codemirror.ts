import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { python } from "@codemirror/lang-python";
import {
  HighlightStyle,
  bracketMatching,
  indentUnit,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { StateEffect, StateField } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Selected, SourceEditorProps } from "../source-editor";
import { markedRanges } from "./marked-ranges";
import { wrappedLines } from "./wrapped-lines";

const setProblemLine = StateEffect.define<number | null>();

const problemLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (effect.is(setProblemLine)) next = lineMark(transaction.state.doc, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function lineMark(doc: EditorView["state"]["doc"], line: number | null): DecorationSet {
  if (line === null || line < 1 || line > doc.lines) return Decoration.none;
  const mark = Decoration.line({ class: "problem-line" });
  return Decoration.set([mark.range(doc.line(line).from)]);
}

const colours = HighlightStyle.define([
  { tag: tags.comment, class: "code-comment" },
  { tag: [tags.keyword, tags.modifier], class: "code-keyword" },
  { tag: tags.string, class: "code-string" },
  { tag: tags.number, class: "code-number" },
  { tag: tags.typeName, class: "code-type" },
]);

/** Makes an editor in `host`. `props` is asked for the newest callbacks at each event. */
export function createCodeMirror(host: HTMLElement, props: () => SourceEditorProps): EditorView {
  const first = props();
  const view = new EditorView({
    parent: host,
    doc: first.source,
    ...(first.takeFocus && { selection: first.takeFocus }),
    extensions: [
      runKey(props),
      editing(first.language),
      problemLine,
      markedRanges,
      reporting(props, first.label),
    ],
  });
  if (first.takeFocus) view.focus();
  else restoreCaret(view, first.caret());
  markProblem(view, first.problem?.line ?? null);
  return view;
}

function runKey(props: () => SourceEditorProps): Extension {
  const run = () => {
    props().onRun();
    return true;
  };
  return keymap.of([{ key: "Mod-Enter", run }]);
}

/** One step to the right, as the lesson's programs are written. */
const INDENTS = { python: "    ", typescript: "  " } as const;

/** How a language is edited, apart from keys of the page's own. */
export function editing(language: SourceEditorProps["language"]): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    language === "python" ? python() : javascript({ typescript: true }),
    indentUnit.of(INDENTS[language]),
    wrappedLines,
    syntaxHighlighting(colours),
    keymap.of([...defaultKeymap, ...historyKeymap]),
  ];
}

function reporting(props: () => SourceEditorProps, label: string): Extension {
  return [
    EditorView.contentAttributes.of({
      "aria-label": label,
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
    }),
    EditorView.updateListener.of((update) => {
      const outside = update.transactions.some((transaction) => transaction.isUserEvent("outside"));
      if (update.selectionSet && update.view.hasFocus) {
        const { anchor, head } = update.state.selection.main;
        props().onCaret({ anchor, head });
      }
      if (update.docChanged && !outside) props().onEdit(update.state.doc.toString());
      if (update.focusChanged && !update.view.hasFocus) props().onBlur();
    }),
  ];
}

/** Puts another text in place as one undoable step; the same text changes nothing. */
export function replaceText(view: EditorView, source: string): void {
  if (source === view.state.doc.toString()) return;
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: source },
    userEvent: "outside",
    // Not one step with what was typed just before.
    annotations: isolateHistory.of("full"),
  });
}

/** Puts the cursor back, in view but without the focus; whoever types already is left alone. */
export function restoreCaret(view: EditorView, caret: Selected | null): void {
  if (!caret || view.hasFocus) return;
  const inside = (at: number) => Math.min(at, view.state.doc.length);
  const anchor = inside(caret.anchor);
  view.dispatch({
    selection: { anchor, head: inside(caret.head) },
    effects: EditorView.scrollIntoView(anchor, { y: "center" }),
  });
}

/** Marks a line as the place of an error, or none. */
export function markProblem(view: EditorView, line: number | null): void {
  view.dispatch({ effects: setProblemLine.of(line) });
}

/** Puts the cursor before the first character of a line, in view and with the focus. */
export function goToLine(view: EditorView, number: number): void {
  const { doc } = view.state;
  const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
  const anchor = line.from + (line.text.length - line.text.trimStart().length);
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: "center" }),
  });
  view.focus();
}
