import { JaxArray } from "../../array/array";
import { ConcreteArray } from "../../array/concrete";
import { JaxTypeError } from "../../base/errors";
import type { FunctionRow } from "../../numpy/function-table";
import { leaves } from "../../tree/index";
import type { Choices } from "./choices";
import { OPERAND_FORMS, OTHER_FORMS } from "./operands";
import { drawnArguments } from "./parameters";

/** One step of a program: from the value so far and the program's inputs to the next value. */
export interface Step {
  readonly text: string;
  readonly run: (x: JaxArray, inputs: readonly JaxArray[]) => JaxArray;
}

/** Larger results are not worked with. */
const MAX_SIZE = 24;
const MAX_VALUE = 1e4;

/** Refusals by JAX's own errors mean that a function does not take such arguments; anything else is a bug. */
function isRefusal(error: unknown): boolean {
  if (error instanceof JaxTypeError) return true;
  return (
    error instanceof Error &&
    !["Error", "TypeError", "RangeError", "ReferenceError"].includes(error.name)
  );
}

/** The value of `run`, or null if it was refused. */
export function unlessRefused<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** Whether a value is worth going on with. */
export function isUsable(value: JaxArray): boolean {
  if (!(value instanceof ConcreteArray) || value.size === 0 || value.size > MAX_SIZE) return false;
  return [...value.values()].every((v) => Number.isFinite(v) && Math.abs(v) < MAX_VALUE);
}

function arraysOf(result: unknown): JaxArray[] {
  return leaves(result).filter((leaf): leaf is JaxArray => leaf instanceof JaxArray);
}

interface Attempt {
  readonly operand: number;
  readonly variant: number;
  readonly plain: boolean;
}

/** All ways to call a function that are tried, in order. */
const ATTEMPTS: readonly Attempt[] = [false, true].flatMap((plain) =>
  OPERAND_FORMS.flatMap((_, operand) =>
    OTHER_FORMS.map((__, variant) => ({ operand, variant, plain })),
  ),
);

/**
 * A call of a function of the table as a step, in the first way that gives a float array of finite
 * numbers; with `any`, otherwise one that gives numbers of another type. Null if there is none.
 */
export function rowStep(
  row: FunctionRow,
  x: JaxArray,
  inputs: readonly JaxArray[],
  choices: Choices,
  any: boolean,
): Step | null {
  const [part, which] = [choices.below(4), choices.below(inputs.length)];
  const from = choices.fork();
  const call = ({ operand, variant, plain }: Attempt) => {
    return (value: JaxArray, others: readonly JaxArray[]): JaxArray[] => {
      const made = OPERAND_FORMS[operand](value);
      const other = (): unknown => OTHER_FORMS[variant](made, others[which]);
      const context = { x: made, choices: from.fork(), row, variant, other };
      return arraysOf(row.run(...drawnArguments(context, plain)));
    };
  };
  let second: Step | null = null;
  for (const attempt of ATTEMPTS) {
    const run = call(attempt);
    const outcome = unlessRefused(() => run(x, inputs));
    if (outcome === null || outcome.length === 0) continue;
    const at = part % outcome.length;
    if (!isUsable(outcome[at])) continue;
    const { operand, variant, plain } = attempt;
    const step: Step = {
      text: `${row.module}.${row.name} (form ${operand}, other ${variant}${plain ? ", plain" : ""}, part ${at})`,
      run: (value, others) => asFloat(run(value, others)[at]),
    };
    if (outcome[at].dtype === "float32") return step;
    second ??= step;
  }
  return any ? second : null;
}

function asFloat(x: JaxArray): JaxArray {
  return x.dtype === "float32" ? x : x.astype("float32");
}
