import type { GradeRequest, RunInput } from "../protocol/run";

/** Whatever is drawn for a run, these are other numbers: they only have the shape. */
function blankInput({ name, shape, data }: RunInput): RunInput {
  if (shape === null) return { name, shape, data };
  return { name, shape, data: data.map((_, i) => ((i * 7) % 11) / 10 - 0.45) };
}

/**
 * The same request on arrays of the same shapes that hold other values. A warm-up runs a right solution
 * in the realm that the learner's code gets next; on the real inputs its results, which are the expected
 * ones, would lie in that realm's memory and in its GPU textures.
 */
export function blankInputs(request: GradeRequest): GradeRequest {
  const cases = request.cases.map(({ id, inputs }) => ({ id, inputs: inputs.map(blankInput) }));
  return { ...request, cases };
}
