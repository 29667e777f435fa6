import { useEffect, useLayoutEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import type { SourceEditorProps } from "./source-editor";

/** A text area with the same draft: there from the first paint, and where no richer editor can load. */
export function PlainEditor(props: SourceEditorProps) {
  const { source, replaced, label, problem, onEdit, onBlur, onRun } = props;
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
  }, [replaced]);

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
      onChange={(event) => onEdit(event.target.value)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    />
  );
}
