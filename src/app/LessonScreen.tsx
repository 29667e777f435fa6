import { useCallback, useMemo } from "react";
import { Panel, Separator } from "react-resizable-panels";
import { useStore } from "zustand";
import type { LessonFigure } from "../figure-models/lesson-figure";
import { LessonPane } from "../features/lesson/LessonPane";
import type { LessonPaneProps } from "../features/lesson/LessonPane";
import { ResultsPane } from "../features/results/ResultsPane";
import type { Lab } from "../state/lab";
import { spelledLesson } from "../state/spelled-lesson";
import { visibleCasesOf } from "../state/visible-cases";
import { Button } from "../ui/Button";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { figureView } from "./figure-views";
import { ResizableGroup } from "./ResizableGroup";
import { Workbench } from "./Workbench";

/** What is read in a lesson: MDX and the components that it brings along. */
export type LessonTexts = Pick<LessonPaneProps, "Content" | "explanation" | "pictures">;

export type LessonScreenProps = {
  lab: Lab;
  texts: LessonTexts;
  announce: (sentence: string) => void;
  onResults: () => void;
};

/** Left the lesson, right the editor above its results. */
export function LessonScreen({ lab, texts, announce, onResults }: LessonScreenProps) {
  const { store, actions, lesson } = lab;
  const run = useStore(store, (state) => state.run);
  const language = useStore(store, (state) => state.settings.language);
  const verdict = run.kind === "finished" ? run.verdict : null;
  return (
    <ResizableGroup lab={lab} id="lesson" orientation="horizontal">
      <Panel id="lesson-read" className="pane pane-read" defaultSize="48%" minSize="25%">
        <ErrorBoundary what="The lesson" resetKey={lesson.check.slug}>
          <Reading lab={lab} texts={texts} />
        </ErrorBoundary>
      </Panel>
      <Separator className="separator" aria-label="Resize lesson and editor" />
      <Panel id="lesson-bench" className="pane pane-bench" minSize="30%">
        <Workbench
          lab={lab}
          route="lesson"
          fileName={lesson.fileName}
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

function Reading({ lab, texts }: { lab: Lab; texts: LessonTexts }) {
  const { store, actions, lesson } = lab;
  const { settings, hintsShown, passed, failedRuns, run } = useStore(store);
  const { language } = settings;
  const solution = lesson.programs.solution[language];
  const spelled = useMemo(() => spelledLesson(lesson, language), [lesson, language]);
  const visibleCases = useMemo(() => visibleCasesOf(lesson.check), [lesson]);
  const renderFigure = useCallback((figure: LessonFigure) => figureView(figure, lab), [lab]);
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
      {...texts}
      {...spelled}
      programs={lesson.pitfalls}
      visibleCases={visibleCases}
      figures={lesson.figures}
      renderFigure={renderFigure}
      marks={lesson.marks}
      stepsSeen={verdict?.language === language ? verdict.steps : undefined}
      title={lesson.title}
      language={language}
      onLanguage={actions.setLanguage}
      runProgram={actions.runProgram}
      hintsShown={hintsShown}
      insight={run.kind === "finished" && failedRuns >= FAILED_RUNS_FOR_INSIGHT ? run.hint : null}
      onShowHint={actions.showHint}
      solution={solution}
      onUseSolution={useSolution}
      ownCode={() => store.getState().drafts.lesson[language].source}
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
