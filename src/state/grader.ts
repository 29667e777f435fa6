/** Runs an attempt on fresh cases and judges it: the one path for the page's Run and the commands. */
import type { Backend, Language } from "../protocol/backend";
import type { Headline } from "../protocol/ending-sentence";
import type { GradeRequest } from "../protocol/run";
import type { ConsoleLine, Verdict } from "../protocol/verdict";
import { fillText } from "../lib/fill-text";
import { fitSentence } from "../grading/fit-sentence";
import { gradeRequest, lawRequest, allCallsRequest } from "../grading/grade-request";
import type { Lesson } from "../lessons/lesson";
import { judge, withLaws } from "../grading/judge";
import { needsCpuRegrade } from "../grading/needs-cpu-regrade";
import { planRun } from "../grading/plan-run";
import type { RunPlan } from "../grading/plan-run";
import { verdictSentence } from "../grading/verdict-sentence";
import type { Runner, RunPhase } from "../runner/runner";
import { halvesOf } from "./halves-of";

export type Attempt = {
  source: string;
  language: Language;
  backend?: Backend;
  /** Fixes the draw of the cases. */
  seed?: number;
  deadlineMs?: number;
  signal?: AbortSignal;
  onConsole?: (lines: readonly ConsoleLine[]) => void;
  onPhase?: (phase: RunPhase) => void;
  /** The verdict as soon as it stands; its laws come with the promise. */
  onVerdict?: (graded: Graded) => void;
};

export type Graded = {
  verdict: Verdict;
  /** The one sentence that comes first. */
  headline: Headline;
  /** The update fit in words; null where there is none. */
  fitText: string | null;
  notes: readonly string[];
  /** The hint that goes with the mistake or the error. */
  hint: { title: string; body: string } | null;
};

export interface Grader {
  /** Draws the cases of the coming run and lets the runner compile their shapes. */
  prepare(language: Language): void;
  /** Rejects only if the page's own grading breaks, never because of the learner's code. */
  grade(attempt: Attempt): Promise<Graded>;
}

const SEEDS = 2 ** 31;
const ON_CPU = "This device was not exact enough to judge by, so the run was graded on the CPU.";

export function createGrader(runner: Runner, lesson: Lesson): Grader {
  let planned: RunPlan | null = null;

  function planNext(): RunPlan {
    planned ??= planRun(lesson.check, { drawSeed: randomSeed() });
    return planned;
  }

  function prepare(language: Language): void {
    runner.prepare(language, comingRequest(language));
  }

  /** undefined where the lesson cannot be drawn: the run itself then says so. */
  function comingRequest(language: Language): GradeRequest | undefined {
    try {
      return allCallsRequest(
        lesson.check,
        planNext(),
        lesson.programs.solution[language],
        language,
      );
    } catch {
      return undefined;
    }
  }

  function takePlan(seed: number | undefined): RunPlan {
    if (seed !== undefined) return planRun(lesson.check, { drawSeed: seed });
    const plan = planNext();
    planned = null;
    return plan;
  }

  async function grade(attempt: Attempt): Promise<Graded> {
    const { source, language, seed, onVerdict, ...options } = attempt;
    const { check } = lesson;
    const plan = takePlan(seed);
    const request = gradeRequest(check, plan, source, language);
    const laws = lawRequest(check, plan, source, language);

    async function once(backend: Backend | undefined, notes: readonly string[]): Promise<Graded> {
      const { outcome, followUp } = await runner.runFollowed(request, laws, {
        ...options,
        backend,
      });
      const verdict = judge(check, plan, outcome, language, source);
      const all = [...notes, ...outcome.notes];
      if (backend === undefined && needsCpuRegrade(verdict)) return once("cpu", [...all, ON_CPU]);
      const result = graded(lesson, verdict, all);
      onVerdict?.(result);
      const seen = { graded: outcome, laws: await followUp };
      return { ...result, verdict: withLaws(check, plan, verdict, seen) };
    }
    return once(options.backend, []);
  }

  return { prepare, grade };
}

function graded({ check }: Lesson, verdict: Verdict, notes: readonly string[]): Graded {
  const { explanation, fit, mistake } = verdict;
  const named = mistake && check.mistakes.find(({ id }) => id === mistake.id);
  const body = named
    ? fillText(named.card.hint, check.words[verdict.language])
    : (mistake?.next ?? explanation?.next);
  return {
    verdict,
    headline: verdictSentence(verdict, halvesOf(check)),
    notes,
    fitText: fit ? fitSentence(fit) : null,
    hint: !body ? null : { title: mistake?.title ?? explanation?.title ?? "", body },
  };
}

/** Not guessable from the page's own randomness: an attempt must not know its cases. */
function randomSeed(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1));
  return bits % SEEDS;
}
