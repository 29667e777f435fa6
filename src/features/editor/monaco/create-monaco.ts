import type { EditRequest, MarkedRange, TextRange } from "../../../state/editor-requests";
import type { Selected, SourceEditorProps } from "../source-editor";
import { startLanguageService } from "./language-service";
import { monaco } from "./monaco-setup";
import { startPythonService } from "./python-service";

export type MonacoHandle = {
  /** Puts another text in place as one undoable step; the same text changes nothing. */
  replace(source: string): void;
  setDark(dark: boolean): void;
  showProblem(problem: SourceEditorProps["problem"]): void;
  showMarks(marked: SourceEditorProps["marked"]): void;
  /** Puts the cursor there, in view and with the focus. */
  goToLine(line: number): void;
  /** Makes the changes as one undoable edit, unless the text is another by now. */
  edit(request: EditRequest): void;
  dispose(): void;
};

const MARKERS = "run";
const FILE_ENDINGS = { typescript: "ts", python: "py" } as const;
const LANGUAGE_HELP = { typescript: startLanguageService, python: startPythonService } as const;
const LANGUAGE_SERVICE_IDLE_MS = 6000;
const LANGUAGE_SERVICE_SOON_MS = 1000;

/** Makes an editor in `host`. `props` is asked for the newest callbacks at each event. */
export function createMonaco(host: HTMLElement, props: () => SourceEditorProps): MonacoHandle {
  const first = props();
  const uri = monaco.Uri.parse(
    `file:///${first.label.replace(/\W+/g, "-")}.${FILE_ENDINGS[first.language]}`,
  );
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(first.source, first.language, uri);
  const rootStyle = getComputedStyle(document.documentElement);
  const rem = parseFloat(rootStyle.fontSize);
  monaco.editor.setTheme(first.dark ? "lab-dark" : "lab-light");
  const editor = monaco.editor.create(host, {
    model,
    ariaLabel: first.label,
    automaticLayout: true,
    minimap: { enabled: false },
    fontFamily: rootStyle.getPropertyValue("--code"),
    fontSize: 0.875 * rem,
    lineHeight: 1.375 * rem,
    lineNumbersMinChars: 3,
    glyphMargin: true,
    folding: false,
    padding: { top: 8, bottom: 8 },
    scrollBeyondLastLine: false,
    wordWrap: "on",
    wrappingIndent: "indent",
    fixedOverflowWidgets: true,
    tabSize: first.language === "python" ? 4 : 2,
    renderLineHighlight: "line",
    overviewRulerLanes: 0,
    stickyScroll: { enabled: false },
    // Python's help knows which names there are; other words of the text are no better than a guess.
    wordBasedSuggestions: first.language === "python" ? "off" : "matchingDocuments",
    unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true },
  });

  let fromOutside = false;
  const decorations = editor.createDecorationsCollection();
  const marks = editor.createDecorationsCollection();
  const showProblem = (problem: SourceEditorProps["problem"]) => {
    decorations.set(problem ? [problemDecoration(problem, model)] : []);
    monaco.editor.setModelMarkers(model, MARKERS, problem ? [problemMarker(problem, model)] : []);
    if (problem) editor.revealLineInCenterIfOutsideViewport(problem.line);
  };

  model.onDidChangeContent(() => {
    if (!fromOutside) props().onEdit(model.getValue());
    showProblem(null);
    marks.clear();
  });
  editor.onDidBlurEditorText(() => {
    editor.updateOptions({ tabFocusMode: false });
    props().onBlur();
  });
  addKeys(editor, props);
  const stopWaiting = whenInUse(editor, LANGUAGE_HELP[first.language]);
  const select = (selected: Selected | null) => {
    // Whoever types already is left alone.
    if (selected && !editor.hasTextFocus()) showSelected(editor, model, selected);
  };
  select(first.takeFocus ?? first.caret());
  if (first.takeFocus) editor.focus();
  editor.onDidChangeCursorSelection(({ selection }) => {
    if (!editor.hasTextFocus()) return;
    const from = model.getOffsetAt(selection.getStartPosition());
    const to = model.getOffsetAt(selection.getEndPosition());
    const backwards = selection.getDirection() === monaco.SelectionDirection.RTL;
    props().onCaret(backwards ? { anchor: to, head: from } : { anchor: from, head: to });
  });
  showProblem(first.problem);

  return {
    replace(source) {
      if (source === model.getValue()) return;
      fromOutside = true;
      // Not one step with what was typed just before.
      editor.pushUndoStop();
      editor.executeEdits("page", [{ range: model.getFullModelRange(), text: source }]);
      editor.pushUndoStop();
      fromOutside = false;
      select(props().caret());
    },
    setDark: (dark) => monaco.editor.setTheme(dark ? "lab-dark" : "lab-light"),
    showProblem,
    showMarks(marked) {
      const ranges = marked?.ranges ?? [];
      marks.set(ranges.map((range) => markDecoration(range, model)));
      const [first] = ranges;
      if (first && marked?.reveal)
        editor.revealRangeInCenterIfOutsideViewport(rangeOf(first, model));
    },
    goToLine(line) {
      const { startLineNumber, startColumn } = problemRange(line, model);
      editor.setPosition({ lineNumber: startLineNumber, column: startColumn });
      editor.revealLineInCenterIfOutsideViewport(startLineNumber);
      editor.focus();
    },
    edit({ source, changes }) {
      const [first] = changes;
      if (!first || model.getValue() !== source) return;
      editor.pushUndoStop();
      editor.executeEdits(
        "page",
        changes.map((change) => ({ range: rangeOf(change, model), text: change.insert })),
      );
      editor.pushUndoStop();
      editor.revealPositionInCenterIfOutsideViewport(model.getPositionAt(first.from));
    },
    dispose() {
      stopWaiting();
      editor.dispose();
      model.dispose();
    },
  };
}

