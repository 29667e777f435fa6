import { Suspense, useCallback, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { Panel, Separator } from "react-resizable-panels";
import { useStore } from "zustand";
import { EditorPane } from "../features/editor/EditorPane";
import { AttemptBar } from "../features/run/AttemptBar";
import type { RunError } from "../protocol/verdict";
import type { Lab, Lesson } from "../state/lab";
import { PLAYGROUND } from "../state/desk";
import { shownRuntime } from "../state/lab-state";
import type { RunPhase } from "../state/lab-state";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { loadedLater } from "../ui/loaded-later";
import { ResizableGroup } from "./ResizableGroup";

const DeviceDialog = loadedLater(async () => ({
  default: (await import("./DeviceDialog")).DeviceDialog,
}));

export type WorkbenchProps = {
  lab: Lab;
  /** null is the playground. */
  lesson: Lesson | null;
  /** Without its ending, which is the language's. */
  fileName: string;
  orientation: "horizontal" | "vertical";
  /** Of the run that was asked for here; null where none goes on. */
  phase: RunPhase | null;
  /** Error of the last run; its line is marked. */
  error: RunError | null;
  /** A line that the last run points at otherwise, and what it does there. */
  place?: { line: number | null; text: string } | null;
  lastMs: number | null;
  /** More to do with the file. */
  tools?: ReactNode;
  onRun: () => Promise<void>;
  onResults: () => void;
  announce: (sentence: string) => void;
  results: ReactNode;
};

/** The editor with its run bar, and the results: beside or below it, or behind a tab. */
export function Workbench(props: WorkbenchProps) {
  const { lab, lesson, orientation, phase, error, place, lastMs, onRun, onResults, announce } =
    props;
  const page = lesson ? "lesson" : "playground";
  const desk = lesson?.check.slug ?? PLAYGROUND;
  const runtime = useStore(lab.store, shownRuntime);
  const language = useStore(lab.store, (state) => state.settings.language);
  const [isChoosing, setChoosing] = useState(false);
  const toTypeScript = useCallback(() => lab.actions.setLanguage("typescript"), [lab]);
  const run = useCallback(() => {
    onResults();
    void onRun();
  }, [onRun, onResults]);
  const problem = useMemo(() => problemOf(error) ?? markOf(place), [error, place]);
  return (
    <ResizableGroup lab={lab} id={`${page}-work`} orientation={orientation}>
      <Panel id={`${page}-edit`} className="pane pane-edit" defaultSize="58%" minSize="20%">
        <div className="edit-column" id="work">
          <EditorPane
            lab={lab}
            lesson={lesson}
            fileName={props.fileName}
            tools={props.tools}
            problem={problem}
            onRun={run}
            announce={announce}
            onSettled={lab.actions.warmUp}
          />
          <AttemptBar
            runtime={runtime}
            phase={phase}
            lastMs={lastMs}
            onRun={run}
            onStop={() => lab.actions.stop(desk)}
            onRetry={lab.actions.warmUp}
            onDevice={() => setChoosing(true)}
            onOtherLanguage={language === "python" ? toTypeScript : null}
          />
          {isChoosing && (
            <ErrorBoundary what="The choice of the device" resetKey={page}>
              <Suspense fallback={null}>
                <DeviceDialog lab={lab} onClose={() => setChoosing(false)} />
              </Suspense>
            </ErrorBoundary>
          )}
        </div>
      </Panel>
      <Separator className="separator" aria-label="Resize editor and results" />
      <Panel id={`${page}-results`} className="pane pane-results" minSize="15%">
        {props.results}
      </Panel>
    </ResizableGroup>
  );
}

function markOf(place: WorkbenchProps["place"]): { line: number; message: string } | null {
  // What is missing has no line to mark.
  if (!place || place.line === null) return null;
  return { line: place.line, message: place.text.replaceAll("`", "") };
}

function problemOf(error: RunError | null): { line: number; message: string } | null {
  if (!error || error.line === null) return null;
  return { line: error.line, message: `${error.type}: ${error.message}` };
}
