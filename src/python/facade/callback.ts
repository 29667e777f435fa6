import type { JaxArray } from "../../jax/array/array";
import type { FlatFunction } from "../../jax/core/operation";
import { get, put, whileCalling } from "./slots";

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

let given: (JaxArray | null)[] = [];

/** Takes the results of the running Python function; 0 stands for none. */
export function give(...ids: number[]): void {
  given = ids.map((id) => (id === 0 ? null : get(id)));
}

/** Ends what runs around a Python function if that failed. */
export function noteOf(note: string): string {
  if (note === FAILED) throw new PythonFailure("The Python function failed.");
  return note;
}

/** Runs a Python function on arrays: its results, none as null, and the text that it returned. */
export function callPython(
  f: PythonFunction,
  args: readonly JaxArray[],
): { outs: (JaxArray | null)[]; note: string } {
  const note = noteOf(whileCalling(() => f(...args.map(put))));
  const outs = given;
  given = [];
  return { outs, note };
}

/** Results that all have to be there. */
export function complete(outs: readonly (JaxArray | null)[]): JaxArray[] {
  return outs.map((out) => {
    if (out === null) throw new Error("A Python function left a result out.");
    return out;
  });
}

/** A Python function as the transformations take one. */
export function flatFunction(f: PythonFunction): FlatFunction {
  return (args) => complete(callPython(f, args).outs);
}
