/** A tiny lesson for tests: one descent step on a line through points. Shares no name with a real one. */
import type { CaseOutcome, RunOutcome } from "../../protocol/run";
import { agreementLaw } from "../laws/agreement-law";
import { doubleStepLaw } from "../laws/double-step-law";
import { fallLaw } from "../laws/fall-law";
import { halvesTogetherLaw } from "../laws/halves-together-law";
import { noStepLaw } from "../laws/no-step-law";
import { rowOrderLaw } from "../laws/row-order-law";
import { repeatLaw } from "../laws/repeat-law";
import type {
  AnswerCard,
  CaseInputs,
  LessonCheck,
  NamedMistake,
  UpdateModel,
} from "../lesson-check";
import type { PlannedCase, RunPlan } from "../plan-run";

type Line = { slope: number; height: number };
type LineCase = Line & { at: readonly number[]; points: readonly number[]; rate: number };
export type LineStep = (line: LineCase) => readonly number[];

export function lineInputs({ slope, height, at, points, rate }: LineCase): CaseInputs {
  const number = (name: string, value: number) => ({
    name,
    shape: null,
    data: [Math.fround(value)],
  });
  const list = (name: string, values: readonly number[]) => ({
    name,
    shape: [values.length],
    data: values.map(Math.fround),
  });
  return [
    number("slope", slope),
    number("height", height),
    list("at", at),
    list("points", points),
    number("rate", rate),
  ];
}

export function readLine(inputs: CaseInputs): LineCase {
  const data = (name: string) => inputs.find((input) => input.name === name)?.data ?? [];
  const number = (name: string) => data(name)[0] ?? NaN;
  return {
    slope: number("slope"),
    height: number("height"),
    at: data("at"),
    points: data("points"),
    rate: number("rate"),
  };
}

function missAt({ slope, height }: Line, { at, points }: LineCase): number {
  const squares = at.map((x, i) => (slope * x + height - (points[i] ?? NaN)) ** 2);
  return squares.reduce((a, b) => a + b, 0) / at.length;
}

function slopesAt({ slope, height }: Line, { at, points }: LineCase): Line {
  const misses = at.map((x, i) => slope * x + height - (points[i] ?? NaN));
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / at.length;
  return {
    slope: mean(misses.map((m, i) => 2 * m * (at[i] ?? NaN))),
    height: mean(misses.map((m) => 2 * m)),
  };
}

/** The line after each parameter moved by so many steps of that size. */
export function lineMoved(
  line: LineCase,
  moves: readonly [number, number],
  size: number = line.rate,
): Line {
  const slopes = slopesAt(line, line);
  return {
    slope: line.slope - moves[0] * size * slopes.slope,
    height: line.height - moves[1] * size * slopes.height,
  };
}

/** The miss before and after moving each parameter by this many right steps. */
export function lineStep(
  moves: readonly [number, number],
  rate?: (given: number) => number,
): LineStep {
  return (line) => {
    const size = rate ? rate(line.rate) : line.rate;
    return [missAt(line, line), missAt(lineMoved(line, moves, size), line)];
  };
}

export const RIGHT_STEP = lineStep([1, 1]);

function answerCard(title: string): AnswerCard {
  return { title, message: "`{entry}` returns {results}.", next: "Look at {parameters}." };
}

function lineMistake(id: string, moves: readonly [number, number]): NamedMistake {
  return {
    id,
    card: {
      title: "The {part} moved alone",
      message: "Why.",
      next: "Look at {step}.",
      hint: "Think.",
    },
    readings: [
      {
        id,
        like: `an update of the ${id}`,
        words: { part: id },
        run: (inputs) => lineStep(moves)(readLine(inputs)),
      },
    ],
    place: ({ calls }) => {
      const half = calls.find(({ name, about }) => name === "step" && about[0] === id);
      return half?.line ? { line: half.line, text: `Line ${half.line} moves the ${id}.` } : null;
    },
  };
}

