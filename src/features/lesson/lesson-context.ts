import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { LessonFigure } from "../../figure-models/lesson-figure";
import type { Look } from "../../lib/look";
import type { Language } from "../../protocol/backend";
import type { RunInput, RunOutcome } from "../../protocol/run";
import type { SnippetOptions } from "../../state/lab-actions";
import type { RunPhase } from "../../state/lab-state";
import type { PointedLines } from "../../state/pointed-lines";
import type { SnippetEdits } from "../../state/snippet-edits";
import type { ProgramText } from "../../state/standing";

/** One thing that a right answer does, in the order of the rubric. */
export type LessonStep = { id: string; text: string };

/** Whether the last run showed a step, and at which line of the learner's file. */
export type StepSeen = { id: string; seen: boolean; line: number | null };

/** A case whose inputs and answer the lesson shows. */
export type VisibleCase = {
  id: string;
  inputs: readonly RunInput[];
  expected: readonly number[];
};

/** Runs a complete program for what it prints. Never rejects. */
export type RunProgram = (program: ProgramText, options: SnippetOptions) => Promise<RunOutcome>;

/** The learner's own program for the lesson. */
export type OwnDraft = {
  source: () => string;
  subscribe: (onChange: () => void) => () => void;
  /** Brings a line of it into view, with the cursor. */
  goToLine: (line: number) => void;
};

/** Runs a program as the lesson's on one visible case. Never rejects. */
export type LookInside = (
  caseId: string,
  program: ProgramText,
  options: SnippetOptions,
) => Promise<RunOutcome>;

/** A step that a look inside shows: what it is, and how the program's record tells it. */
export type InsideStep = {
  title: string;
  from: readonly string[] | number;
  leaves?: (path: string) => boolean;
};

/** What a run in this language waits for, as it goes on. */
export type RenderProgress = (phase: RunPhase, language: Language) => ReactNode;

/** What an editor in the flow of the text is told, and what it tells. */
export type CardEditorProps = ProgramText & {
  /** Accessible name. */
  label: string;
  problem: { line: number; message: string } | null;
  /** A line to bring into view at once, with the cursor. */
  lineRequest: { id: number; line: number } | null;
  onLineShown: () => void;
  onEdit: (source: string) => void;
  onRun: () => void;
};

export type RenderEditor = (props: CardEditorProps) => ReactNode;

export type BrokenPrograms = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the components named in a lesson's text need from the page. */
export type LessonEnvironment = {
  /** Of the lesson, e.g. `#/lesson/one`. */
  address: string;
  language: Language;
  /** Speaks a sentence to those who listen. */
  announce: (sentence: string) => void;
  runProgram: RunProgram;
  renderProgress: RenderProgress;
  /** What figures point at in the code. */
  pointed: StoreApi<PointedLines | null>;
  edits: Pick<SnippetEdits, "store" | "edit">;
  renderEditor: RenderEditor;
  /** `what` says where the program is from, e.g. "the snippet corners". */
  openInPlayground: (program: ProgramText, what: string) => void;
  /** Complete broken programs, by pitfall id and language. */
  programs: BrokenPrograms;
  steps: readonly LessonStep[];
  /** Of the last run in this language; empty before the first. */
  stepsSeen: readonly StepSeen[];
  /** Shows a line of the learner's file; null where its text is not the one that ran. */
  onLine: ((line: number) => void) | null;
  visibleCases: readonly VisibleCase[];
  draft: OwnDraft;
  lookInside: LookInside;
  /** What a look inside shows first. */
  inside: readonly InsideStep[];
  /** By the id that the text names. */
  figures: Readonly<Record<string, LessonFigure>>;
  /** `id` is the one that the text names. */
  renderFigure: (figure: LessonFigure, id: string) => ReactNode;
  /** What the marks after a fence mean for the look of its lines. */
  marks: Readonly<Record<string, Look>>;
};

export const LessonContext = createContext<LessonEnvironment | null>(null);

/** The environment of the lesson around a component. Throws outside of a LessonPane. */
export function useLesson(): LessonEnvironment {
  const environment = useContext(LessonContext);
  if (!environment) throw new Error("a lesson component stands outside of a LessonPane");
  return environment;
}
