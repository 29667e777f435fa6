import type { JaxArray } from "../../jax/array/array";
import { avalText, type Aval } from "../../jax/array/aval";
import { closeOver } from "../../jax/core/close-over";
import { Call, CustomJvp, CustomVjp, DebugPrint } from "../../jax/core/operation";
import { stage } from "../../jax/core/stage";
import { bindCall } from "../../jax/core/trace";
import { condFlat, scanFlat, whileFlat } from "../../jax/transform/flat-control";
import { callPython, complete, flatFunction, noteOf, type PythonFunction } from "./callback";
import { lend } from "./loans";
import { get, putAll, sweep } from "./slots";
import { traceInfo } from "./staging";

/** Compares types for Python: texts separated by spaces, lists of them by bars. */
type CheckTypes = (...lists: string[]) => string;

function texts(avals: readonly Aval[]): string {
  return avals.map((aval) => avalText(aval, true)).join(" ");
}

/** Hands results over; what the Python functions before them let go of can end now. */
function settled(outs: readonly JaxArray[]): string {
  const numbers = putAll(outs);
  sweep();
  return numbers;
}

/** `lax.scan`: numbers of the carry, then of the scanned arrays. */
export function scan(
  body: PythonFunction,
  check: CheckTypes,
  name: string,
  carried: number,
  length: number,
  reverse: boolean,
  ...ids: number[]
): string {
  const all = ids.map(get);
  const outs = scanFlat(flatFunction(body), all.slice(0, carried), all.slice(carried), {
    length,
    reverse,
    info: traceInfo(name, "scan"),
    check: (before, after) => void noteOf(check(texts(before), texts(after))),
  });
  return settled(outs);
}

/** `lax.while_loop`. */
export function whileLoop(
  cond: PythonFunction,
  body: PythonFunction,
  check: CheckTypes,
  names: string,
  ...ids: number[]
): string {
  const [first, second] = names.split(" ");
  const infos = { cond: traceInfo(first, "while_cond"), body: traceInfo(second, "while_body") };
  const outs = whileFlat(
    flatFunction(cond),
    flatFunction(body),
    ids.map(get),
    infos,
    (before, after) => void noteOf(check(texts(before), texts(after))),
  );
  return settled(outs);
}

/** `lax.switch` with an index within bounds; `lax.cond` is one of two branches. */
export function branch(
  branches: readonly PythonFunction[],
  check: CheckTypes,
  what: string,
  names: string,
  index: number,
  ...ids: number[]
): string {
  const outs = condFlat(
    get(index),
    [...branches].map(flatFunction),
    ids.map(get),
    names.split(" ").map((name) => traceInfo(name, what)),
    (lists) => void noteOf(check(...lists.map(texts))),
  );
  return settled(outs);
}

/** A call of a `custom_jvp` function: the rule takes primals and tangents and gives as many of both. */
export function customJvp(
  run: PythonFunction,
  rule: PythonFunction,
  name: string,
  ruleName: string,
  ...ids: number[]
): string {
  const kept = lend(rule);
  const operation = new CustomJvp(
    name,
    flatFunction(lend(run)),
    (primals, tangents) => {
      const { outs } = callPython(kept, [...primals, ...tangents]);
      const half = outs.length / 2;
      return { outs: complete(outs.slice(0, half)), tangents: outs.slice(half) };
    },
    ruleName,
  );
  return settled(bindCall(operation, ids.map(get)));
}

/** A call of a `custom_vjp` function: `fwd` gives results and residuals and notes how many are results. */
export function customVjp(
  run: PythonFunction,
  fwd: PythonFunction,
  bwd: PythonFunction,
  names: string,
  ...ids: number[]
): string {
  const [name, fwdName, bwdName] = names.split(" ");
  const [forward, backward] = [lend(fwd), lend(bwd)];
  const operation = new CustomVjp(
    name,
    flatFunction(lend(run)),
    (args) => {
      const { outs, note } = callPython(forward, args);
      const all = complete(outs);
      const count = Number(note);
      return {
        outs: all.slice(0, count),
        residuals: all.slice(count),
        pull: (residuals, cts) => callPython(backward, [...residuals, ...cts]).outs,
      };
    },
    [fwdName, bwdName],
  );
  return settled(bindCall(operation, ids.map(get)));
}

/** `jax.checkpoint`: staged, and computed once more when it is differentiated. */
export function remat(run: PythonFunction, name: string, ...ids: number[]): string {
  const args = ids.map(get);
  const info = traceInfo(name, "checkpoint / remat");
  const { jaxpr, captured } = closeOver(stage(flatFunction(run), args, info));
  return settled(bindCall(new Call(name, jaxpr, true), [...captured, ...args]));
}

/** Shows values with a Python function when the program around it runs. */
export function debugCall(show: PythonFunction, format: string, ...ids: number[]): void {
  const kept = lend(show);
  bindCall(new DebugPrint(format, (values) => void callPython(kept, values)), ids.map(get));
  sweep();
}