function addKeys(
  editor: monaco.editor.IStandaloneCodeEditor,
  props: () => SourceEditorProps,
): void {
  editor.addAction({
    id: "lab.run",
    label: "Run",
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
    run: () => props().onRun(),
  });
  // Escape first closes whatever is open; with nothing open it lets Tab out of the editor.
  const nothingOpen =
    "!suggestWidgetVisible && !findWidgetVisible && !parameterHintsVisible && !editorHasMultipleSelections && !inSnippetMode";
  editor.addAction({
    id: "lab.leave",
    label: "Let Tab leave the editor",
    precondition: nothingOpen,
    keybindings: [monaco.KeyCode.Escape],
    run: () => {
      editor.updateOptions({ tabFocusMode: true });
      props().announce("Tab now leaves the editor.");
    },
  });
}

/** Puts the cursor there, in view. */
function showSelected(
  editor: monaco.editor.IStandaloneCodeEditor,
  model: monaco.editor.ITextModel,
  { anchor, head }: Selected,
): void {
  const selection = monaco.Selection.fromPositions(
    model.getPositionAt(anchor),
    model.getPositionAt(head),
  );
  editor.setSelection(selection);
  editor.revealPositionInCenterIfOutsideViewport(selection.getPosition());
}

/** The language service is heavier than the editor: it comes once keys are taken, or a while later. */
function whenInUse(editor: monaco.editor.IStandaloneCodeEditor, start: () => void): () => void {
  let timer = setTimeout(start, LANGUAGE_SERVICE_IDLE_MS);
  const soon = () => {
    focus.dispose();
    clearTimeout(timer);
    timer = setTimeout(start, LANGUAGE_SERVICE_SOON_MS);
  };
  const focus = editor.onDidFocusEditorText(soon);
  return () => {
    clearTimeout(timer);
    focus.dispose();
  };
}

function rangeOf({ from, to }: TextRange, model: monaco.editor.ITextModel): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}

function markDecoration(
  range: MarkedRange,
  model: monaco.editor.ITextModel,
): monaco.editor.IModelDeltaDecoration {
  const inlineClassName = `marked marked-${range.look}`;
  return { range: rangeOf(range, model), options: { inlineClassName } };
}

function problemRange(line: number, model: monaco.editor.ITextModel): monaco.Range {
  const inside = Math.min(Math.max(line, 1), model.getLineCount());
  return new monaco.Range(
    inside,
    model.getLineFirstNonWhitespaceColumn(inside) || 1,
    inside,
    model.getLineMaxColumn(inside),
  );
}

function problemDecoration(
  { line }: { line: number },
  model: monaco.editor.ITextModel,
): monaco.editor.IModelDeltaDecoration {
  return {
    range: problemRange(line, model),
    options: {
      isWholeLine: true,
      className: "problem-line",
      glyphMarginClassName: "problem-glyph",
    },
  };
}

function problemMarker(
  { line, message }: { line: number; message: string },
  model: monaco.editor.ITextModel,
): monaco.editor.IMarkerData {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = problemRange(line, model);
  const severity = monaco.MarkerSeverity.Error;
  return { severity, message, startLineNumber, startColumn, endLineNumber, endColumn };
}
