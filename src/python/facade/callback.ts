import type { JaxArray } from "../../jax/core/array";
import type { FlatFunction } from "../../jax/core/operation";
import { get, put } from "./slots";

/**
 * A Python function over numbers of arrays. It hands its results over with {@link give} before it
 * returns, since its arrays may end with it. The text it returns is a note to the transformation.
 */
export type PythonFunction = (...ids: number[]) => string;

/** What a Python function returns after an error, which Python keeps and raises again. */
const FAILED = "!";

/** Ends the transformation around a Python function that failed. */
class PythonFailure extends Error {
  override name = "PythonFailure";
}

let given: JaxArray[] = [];

/** Takes the results of the running Python function. */
export function give(...ids: number[]): void {
  given = ids.map(get);
}

/** Runs a Python function on arrays: its results and the text that it returned. */
export function callPython(
  f: PythonFunction,
  args: readonly JaxArray[],
): { outs: JaxArray[]; note: string } {
  const note = f(...args.map(put));
  if (note === FAILED) throw new PythonFailure("The Python function failed.");
  const outs = given;
  given = [];
  return { outs, note };
}

/** A Python function as the transformations take one. */
export function flatFunction(f: PythonFunction): FlatFunction {
  return (args) => callPython(f, args).outs;
}
