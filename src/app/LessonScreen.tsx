import { useCallback, useMemo } from "react";
import { Panel, Separator } from "react-resizable-panels";
import { useStore } from "zustand";
import type { LessonFigure } from "../figure-models/lesson-figure";
import { SnippetEditor } from "../features/editor/SnippetEditor";
import type { LookInside, RenderEditor } from "../features/lesson/lesson-context";
import { LessonPane } from "../features/lesson/LessonPane";
import type { LessonPaneProps } from "../features/lesson/LessonPane";
import { ResultsPane } from "../features/results/ResultsPane";
import type { Language } from "../protocol/backend";
import { lastMs } from "../protocol/run-facts";
import { PLAYGROUND } from "../state/desk";
import type { Lab, Lesson } from "../state/lab";
import { lessonStanding } from "../state/lab-state";
import type { RunPhase } from "../state/lab-state";
import { hasProgress } from "../state/progress";
import { routeHash, toLesson } from "../state/route";
import type { ProgramText } from "../state/standing";
import { spelledLesson } from "../state/spelled-lesson";
import { visibleCasesOf } from "../state/visible-cases";
import { Button } from "../ui/Button";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { loadedLater } from "../ui/loaded-later";
import { figureView } from "./figure-views";
import { RunWaiting } from "./RunWaiting";
import type { SolutionStepProps } from "./SolutionStep";
import { useReadingPlace } from "./use-reading-place";
import { ResizableGroup } from "./ResizableGroup";
import { Workbench } from "./Workbench";

/** Comes when two programs are compared. */
const SolutionStep = loadedLater<SolutionStepProps>(async () => ({
  default: (await import("./SolutionStep")).SolutionStep,
}));

/** What is read in a lesson: MDX and the components that it brings along. */
export type LessonTexts = Pick<LessonPaneProps, "Content" | "explanation" | "pictures">;

export type LessonScreenProps = {
  lab: Lab;
  lesson: Lesson;
  texts: LessonTexts;
  announce: (sentence: string) => void;
  onResults: () => void;
};

/** Left the lesson, right the editor above its results. */
export function LessonScreen({ lab, lesson, texts, announce, onResults }: LessonScreenProps) {
  const { store, actions } = lab;
  const { slug } = lesson.check;
  const run = useStore(store, (state) => state.lessons[slug].run);
  // A verdict, and a line number in it, belongs to the text that ran.
  const standing = useStore(store, (state) => lessonStanding(state, slug));
  const onRun = useCallback(() => actions.run(slug), [actions, slug]);
  const verdict = run.kind === "finished" ? run.verdict : null;
  return (
    <ResizableGroup lab={lab} id="lesson" orientation="horizontal">
      <Panel id="lesson-read" className="pane pane-read" defaultSize="48%" minSize="25%">
        <ErrorBoundary what="The lesson" resetKey={slug}>
          <Reading lab={lab} lesson={lesson} texts={texts} announce={announce} />
        </ErrorBoundary>
      </Panel>
      <Separator className="separator needs-script" aria-label="Resize lesson and editor" />
      <Panel id="lesson-bench" className="pane pane-bench needs-script" minSize="30%">
        <Workbench
          lab={lab}
          lesson={lesson}
          fileName={lesson.fileName}
          orientation="vertical"
          phase={run.kind === "pending" ? run.phase : null}
          error={standing === "of-this-text" ? (verdict?.error ?? null) : null}
          place={standing === "of-this-text" ? verdict?.mistake?.where : null}
          lastMs={verdict && standing !== "of-another-language" ? lastMs(verdict) : null}
          onRun={onRun}
          onResults={onResults}
          announce={announce}
          results={
            <ResultsPane
              lab={lab}
              lesson={lesson}
              announce={announce}
              explanation={<ToExplanation onRead={() => actions.openPane("read")} />}
            />
          }
        />
      </Panel>
    </ResizableGroup>
  );
}

