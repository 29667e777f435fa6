import { useEffect, useRef } from "react";
import type { EditorView } from "@codemirror/view";
import type { SourceEditorProps } from "../source-editor";
import {
  createCodeMirror,
  goToLine,
  markProblem,
  replaceText,
  restoreCaret,
} from "./create-codemirror";
import { stepLeft, stepRight } from "./indenting";
import { marking } from "./marked-ranges";
import { requestedEdit } from "./requested-edit";
import { SymbolRow } from "./SymbolRow";

/** The editor for touch, with a row of the symbols that phones hide. */
export function CodeMirrorEditor(props: SourceEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current) return;
    const created = createCodeMirror(host.current, () => latest.current);
    view.current = created;
    return () => {
      view.current = null;
      created.destroy();
    };
  }, []);

  const { replaced, problem, marked, lineRequest, request } = props;
  useEffect(() => {
    if (!view.current) return;
    replaceText(view.current, latest.current.source);
    restoreCaret(view.current, latest.current.caret());
  }, [replaced]);
  useEffect(() => {
    if (view.current) markProblem(view.current, problem?.line ?? null);
  }, [problem]);

  useEffect(() => {
    view.current?.dispatch(marking(view.current.state, marked));
  }, [marked]);
  useEffect(() => {
    if (!view.current || !lineRequest) return;
    goToLine(view.current, lineRequest.line);
    latest.current.onLineShown(lineRequest.id);
  }, [lineRequest]);
  useEffect(() => {
    if (!view.current || !request) return;
    const edit = requestedEdit(view.current.state, request);
    if (edit) view.current.dispatch(edit);
    latest.current.onRequestDone(request.id);
  }, [request]);

  function insert(text: string): void {
    const editor = view.current;
    if (!editor) return;
    editor.dispatch(editor.state.replaceSelection(text));
    editor.focus();
  }

  function indent(direction: "more" | "less"): void {
    if (!view.current) return;
    (direction === "more" ? stepRight : stepLeft)(view.current);
    view.current.focus();
  }

  return (
    <>
      <div className="rich-editor" ref={host} data-editor="codemirror" />
      <SymbolRow language={props.language} onSymbol={insert} onIndent={indent} />
    </>
  );
}
