import type { JaxArray } from "../../jax/array/array";
import { memo } from "../../jax/core/memo";
import { Call, CustomJvp, CustomVjp, DebugPrint } from "../../jax/core/operation";
import { bindCall } from "../../jax/core/trace";
import { bindBranch, bindScan, bindWhile } from "../../jax/transform/bodies";
import { callPython, complete, flatFunction, type PythonFunction } from "./callback";
import { lend } from "./loans";
import { get, putAll, sweep } from "./slots";
import { staging } from "./staging";

/** Hands results over; what the Python functions before them let go of can end now. */
function settled(outs: readonly JaxArray[]): string {
  const numbers = putAll(outs);
  sweep();
  return numbers;
}

/** `lax.scan` of a staged body: numbers of the carry, then of the scanned arrays. */
export function runScan(
  body: number,
  carried: number,
  length: number,
  reverse: boolean,
  ...ids: number[]
): string {
  return settled(bindScan(staging(body), { carried, length, reverse }, ids.map(get)));
}

/** `lax.while_loop` of staged functions. */
export function runWhile(cond: number, body: number, ...ids: number[]): string {
  return settled(bindWhile(staging(cond), staging(body), ids.map(get)));
}

/** `lax.switch` of `count` staged branches with an index within bounds; `lax.cond` is one of two. */
export function runBranch(count: number, ...numbers: number[]): string {
  const branches = numbers.slice(0, count).map(staging);
  const [index, ...operands] = numbers.slice(count).map(get);
  return settled(bindBranch(branches, index, operands));
}

/** `jax.checkpoint` of a staged function, which is computed once more when it is differentiated. */
export function runRemat(body: number, ...ids: number[]): string {
  const { call, captured } = staging(body);
  const remat = memo(call, "remat", () => new Call(call.name, call.shown, true));
  return settled(bindCall(remat, [...captured, ...ids.map(get)]));
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

/** Shows values with a Python function when the program around it runs. */
export function debugCall(show: PythonFunction, format: string, ...ids: number[]): void {
  const kept = lend(show);
  bindCall(new DebugPrint(format, (values) => void callPython(kept, values)), ids.map(get));
  sweep();
}
