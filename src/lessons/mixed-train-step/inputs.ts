import type { CaseInputs } from "../../grading/lesson-check";
import { remember } from "../../lib/remember";
import type { RunInput } from "../../protocol/run";

/** The arguments of `mixed_train_step`, a single example being a batch of one row. */
export type StepInputs = {
  seed: number;
  rows: number;
  inSize: number;
  outSize: number;
  /** rows × inSize, row-major. */
  x: readonly number[];
  /** rows × outSize, row-major. */
  y: readonly number[];
  lr: number;
};

/** The learner's parameters, in order. */
export const PARAMETERS = ["seed", "x", "y", "lr"] as const;
type Parameter = (typeof PARAMETERS)[number];

/** Reads the arguments of a case, once for each. Throws if the case is not one of this lesson's. */
export const readInputs = remember((inputs: CaseInputs): StepInputs => {
  const x = inputNamed(inputs, "x");
  const y = inputNamed(inputs, "y");
  return {
    seed: numberNamed(inputs, "seed"),
    rows: x.shape?.length === 2 ? (x.shape[0] ?? 1) : 1,
    inSize: x.shape?.at(-1) ?? 1,
    outSize: y.shape?.at(-1) ?? 1,
    x: x.data,
    y: y.data,
    lr: numberNamed(inputs, "lr"),
  };
});

/** Writes the arguments of a case; `rows` null gives 1-D arrays. */
export function writeInputs(parts: {
  seed: number;
  rows: number | null;
  x: readonly number[];
  y: readonly number[];
  lr: number;
}): CaseInputs {
  const { seed, rows, x, y, lr } = parts;
  const shapeOf = (data: readonly number[]) =>
    rows === null ? [data.length] : [rows, data.length / rows];
  return [
    { name: "seed", shape: null, data: [seed] },
    { name: "x", shape: shapeOf(x), data: x.map(Math.fround) },
    { name: "y", shape: shapeOf(y), data: y.map(Math.fround) },
    { name: "lr", shape: null, data: [Math.fround(lr)] },
  ];
}

function inputNamed(inputs: CaseInputs, name: Parameter): RunInput {
  const found = inputs.find((input) => input.name === name);
  if (!found) throw new Error(`the case has no input ${name}`);
  return found;
}

function numberNamed(inputs: CaseInputs, name: Parameter): number {
  const [value] = inputNamed(inputs, name).data;
  if (value === undefined) throw new Error(`the input ${name} is empty`);
  return value;
}
