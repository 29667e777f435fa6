import { useEffect, useRef } from "react";
import type { SourceEditorProps } from "../source-editor";
import { createMonaco } from "./create-monaco";
import type { MonacoHandle } from "./create-monaco";

/** Monaco as a React component: the editor owns the text, React only passes changes from outside in. */
export function MonacoEditor(props: SourceEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const handle = useRef<MonacoHandle | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current) return;
    const created = createMonaco(host.current, () => latest.current);
    handle.current = created;
    return () => {
      handle.current = null;
      created.dispose();
    };
  }, []);

  const { source, replaced, problem, marked, lineRequest, request, dark } = props;
  useEffect(() => {
    handle.current?.replace(latest.current.source);
  }, [replaced]);
  useEffect(() => {
    handle.current?.setDark(dark);
  }, [dark]);
  useEffect(() => {
    handle.current?.showProblem(problem);
  }, [problem]);
  useEffect(() => {
    handle.current?.showMarks(marked);
  }, [marked]);
  useEffect(() => {
    if (!lineRequest) return;
    handle.current?.goToLine(lineRequest.line);
    latest.current.onLineShown(lineRequest.id);
  }, [lineRequest]);
  useEffect(() => {
    if (!request) return;
    handle.current?.edit(request);
    latest.current.onRequestDone(request.id);
  }, [request]);

  return (
    <div className="rich-editor" ref={host} data-editor="monaco" data-length={source.length} />
  );
}
