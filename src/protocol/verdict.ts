/**
 * The one result of a graded run: what the results panel shows and what
 * `npm run grade -- --json` prints, one a line.
 */
import type { Backend, Language, Precision } from "./backend";

export const VERDICT_STATUSES = [
  "pass",
  "wrong",
  "error",
  "timeout",
  "died",
  "too-large",
  "cancelled",
  "gpu-lost",
  "unavailable",
] as const;
export type VerdictStatus = (typeof VERDICT_STATUSES)[number];

type NamedValues = { name: string; shape: number[]; data: number[] };

export type VerdictCase = {
  id: string;
  visible: boolean;
  inputs: NamedValues[];
  /** null where the case gave no usable numbers. */
  got: number[] | null;
  expected: number[];
  ok: boolean;
  /** Share of the tolerance that the largest error uses; 1 is the limit. */
  budget: number;
};

export type Mistake = {
  id: string;
  title: string;
  message: string;
  evidence: string;
  next: string;
  /**
   * What the code called that makes it, as a sentence, and its line; the line is null where what is missing has none.
   * null where the calls do not say.
   */
  where: { line: number | null; text: string } | null;
};

export type UpdateFit = {
  leaves: { leaf: string; factor: number; unit: "step" | "gradient" }[];
  residual: number;
};

/** The observed result at the four corners of a step of two halves: neither moved, one, the other, both. */
export type Corners = {
  /** Id of the case. */
  case: string;
  halves: [string, string];
  neither: number;
  first: number;
  second: number;
  both: number;
  got: number;
  /** The corner that was returned; `both` after a pass alone. */
  same: "neither" | "first" | "second" | "both";
};

/** One case worked by hand in float64: parts in order, each with arrays and, at some, a returned number. */
export type WorkedCase = {
  /** Id of the case. */
  case: string;
  parts: {
    title: string;
    /** How the values come about. */
    rule: string;
    values: NamedValues[];
    /** Index of the returned number that this part gives; null for parts in between. */
    result: number | null;
  }[];
};

/** `traceback` is what Python shows of the error that ended the run, after the error's own text. */
export type ConsoleLine = { level: "log" | "warn" | "error" | "traceback"; text: string };

export type RunError = {
  type: string;
  message: string;
  line: number | null;
  /** Id of the explanation that is shown under the text, if there is one. */
  explain: string | null;
};

/** What an error means in the lesson. */
export type ErrorExplanation = {
  title: string;
  message: string;
  /** One thing to look at. */
  next: string;
};

export type Verdict = {
  status: VerdictStatus;
  lesson: string;
  language: Language;
  backend: Backend;
  precision: Precision;
  drawSeed: number;
  cases: VerdictCase[];
  mistake: Mistake | null;
  fit: UpdateFit | null;
  /** Where the answer is that of another corner, and after a pass. */
  corners: Corners | null;
  /** The first failing case, where the mistake has no name. */
  worked: WorkedCase | null;
  laws: {
    id: string;
    holds: boolean;
    evidence: string;
    /** Arguments of the smallest call that breaks it; null where it holds, or where no one call does. */
    breaking: NamedValues[] | null;
  }[];
  steps: { id: string; seen: boolean; line: number | null }[];
  error: RunError | null;
  /** Of the error; null where the lesson says nothing of it. */
  explanation: ErrorExplanation | null;
  console: ConsoleLine[];
  ms: { boot: number; run: number };
};
