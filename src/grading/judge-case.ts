import type { CaseOutcome } from "../protocol/run";
import type { RunError, VerdictCase } from "../protocol/verdict";
import type { CaseInputs } from "./lesson-check";
import type { PlannedCase } from "./plan-run";
import { budgetUsed, NO_NUMBERS_BUDGET } from "./tolerance";

/** What became of one planned case. `got` is set only if it is the right count of finite numbers. */
export type CaseFinding = {
  planned: PlannedCase;
  got: readonly number[] | null;
  budget: number;
  ok: boolean;
  error: RunError | null;
  /** What came back in place of usable numbers; null if numbers came, or nothing was returned yet. */
  misshapen: string | null;
};

/** Compares one case with its right answer. `outcome` is undefined where the run ended before it. */
export function judgeCase(planned: PlannedCase, outcome: CaseOutcome | undefined): CaseFinding {
  if (!outcome || outcome.error) return unusable(planned, outcome?.error ?? null, null);
  const misshapen = describeMisshapen(planned, outcome);
  if (misshapen !== null) return unusable(planned, null, misshapen);
  const got = outcome.values ?? [];
  const budget = budgetUsed(got, planned.expected);
  return { planned, got, budget, ok: budget <= 1, error: null, misshapen: null };
}

function unusable(
  planned: PlannedCase,
  error: RunError | null,
  misshapen: string | null,
): CaseFinding {
  return { planned, got: null, budget: NO_NUMBERS_BUDGET, ok: false, error, misshapen };
}

function describeMisshapen(
  { expected }: PlannedCase,
  { values, shape, problem }: CaseOutcome,
): string | null {
  if (problem !== null || values === null) return problem ?? "no numbers";
  if (values.length !== expected.length || (shape !== null && shape.length !== 1)) {
    return describeNumbers(values, shape);
  }
  return values.every(Number.isFinite) ? null : `the numbers ${values.join(" and ")}`;
}

function describeNumbers(values: readonly number[], shape: readonly number[] | null): string {
  if (shape?.length === 0) return "a scalar";
  if (shape && shape.length > 1) return `an array of shape (${shape.join(", ")})`;
  return values.length === 1 ? "one number" : `${values.length} numbers`;
}

/** The case as the verdict shows it. */
export function verdictCase({ planned, got, ok, budget }: CaseFinding): VerdictCase {
  return {
    id: planned.id,
    visible: planned.role === "visible",
    inputs: shownInputs(planned.inputs),
    got: got && [...got],
    expected: [...planned.expected],
    ok,
    budget,
  };
}

/** A call's arguments as the verdict shows them. */
export function shownInputs(inputs: CaseInputs): VerdictCase["inputs"] {
  return inputs.map(({ name, shape, data }) => ({
    name,
    shape: [...(shape ?? [])],
    data: [...data],
  }));
}
