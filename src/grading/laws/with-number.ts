import type { CaseInputs } from "../lesson-check";

/** The same call with one number replaced. Throws if there is no number of that name. */
export function withNumber(inputs: CaseInputs, name: string, value: number): CaseInputs {
  numberIn(inputs, name);
  return inputs.map((input) =>
    input.name === name ? { ...input, data: [Math.fround(value)] } : input,
  );
}

/** The number of that name. Throws if there is none. */
export function numberIn(inputs: CaseInputs, name: string): number {
  const [value] = inputs.find((input) => input.name === name && input.shape === null)?.data ?? [];
  if (value === undefined) throw new Error(`the case has no number ${name}`);
  return value;
}
