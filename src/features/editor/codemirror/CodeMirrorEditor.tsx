import { useEffect, useRef } from "react";
import type { EditorView } from "@codemirror/view";
import type { SourceEditorProps } from "../source-editor";
import { createCodeMirror, markProblem, replaceText } from "./create-codemirror";
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

  const { replaced, problem, marked, request } = props;
  useEffect(() => {
    if (view.current) replaceText(view.current, latest.current.source);
  }, [replaced]);
  useEffect(() => {
    if (view.current) markProblem(view.current, problem?.line ?? null);
  }, [problem]);

  useEffect(() => {
    view.current?.dispatch(marking(view.current.state, marked));
  }, [marked]);
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

  return (
    <>
      <div className="rich-editor" ref={host} data-editor="codemirror" />
      <SymbolRow onSymbol={insert} />
    </>
  );
}
