import type { RunEvidence, Sign, StepRule, Unfinished } from "../../grading/lesson-check";
import { CALL_LOG_CAPS, type LoggedCall } from "../../lib/logged-call";
import { readInputs } from "./inputs";
import type { STEPS } from "./steps";

type StepId = (typeof STEPS)[number]["id"];

const BEFORE = 0;
const AFTER = 1;
/** How near to 1 a leaf's factor is that took the right step. */
const RIGHT = 0.01;

/** Calls that take a gradient, with the arguments they take it for in `about`. */
export function gradientsIn(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return calls.filter(({ name }) => ["grad", "value_and_grad", "vjp"].includes(name));
}

/** Tree maps over a tree together with another one, as an update is. */
export function pairingMapsIn(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return calls.filter(({ name, about }) => name === "tree.map" && Number(about[0]) >= 2);
}

/** The number stands in the answer, in its own place or in the other's. */
function isReturned({ agrees }: RunEvidence, result: number): boolean {
  return agrees(BEFORE, result) || agrees(AFTER, result);
}

function movedRight({ fit }: RunEvidence): boolean {
  const leaves = fit?.leaves ?? [];
  return (
    leaves.length > 0 &&
    leaves.every(({ factor, unit }) => unit === "step" && Math.abs(factor - 1) < RIGHT)
  );
}

/** Every leaf moved by some multiple of a gradient that was taken at the old parameters of both halves. */
function movedTogether({ fit }: RunEvidence): boolean {
  const leaves = fit?.leaves ?? [];
  return leaves.length > 0 && leaves.every(({ factor }) => Math.abs(factor) > RIGHT);
}

const SIGNS: Readonly<Record<StepId, (evidence: RunEvidence) => Sign | null>> = {
  encoder: ({ calls, first }) => {
    const { seed } = readInputs(first);
    const seeded = calls.some(({ name, about }) => name === "nnx.Rngs" && about[0] === `${seed}`);
    const built = calls.find(({ name, about }) => name === "nnx.Linear" && about[1] === "4");
    return (seeded && built) || null;
  },
  trees: ({ calls, first }) => {
    const { seed } = readInputs(first);
    const keyed = calls.some(({ name, about }) => name === "PRNGKey" && about[0] === `${seed + 1}`);
    return (keyed && calls.find(({ name }) => name === "init")) || null;
  },
  forward: (evidence) =>
    isReturned(evidence, BEFORE)
      ? (evidence.calls.find(({ name }) => name === "apply") ?? { line: null })
      : null,
  gradient: (evidence) => {
    const gradients = gradientsIn(evidence.calls);
    const both = gradients.find(({ about }) => about.length >= 2);
    // One tree for both halves, or two gradients at one point: then the numbers have to show it.
    return both ?? (movedTogether(evidence) ? (gradients[0] ?? null) : null);
  },
  update: (evidence) =>
    movedRight(evidence) || isReturned(evidence, AFTER)
      ? (pairingMapsIn(evidence.calls)[0] ?? { line: null })
      : null,
  // No record shows that both new trees were used; the numbers alone do, and then the run has passed.
  return: ({ agrees }) => (agrees(BEFORE) && agrees(AFTER) ? { line: null } : null),
};

/** How a run shows that a step was taken, by the step's id. */
export const STEP_RULES: readonly StepRule[] = Object.entries(SIGNS).map(([id, sign]) => ({
  id,
  sign,
}));

/** The starting code returns one loss twice, and takes no gradient; a log that is full may have missed one. */
export const UNFINISHED: Unfinished = {
  shows: ({ calls }, answers) =>
    calls.length > 0 &&
    calls.length < CALL_LOG_CAPS.calls &&
    gradientsIn(calls).length === 0 &&
    answers.every((got) => got !== null && got[BEFORE] === got[AFTER]),
  message:
    "The program runs. No call in it takes a gradient yet, so nothing has moved, and both returned losses are the same. The comments in the starting code say what each step asks for, and so does the list of steps in the text.",
  evidence: "In all {cases} cases the two returned numbers are equal.",
  next: "Write the step that is next and run again: a run ticks the steps that it shows.",
};
