import type { CaseOutcome, RunInput } from "../../../protocol/run";
import type { TestPython } from "../../../python/testing/start-python";
import { check } from "../check";

export type PythonInputs = readonly Pick<RunInput, "shape" | "data">[];
type Failure = { type: string; message: string; line: number | null };

/** What a program in Python answers in each case; one that does not load has the same error in all. */
export function answersOfPython(
  { lab }: TestPython,
  source: string,
  cases: readonly { id: string; inputs: PythonInputs }[],
): CaseOutcome[] {
  const failure = lab.load(source, "mixed_train_step.py", check.entry);
  return cases.map(({ id, inputs }) => (failure ? failed(id, failure) : answer(lab, id, inputs)));
}

function answer(lab: TestPython["lab"], id: string, inputs: PythonInputs): CaseOutcome {
  const result = lab.call(inputs.map(({ shape, data }) => [shape, data]));
  if ("traceback" in result) return failed(id, result);
  const { shape, values, problem } = result;
  return { id, shape: shape && [...shape], values: values && [...values], problem, error: null };
}

function failed(id: string, { type, message, line }: Failure): CaseOutcome {
  const error = { type, message, line, explain: null };
  return { id, shape: null, values: null, problem: null, error };
}
