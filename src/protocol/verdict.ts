/**
 * The one result of a graded run: what the results panel shows and what
 * `npm run grade -- --json` prints, one a line.
 */
import * as v from "valibot";
import { BACKENDS, LANGUAGES } from "./backend";

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

const inputSchema = v.object({
  name: v.string(),
  shape: v.array(v.number()),
  data: v.array(v.number()),
});

const caseSchema = v.object({
  id: v.string(),
  visible: v.boolean(),
  inputs: v.array(inputSchema),
  /** null where the case gave no usable numbers. */
  got: v.nullable(v.array(v.number())),
  expected: v.array(v.number()),
  ok: v.boolean(),
  /** Share of the tolerance that the largest error uses; 1 is the limit. */
  budget: v.number(),
});

const mistakeSchema = v.object({
  id: v.string(),
  title: v.string(),
  message: v.string(),
  evidence: v.string(),
  next: v.string(),
  /** The learner's line that makes it, where what the code called agrees with the numbers. */
  where: v.nullable(v.object({ line: v.number(), text: v.string() })),
});

const fitSchema = v.object({
  leaves: v.array(
    v.object({ leaf: v.string(), factor: v.number(), unit: v.picklist(["step", "gradient"]) }),
  ),
  residual: v.number(),
});

/** The observed result at the four corners of a step of two halves: neither moved, one, the other, both. */
const cornersSchema = v.object({
  /** Id of the case. */
  case: v.string(),
  halves: v.tuple([v.string(), v.string()]),
  neither: v.number(),
  first: v.number(),
  second: v.number(),
  both: v.number(),
  got: v.number(),
  /** The corner that was returned in place of `both`. */
  same: v.picklist(["neither", "first", "second"]),
});

/** One case worked by hand in float64: parts in order, each with arrays and, at some, a returned number. */
const workedSchema = v.object({
  /** Id of the case. */
  case: v.string(),
  parts: v.array(
    v.object({
      title: v.string(),
      /** How the values come about. */
      rule: v.string(),
      values: v.array(inputSchema),
      /** Index of the returned number that this part gives; null for parts in between. */
      result: v.nullable(v.number()),
    }),
  ),
});

export const consoleLineSchema = v.object({
  level: v.picklist(["log", "warn", "error"]),
  text: v.string(),
});

export const runErrorSchema = v.object({
  type: v.string(),
  message: v.string(),
  line: v.nullable(v.number()),
  /** Id of the explanation that is shown under the text, if there is one. */
  explain: v.nullable(v.string()),
});

/** What an error means in the lesson. */
const explanationSchema = v.object({
  title: v.string(),
  message: v.string(),
  /** One thing to look at. */
  next: v.string(),
});

export const verdictSchema = v.object({
  status: v.picklist(VERDICT_STATUSES),
  lesson: v.string(),
  language: v.picklist(LANGUAGES),
  backend: v.picklist(BACKENDS),
  precision: v.picklist(["float32", "float16"]),
  drawSeed: v.number(),
  cases: v.array(caseSchema),
  mistake: v.nullable(mistakeSchema),
  fit: v.nullable(fitSchema),
  /** Where the answer is that of another corner. */
  corners: v.nullable(cornersSchema),
  /** The first failing case, where the mistake has no name. */
  worked: v.nullable(workedSchema),
  laws: v.array(
    v.object({
      id: v.string(),
      holds: v.boolean(),
      evidence: v.string(),
      /** Arguments of the smallest call that breaks it; null where it holds, or where no one call does. */
      breaking: v.nullable(v.array(inputSchema)),
    }),
  ),
  steps: v.array(v.object({ id: v.string(), seen: v.boolean(), line: v.nullable(v.number()) })),
  error: v.nullable(runErrorSchema),
  /** Of the error; null where the lesson says nothing of it. */
  explanation: v.nullable(explanationSchema),
  console: v.array(consoleLineSchema),
  ms: v.object({ boot: v.number(), run: v.number() }),
});

export type Verdict = v.InferOutput<typeof verdictSchema>;
export type VerdictStatus = Verdict["status"];
export type VerdictCase = Verdict["cases"][number];
export type Corners = NonNullable<Verdict["corners"]>;
export type WorkedCase = NonNullable<Verdict["worked"]>;
export type UpdateFit = NonNullable<Verdict["fit"]>;
export type Mistake = NonNullable<Verdict["mistake"]>;
export type ErrorExplanation = v.InferOutput<typeof explanationSchema>;
export type RunError = v.InferOutput<typeof runErrorSchema>;
export type ConsoleLine = v.InferOutput<typeof consoleLineSchema>;