const LINE_UPDATE: UpdateModel = {
  leaves: [
    { name: "the slope", half: "tilt" },
    { name: "the height", half: "lift" },
  ],
  untouched: [0],
  observed: 1,
  stepSize: (inputs) => readLine(inputs).rate,
  // Half of the right step for the slope has no reading: the fit alone names it.
  name: ([slope, height]) =>
    slope?.factor === 0.5 && height?.factor === 1
      ? { mistake: "slope-only", like: "half a step of the slope", words: { part: "slope" } }
      : null,
  open: (inputs) => {
    const line = readLine(inputs);
    const step = slopesAt(line, line);
    return (moves) => {
      const moved = {
        slope: line.slope - (moves[0] ?? 0) * line.rate * step.slope,
        height: line.height - (moves[1] ?? 0) * line.rate * step.height,
      };
      const there = slopesAt(moved, line);
      return {
        value: missAt(moved, line),
        slopes: [-there.slope * line.rate * step.slope, -there.height * line.rate * step.height],
      };
    };
  },
};

export const lineLesson: LessonCheck = {
  slug: "line-step",
  entry: "line_step",
  parameters: ["slope", "height", "at", "points", "rate"],
  results: ["the miss before", "the miss after"],
  visible: [
    lineInputs({ slope: 1, height: 0, at: [1, 2], points: [2, 5], rate: 0.05 }),
    lineInputs({ slope: -1, height: 0.5, at: [0.5, -1], points: [1, 1], rate: 0.1 }),
  ],
  draw: (random) =>
    Array.from({ length: 8 }, () => {
      const list = () => Array.from({ length: 3 }, () => random.rounded(-2, 2, 0.01));
      const [slope, height] = [random.rounded(-2, 2, 0.1), random.rounded(-2, 2, 0.1)];
      const rate = random.rounded(0.02, 0.1, 0.001);
      return lineInputs({ slope, height, at: list(), points: list(), rate });
    }),
  reference: (inputs) => RIGHT_STEP(readLine(inputs)),
  answers: {
    notFinite: answerCard("not finite"),
    notReturned: answerCard("not returned"),
    wrongShape: answerCard("{returned} in place of {count} numbers"),
    sameEverywhere: answerCard("the same"),
    publishedOnly: answerCard("known alone"),
    rounded: answerCard("right to {left}"),
    notRepeated: answerCard("kept"),
  },
  unfinished: null,
  errors: [
    {
      id: "no-line",
      type: /LineError/,
      title: "No line",
      text: "There is no line.",
      next: "Draw one.",
    },
    {
      id: "no-rate",
      message: /the rate/,
      title: "No rate",
      text: "There is no rate.",
      next: "Take one.",
    },
  ],
  words: {
    python: { step: "line.step()" },
    typescript: { step: "line.next()" },
  },
  steps: [
    { id: "drawn", sign: ({ agrees }) => (agrees(0) ? { line: null } : null) },
    {
      id: "stepped",
      sign: ({ calls }) => calls.find(({ name }) => name === "step") ?? null,
    },
  ],
  mistakes: [lineMistake("slope-only", [1, 0]), lineMistake("height-only", [0, 1])],
  update: LINE_UPDATE,
  work: (inputs) => [
    {
      title: "The line",
      rule: "slope · at + height",
      values: [{ name: "miss", shape: [], data: [RIGHT_STEP(readLine(inputs))[0] ?? NaN] }],
      result: 0,
    },
  ],
  laws: [
    noStepLaw("rate", 0, 1),
    doubleStepLaw("rate", 0, 1),
    repeatLaw(),
    fallLaw(0, 1),
    halvesTogetherLaw(),
    rowOrderLaw("twice-the-step-moves-twice-as-far", ["at", "points"]),
    agreementLaw(
      "one-point",
      () => lineInputs({ slope: 1, height: 1, at: [2], points: [0], rate: 0.1 }),
      () => "A single point",
    ),
  ],
};

/** What a run of this step would send back, in float32. */
export function lineOutcome(
  plan: RunPlan,
  step: LineStep,
  changes: Partial<RunOutcome> = {},
): RunOutcome {
  return outcomeOf(
    plan.cases.map((planned) => answered(planned, step(readLine(planned.inputs)))),
    changes,
  );
}

export function answered({ id }: Pick<PlannedCase, "id">, values: readonly number[]): CaseOutcome {
  return {
    id,
    shape: [values.length],
    values: values.map(Math.fround),
    problem: null,
    error: null,
  };
}

export function outcomeOf(
  cases: readonly CaseOutcome[],
  changes: Partial<RunOutcome> = {},
): RunOutcome {
  return {
    id: 1,
    status: "done",
    backend: "webgl",
    precision: "float32",
    cases,
    calls: [],
    seen: [],
    plots: [],
    console: [],
    error: null,
    ms: { boot: 1, run: 2 },
    notes: [],
    ...changes,
  };
}
