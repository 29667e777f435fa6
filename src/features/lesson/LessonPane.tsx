import { useMemo } from "react";
import type { ComponentType, ReactNode } from "react";
import type { MDXComponents } from "mdx/types";
import type { LessonFigure } from "../../figure-models/lesson-figure";
import type { Look } from "../../lib/look";
import type { Language } from "../../protocol/backend";
import { Hints } from "./Hints";
import type { Hint } from "./Hints";
import { KeptProgress } from "./KeptProgress";
import { LESSON_COMPONENTS } from "./lesson-components";
import { LessonContext } from "./lesson-context";
import type {
  BrokenPrograms,
  InsideStep,
  LessonEnvironment,
  LessonStep,
  LookInside,
  OwnDraft,
  RenderEditor,
  RenderProgress,
  RunProgram,
  StepSeen,
  VisibleCase,
} from "./lesson-context";
import { Solution } from "./Solution";
import "./lesson.css";
import "./card.css";
import "./practice.css";

/** A text in MDX, whose components are handed in by name. */
export type LessonText = ComponentType<{ components?: MDXComponents }>;

export type LessonPaneProps = {
  title: string;
  /** Of the lesson, e.g. `#/lesson/one`. */
  address: string;
  Content: LessonText;
  /** Components of this lesson alone, by the name that its text gives them. */
  pictures: MDXComponents;
  figures: Readonly<Record<string, LessonFigure>>;
  renderFigure: LessonEnvironment["renderFigure"];
  marks: Readonly<Record<string, Look>>;
  /** The language of the snippets. */
  language: Language;
  announce: (sentence: string) => void;
  runProgram: RunProgram;
  renderProgress: RenderProgress;
  edits: LessonEnvironment["edits"];
  pointed: LessonEnvironment["pointed"];
  renderEditor: RenderEditor;
  openInPlayground: LessonEnvironment["openInPlayground"];
  /** Complete broken programs, by pitfall id and language. */
  programs: BrokenPrograms;
  steps: readonly LessonStep[];
  stepsSeen?: readonly StepSeen[];
  /** Shows a line of the learner's file; null where its text is not the one that ran. */
  onLine?: ((line: number) => void) | null;
  visibleCases?: readonly VisibleCase[];
  hints: readonly Hint[];
  hintsShown: number;
  /** For the mistake that the last run showed. */
  insight?: Hint | null;
  onShowHint: () => void;
  solution: string;
  onUseSolution: () => void;
  /** Beside the learner's text and the solution, where they are compared. */
  renderCompared?: (yours: string) => ReactNode;
  draft: OwnDraft;
  lookInside: LookInside;
  inside?: readonly InsideStep[];
  /** Shown once `passed`. */
  explanation: LessonText | null;
  passed: boolean;
  /** There is something to forget. */
  hasProgress: boolean;
  onForget: () => void;
};

const NO_CASES: readonly VisibleCase[] = [];
const NO_STEPS: readonly InsideStep[] = [];
const NONE_SEEN: readonly StepSeen[] = [];

/** The lesson: its text, the problem with hints and solution, and what there is to say after passing. */
export function LessonPane(props: LessonPaneProps) {
  const { title, address, Content, language, announce, runProgram, programs, steps } = props;
  const { pictures, figures, renderFigure, renderProgress, marks } = props;
  const { edits, pointed, renderEditor, openInPlayground, draft, lookInside } = props;
  const inside = props.inside ?? NO_STEPS;
  const visibleCases = props.visibleCases ?? NO_CASES;
  const stepsSeen = props.stepsSeen ?? NONE_SEEN;
  const onLine = props.onLine ?? null;
  const environment = useMemo(
    () => ({
      address,
      language,
      announce,
      runProgram,
      renderProgress,
      edits,
      pointed,
      renderEditor,
      openInPlayground,
      programs,
      steps,
      stepsSeen,
      onLine,
      visibleCases,
      draft,
      lookInside,
      inside,
      figures,
      renderFigure,
      marks,
    }),
    [
      address,
      language,
      announce,
      runProgram,
      renderProgress,
      edits,
      pointed,
      renderEditor,
      openInPlayground,
      programs,
      steps,
      stepsSeen,
      onLine,
      visibleCases,
      draft,
      lookInside,
      inside,
      figures,
      renderFigure,
      marks,
    ],
  );
  function forget(): void {
    props.onForget();
    // What was pressed is gone with the progress.
    document.getElementById("hints")?.focus();
  }
  const components = useMemo(() => ({ ...LESSON_COMPONENTS, ...pictures }), [pictures]);
  return (
    <LessonContext value={environment}>
      <article className="lesson">
        <h1>{title}</h1>
        <Content components={components} />
        <Hints
          hints={props.hints}
          shown={props.hintsShown}
          insight={props.insight ?? null}
          language={language}
          onShow={props.onShowHint}
        />
        <Solution
          solution={props.solution}
          language={language}
          passed={props.passed}
          onUse={props.onUseSolution}
          ownCode={draft.source}
          renderCompared={props.renderCompared}
        />
        {props.passed && props.explanation && (
          <section className="explanation" aria-label="After passing" tabIndex={-1}>
            <props.explanation components={components} />
          </section>
        )}
        {props.hasProgress && <KeptProgress onForget={forget} />}
      </article>
    </LessonContext>
  );
}
