import { useEffect, useState } from "react";
import { loadEditor } from "./load-editor";
import { PlainEditor } from "./PlainEditor";
import type { Selected, SourceEditor, SourceEditorProps } from "./source-editor";
import "./editor.css";
import "./snippet-editor.css";

export type SnippetEditorProps = Pick<
  SourceEditorProps,
  "source" | "language" | "label" | "problem" | "lineRequest" | "onLineShown" | "onEdit" | "onRun"
>;

const NOWHERE = () => null;
const nothing = () => undefined;
const AT_THE_START: Selected = { anchor: 0, head: 0 };

/** A small editor in the flow of the text, as high as its program; it was asked for, so it takes the focus. */
export function SnippetEditor(props: SnippetEditorProps) {
  const [Editor, setEditor] = useState<SourceEditor | null>(null);
  useEffect(() => {
    let gone = false;
    loadEditor("codemirror").then(
      (Loaded) => {
        if (!gone) setEditor(() => Loaded);
      },
      // The text area does as well.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  const Shown = Editor ?? PlainEditor;
  return (
    <div className="snippet-editor" style={{ minHeight: `${heightOf(props.source)}rem` }}>
      <Shown
        {...props}
        replaced={0}
        marked={null}
        request={null}
        dark={false}
        takeFocus={AT_THE_START}
        caret={NOWHERE}
        onCaret={nothing}
        onRequestDone={nothing}
        onBlur={nothing}
        announce={nothing}
      />
    </div>
  );
}

const LINE_REM = 1.5;

/** Room for every line, so that nothing moves when the richer editor comes. */
function heightOf(source: string): number {
  return LINE_REM * source.split("\n").length + 0.75;
}
