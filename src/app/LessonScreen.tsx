import { useMemo } from "react";
import { Panel, Separator } from "react-resizable-panels";
import { useStore } from "zustand";
import { LessonPane } from "../features/lesson/LessonPane";
import type { LessonPaneProps } from "../features/lesson/LessonPane";
import { ResultsPane } from "../features/results/ResultsPane";
import type { Language } from "../protocol/backend";
import type { Lab } from "../state/lab";
import { Button } from "../ui/Button";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { ResizableGroup } from "./ResizableGroup";
import { Workbench } from "./Workbench";

/** The lesson's text and what belongs to it, made of MDX and plain data. */
export type LessonMaterial = Pick<
  LessonPaneProps,
  "Content" | "explanation" | "programs" | "visibleCases"
> & {
  fileName: string;
  /** The texts that name things which each language writes in its own way. */
  spelled: Readonly<Record<Language, Pick<LessonPaneProps, "hints" | "steps">>>;
};

export type LessonScreenProps = {
  lab: Lab;
  material: LessonMaterial;
  announce: (sentence: string) => void;
  onResults: () => void;
};

/** Left the lesson, right the editor above its results. */
export function LessonScreen({ lab, material, announce, onResults }: LessonScreenProps) {
  const { store, actions, lesson } = lab;
  const run = useStore(store, (state) => state.run);
  const { fileName, ...text } = material;
  const language = useStore(store, (state) => state.settings.language);
  const verdict = run.kind === "finished" ? run.verdict : null;
  return (
    <ResizableGroup lab={lab} id="lesson" orientation="horizontal">
      <Panel id="lesson-read" className="pane pane-read" defaultSize="48%" minSize="25%">
        <ErrorBoundary what="The lesson" resetKey={lesson.check.slug}>
          <Reading lab={lab} text={text} />
        </ErrorBoundary>
      </Panel>
      <Separator className="separator" aria-label="Resize lesson and editor" />
      <Panel id="lesson-bench" className="pane pane-bench" minSize="30%">
        <Workbench
          lab={lab}
          route="lesson"
          fileName={fileName}
          orientation="vertical"
          pending={run.kind === "pending"}
          // A line number belongs to the file that ran, not to the one of the other language.
          error={verdict?.language === language ? verdict.error : null}
          place={verdict?.language === language ? verdict.mistake?.where : null}
          lastMs={verdict?.ms.run ?? null}
          onRun={actions.run}
          onResults={onResults}
          announce={announce}
          results={
            <ResultsPane
              lab={lab}
              announce={announce}
              explanation={<ToExplanation onRead={() => actions.openPane("read")} />}
            />
          }
        />
      </Panel>
    </ResizableGroup>
  );
}

/** Before that, learners look for themselves. */
const FAILED_RUNS_FOR_INSIGHT = 2;

function Reading({ lab, text }: { lab: Lab; text: Omit<LessonMaterial, "fileName"> }) {
  const { store, actions, lesson } = lab;
  const { settings, hintsShown, passed, failedRuns, run } = useStore(store);
  const { spelled, ...shared } = text;
  const { solution } = lesson.programs[settings.language];
  const verdict = run.kind === "finished" ? run.verdict : null;
  const useSolution = useMemo(
    () => () => {
      actions.replaceDraft("lesson", solution);
      actions.openPane("edit");
    },
    [actions, solution],
  );
  return (
    <LessonPane
      {...shared}
      {...spelled[settings.language]}
      stepsSeen={verdict?.language === settings.language ? verdict.steps : undefined}
      title={lesson.title}
      language={settings.language}
      onLanguage={actions.setLanguage}
      runProgram={actions.runProgram}
      hintsShown={hintsShown}
      insight={run.kind === "finished" && failedRuns >= FAILED_RUNS_FOR_INSIGHT ? run.hint : null}
      onShowHint={actions.showHint}
      solution={solution}
      onUseSolution={useSolution}
      ownCode={() => store.getState().drafts.lesson[settings.language].source}
      passed={passed}
    />
  );
}

/** After a pass the lesson says why it works; this leads there. */
function ToExplanation({ onRead }: { onRead: () => void }) {
  function show(): void {
    onRead();
    requestAnimationFrame(() => document.querySelector(".explanation")?.scrollIntoView());
  }
  return (
    <p>
      <Button onClick={show}>Why it works, and what to try next</Button>
    </p>
  );
}