const renderEditor: RenderEditor = (props) => <SnippetEditor {...props} />;

/** Before that, learners look for themselves. */
const FAILED_RUNS_FOR_INSIGHT = 2;

type ReadingProps = Pick<LessonScreenProps, "lab" | "lesson" | "texts" | "announce">;

function Reading({ lab, lesson, texts, announce }: ReadingProps) {
  useReadingPlace(lab, lesson.check.slug);
  const { store, actions } = lab;
  const { slug } = lesson.check;
  const shown = useStore(store, (state) => state.lessons[slug]);
  const { hintsShown, passed, failedRuns, run } = shown;
  const language = useStore(store, (state) => state.settings.language);
  const solution = lesson.programs.solution[language];
  const spelled = useMemo(() => spelledLesson(lesson, language), [lesson, language]);
  const visibleCases = useMemo(() => visibleCasesOf(lesson.check), [lesson]);
  const renderProgress = useCallback(
    (phase: RunPhase, of: Language) => <RunWaiting lab={lab} phase={phase} language={of} />,
    [lab],
  );
  const openInPlayground = useCallback(
    (program: ProgramText, what: string) => {
      const title = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
      actions.offer({ ...program, desk: PLAYGROUND, title }, true);
      window.location.hash = routeHash({ page: "playground" });
    },
    [actions],
  );
  const address = routeHash(toLesson(slug));
  const renderFigure = useCallback(
    (figure: LessonFigure, id: string) => figureView(figure, { id, lesson: address }, lab),
    [address, lab],
  );
  const renderCompared = useCallback(
    (yours: string) => <SolutionStep lab={lab} lesson={lesson} yours={yours} />,
    [lab, lesson],
  );
  const standing = useStore(store, (state) => lessonStanding(state, slug));
  const onLine = useCallback((line: number) => actions.goToLine(slug, line), [actions, slug]);
  const ofLanguage = run.kind === "finished" && run.verdict.language === language;
  const forget = () => {
    actions.forgetProgress();
    announce("The progress is forgotten. Your programs are still there.");
  };
  const draft = useMemo(
    () => ({
      source: () => store.getState().drafts[slug][language].source,
      subscribe: (onChange: () => void) => store.subscribe(onChange),
      goToLine: onLine,
    }),
    [store, onLine, slug, language],
  );
  const lookInside = useCallback<LookInside>(
    (...args) => actions.lookInside(slug, ...args),
    [actions, slug],
  );
  const useSolution = useMemo(
    () => () => {
      actions.replaceDraft(slug, solution);
      actions.openPane("edit");
    },
    [actions, slug, solution],
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
      stepsSeen={shown.stepsSeen[language]}
      address={address}
      hasProgress={hasProgress(shown)}
      onForget={forget}
      title={lesson.title}
      language={language}
      announce={announce}
      runProgram={actions.runProgram}
      onLine={standing === "of-this-text" ? onLine : null}
      renderProgress={renderProgress}
      edits={lab.snippetEdits}
      pointed={lab.pointed}
      renderEditor={renderEditor}
      openInPlayground={openInPlayground}
      hintsShown={hintsShown}
      insight={failedRuns >= FAILED_RUNS_FOR_INSIGHT && ofLanguage ? run.hint : null}
      onShowHint={() => actions.showHint(slug)}
      solution={solution}
      onUseSolution={useSolution}
      renderCompared={renderCompared}
      draft={draft}
      lookInside={lookInside}
      inside={lesson.inside}
      passed={passed}
    />
  );
}

/** After a pass the lesson says why it works; this leads there. */
function ToExplanation({ onRead }: { onRead: () => void }) {
  function show(): void {
    onRead();
    requestAnimationFrame(() => {
      const explanation = document.querySelector<HTMLElement>(".explanation");
      explanation?.scrollIntoView();
      explanation?.focus({ preventScroll: true });
    });
  }
  return (
    <p>
      <Button onClick={show}>Why it works, and what to try next</Button>
    </p>
  );
}
