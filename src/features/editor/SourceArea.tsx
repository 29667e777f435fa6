import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "../../ui/Button";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { LATE_MS } from "../../ui/loaded-later";
import { whenIdle } from "../../ui/when-idle";
import { editorKindFor, loadEditor } from "./load-editor";
import { PlainEditor } from "./PlainEditor";
import type { SourceEditor, SourceEditorProps } from "./source-editor";

type Loaded =
  | { kind: "plain"; failed: boolean }
  | { kind: "rich"; Editor: SourceEditor; takeFocus: SourceEditorProps["takeFocus"] };

export type SourceAreaProps = Omit<SourceEditorProps, "takeFocus"> & {
  /** The editor takes keys, or will stay a text area: the network is free for what comes next. */
  onSettled: () => void;
};

/** A text area at once; the richer editor takes its place, text and cursor once it has loaded. */
export function SourceArea({ onSettled, ...props }: SourceAreaProps) {
  const area = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded>({ kind: "plain", failed: false });

  /** Grows when the full editor is asked for once more. */
  const [tries, setTries] = useState(0);

  const settled = useRef(onSettled);
  useEffect(() => {
    settled.current = onSettled;
  });
  const waiting = loaded.kind === "plain" && !loaded.failed;
  useEffect(() => {
    if (!waiting) return whenIdle(() => settled.current());
  }, [waiting]);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = () => {
      if (!gone) setLoaded({ kind: "plain", failed: true });
    };
    const stop = whenIdle(() => {
      // Should it come after all, it takes its place all the same.
      timer = setTimeout(fail, LATE_MS);
      loadEditor(editorKindFor(window)).then(
        (Editor) => {
          clearTimeout(timer);
          if (gone) return;
          // At once: a click between the question and the change would lose its focus.
          flushSync(() =>
            setLoaded({ kind: "rich", Editor, takeFocus: selectionIn(area.current) }),
          );
        },
        () => {
          clearTimeout(timer);
          fail();
        },
      );
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [tries]);

  return (
    <div className="source-area" ref={area}>
      {loaded.kind === "rich" ? (
        <ErrorBoundary what="The editor" resetKey="editor">
          <loaded.Editor key={props.language} {...props} takeFocus={loaded.takeFocus} />
        </ErrorBoundary>
      ) : (
        <PlainEditor key={props.language} {...props} takeFocus={null} />
      )}
      {loaded.kind === "plain" && loaded.failed && (
        <p className="editor-note">
          The full editor did not arrive, so this is a plain text area. It keeps the same draft.{" "}
          <Button
            kind="text"
            onClick={() => {
              setLoaded({ kind: "plain", failed: false });
              setTries(tries + 1);
            }}
          >
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}

function selectionIn(host: HTMLElement | null): SourceEditorProps["takeFocus"] {
  const area = host?.querySelector("textarea");
  if (!area || document.activeElement !== area) return null;
  return { anchor: area.selectionStart, head: area.selectionEnd };
}
