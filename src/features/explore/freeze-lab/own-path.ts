/** A learner's own step, repeated in the sandbox: what is asked, and what the answer is worth. */
import type { FreezeLabModel, OwnStepModel } from "../../../figure-models/freeze-lab-model";
import type { RunInput, RunOutcome } from "../../../protocol/run";
import { raisedWords } from "../../../protocol/ending-sentence";
import type { FunctionCall } from "../../../state/lab-actions";
import type { ProgramText } from "../../../state/standing";
import type { Run } from "./runs";
import type { FreezeSetting } from "./use-freeze-setting";

/** Well within the time that a run may take. */
const MOST_SECONDS = 7;

/** The call that repeats the program's own step at a setting. */
export function ownStepCall(
  { start }: FreezeLabModel,
  ownStep: OwnStepModel,
  { language, source }: ProgramText,
  { seed, lr, steps }: FreezeSetting,
): FunctionCall {
  const numbers = Object.entries({ lr, steps, seconds: MOST_SECONDS });
  const inputs: RunInput[] = [
    ...ownStep.arrays(start(seed)),
    ...numbers.map(([name, value]) => ({ name, shape: null, data: [value] })),
  ];
  return { language, source: source + ownStep.loop[language], entry: ownStep.entry, inputs };
}

/** The way that the learner's step took; `steps` may be fewer than asked where time ran out. */
export type OwnPath = { kind: "path"; run: Run; steps: number } | { kind: "none"; why: string };

/** Reads a run's answer. Its parameters are the program's; every loss of them is the page's own arithmetic. */
export function ownPath(
  model: FreezeLabModel,
  { name }: Pick<OwnStepModel, "name">,
  outcome: Pick<RunOutcome, "status" | "cases" | "error">,
  seed: number,
): OwnPath {
  const [answer] = outcome.cases;
  if (outcome.status === "timeout") return none(`One call of ${name} took longer than a run may.`);
  if (outcome.error) return none(`${name} ${raisedWords(outcome.error)}: ${outcome.error.message}`);
  if (outcome.status !== "done" || !answer) return none(`${name} was not run to its end.`);
  const start = model.start(seed);
  const size = start.length;
  const { values, shape, problem } = answer;
  if (!values || shape?.[1] !== size)
    return none(
      `${name} did not give back the two trees with all their leaves${problem ? `, but ${problem}` : ""}.`,
    );
  return pathOf(model, Float64Array.from([...start, ...values]), size);
}

function pathOf(model: FreezeLabModel, path: Float64Array, size: number): OwnPath {
  const steps = path.length / size - 1;
  const still = model.leaves.map(() => 0);
  const parametersAt = (step: number) => path.subarray(step * size, (step + 1) * size);
  const losses = Array.from({ length: steps + 1 }, (_, step) =>
    model.step(Float64Array.from(parametersAt(step)), still),
  );
  const held = (step: number) => Math.min(step, steps);
  return {
    kind: "path",
    steps,
    run: {
      lossAt: (step) => losses[held(step)] ?? NaN,
      parametersAt: (step) => parametersAt(held(step)),
    },
  };
}

function none(why: string): OwnPath {
  return { kind: "none", why };
}
