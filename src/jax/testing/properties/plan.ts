import type { JaxArray } from "../../array/array";
import * as jnp from "../../faces/numpy";
import { functionTable, type FunctionRow } from "../../numpy/function-table";
import { Choices } from "./choices";
import { takesArrays } from "./parameters";
import { isUsable, rowStep, unlessRefused, type Step } from "./row-step";
import { SPECIAL_STEPS } from "./special-steps";

/** A program as it is drawn: so many steps, and the numbers that decide everything else. */
export interface Draw {
  readonly depth: number;
  readonly numbers: readonly number[];
}

/** A program with arguments at which its value is finite. */
export interface Program {
  readonly text: string;
  readonly inputs: readonly JaxArray[];
  readonly f: (...inputs: readonly JaxArray[]) => JaxArray;
  readonly choices: Choices;
}

const SHAPES: readonly (readonly number[])[] = [[2, 3], [3], [], [4], [3, 3], [2, 1, 3], [1, 4]];

/** An array of drawn numbers. */
export function drawArray(choices: Choices, shape: readonly number[]): JaxArray {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = Float32Array.from({ length: size }, (_, i) => choices.number(i));
  return jnp.array(values).reshape([...shape]);
}

/** Up to three arrays, the further ones of shapes that fit the first. */
function drawInputs(choices: Choices): JaxArray[] {
  const shape = choices.of(SHAPES);
  const count = choices.of([1, 2, 3]);
  return Array.from({ length: count }, (_, i) =>
    drawArray(
      choices,
      i === 0 ? shape : choices.of([shape, [], shape.map((n, k) => (k === 0 ? 1 : n))]),
    ),
  );
}

/** Functions that take whole numbers, types, shapes or anything beside arrays. */
const NO_ARRAYS = [
  ...["broadcast_shapes", "mask_indices", "ravel_multi_index", "unravel_index"],
  ...["ndim", "shape", "size"],
  ...["arange", "tril_indices", "triu_indices", "result_type", "promote_types"],
  ...["isrealobj", "iscomplexobj", "isscalar"],
];

/** The functions of the table that programs are made of; `jax.random` draws from keys instead. */
export function arrayFunctions(): FunctionRow[] {
  return functionTable().filter(
    (row) => row.module !== "jax.random" && !NO_ARRAYS.includes(row.name) && takesArrays(row),
  );
}

/** A program that begins with a call of `row`; null if the function takes nothing that was tried. */
export function planProgram(
  row: FunctionRow,
  { depth, numbers }: Draw,
  rows: readonly FunctionRow[],
): Program | null {
  const choices = new Choices(numbers);
  const inputs = drawInputs(choices);
  const first = rowStep(row, inputs[0], inputs, choices, true);
  if (first === null) return null;
  const steps = [first];
  let value = first.run(inputs[0], inputs);
  for (let i = 0; i < depth; i++) {
    const step = nextStep(value, inputs, choices, rows, 2);
    steps.push(step);
    value = step.run(value, inputs);
  }
  return {
    text: steps.map(({ text }) => text).join(" | "),
    inputs,
    f: (...args) => steps.reduce((x, step) => step.run(x, args), args[0]),
    choices,
  };
}

/** A next step of which the value is finite; sin if none of some that are tried is. */
function nextStep(
  x: JaxArray,
  inputs: readonly JaxArray[],
  choices: Choices,
  rows: readonly FunctionRow[],
  nesting: number,
): Step {
  const inner = (y: JaxArray): Step => nextStep(y, inputs, choices, rows, nesting - 1);
  for (let tries = 0; tries < 4; tries++) {
    const special = choices.once(2) && nesting > 0;
    const step = special
      ? choices.of(SPECIAL_STEPS)(x, choices, inner)
      : rowStep(choices.of(rows), x, inputs, choices, false);
    if (step === null) continue;
    const value = unlessRefused(() => step.run(x, inputs));
    if (value !== null && isUsable(value)) return step;
  }
  return { text: "sin", run: (y) => jnp.sin(y) };
}
