import { useEffect, useLayoutEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { changedText } from "../../state/editor-requests";
import type { Selected, SourceEditorProps } from "./source-editor";

/** A text area with the same draft: there from the first paint, and where no richer editor can load. */
export function PlainEditor(props: SourceEditorProps) {
  const {
    source,
    replaced,
    label,
    problem,
    lineRequest,
    request,
    caret,
    onCaret,
    onLineShown,
    onEdit,
    onRequestDone,
    onBlur,
    onRun,
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const sourceOnMount = useRef(source);

  // What was typed before the page's script ran is the learner's text, not a mismatch.
  useLayoutEffect(() => {
    const typed = area.current?.value;
    if (typed !== undefined && typed !== sourceOnMount.current) onEdit(typed);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, on mount
  }, []);

  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  useEffect(() => {
    if (area.current && area.current.value !== latest.current) area.current.value = latest.current;
    if (area.current) restoreCaret(area.current, caret());
  }, [replaced, caret]);

  useEffect(() => {
    if (!request) return;
    if (area.current?.value === request.source)
      typeOver(area.current, changedText(request.source, request.changes));
    onRequestDone(request.id);
  }, [request, onRequestDone]);

  useEffect(() => {
    if (!area.current || !lineRequest) return;
    goToLine(area.current, lineRequest.line);
    onLineShown(lineRequest.id);
  }, [lineRequest, onLineShown]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  }

  return (
    <textarea
      ref={area}
      className="plain-editor"
      aria-label={label}
      aria-invalid={problem !== null}
      defaultValue={source}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      wrap="off"
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
        onCaret({ anchor: selectionStart, head: selectionEnd })
      }
      onChange={(event) => onEdit(event.target.value)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    />
  );
}

/** Without the focus, which would move the page. */
function restoreCaret(area: HTMLTextAreaElement, caret: Selected | null): void {
  if (caret && document.activeElement !== area) area.setSelectionRange(caret.anchor, caret.head);
}

function goToLine(area: HTMLTextAreaElement, line: number): void {
  const before = area.value.split("\n").slice(0, line - 1);
  const at = before.reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(at, at);
  const { lineHeight } = getComputedStyle(area);
  area.scrollTop = Math.max(0, (line - 4) * parseFloat(lineHeight));
}

/** Puts another text in place as if it was typed: one undo brings the present one back. */
function typeOver(area: HTMLTextAreaElement, text: string): void {
  const focused = document.activeElement;
  area.focus();
  area.select();
  // No other way leaves the text area's own undo as it is; where it is missing, the text is set.
  if (!document.execCommand("insertText", false, text)) {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (focused instanceof HTMLElement) focused.focus();
}
