import { JaxArray } from "../array/array";
import { jit as jaxJit } from "../transform/jit";
import type { JitOptions } from "../transform/jit";
import type { AnyFunction } from "../transform/types";
import { nodeOf } from "../tree/registry";
import { Variable } from "./variable";

/**
 * Like `jax.jit`, for functions that change modules or optimisers among their arguments: the changes reach the caller's own.
 *
 * ```ts
 * const step = nnx.jit((model: MLP, optimizer: nnx.Optimizer, x: jax.Array) => {
 *   const [loss, grads] = nnx.valueAndGrad((m: MLP) => m(x).pow(2).mean())(model);
 *   optimizer.update(model, grads);
 *   return loss;
 * });
 * ```
 */
export function jit<F extends AnyFunction>(f: F, options: JitOptions = {}): F {
  const withArguments = (...args: unknown[]): [unknown, unknown[]] => {
    const result: unknown = Reflect.apply(f, undefined, args);
    // Arguments that hold no arrays to hand back, such as static ones, are their own business.
    return [result, args.map((arg) => (nodeOf(arg) === null ? null : arg))];
  };
  Object.defineProperty(withArguments, "name", { value: f.name });
  const staged = jaxJit(withArguments, options);
  const run = (...args: unknown[]): unknown => {
    const [result, changed] = staged(...args);
    args.forEach((arg, i) => copyValues(changed[i], arg));
    return result;
  };
  Object.defineProperty(run, "name", { value: f.name });
  // The staged function takes and gives what `f` does.
  return run as unknown as F;
}

/** Writes the values of one tree's variables, and arrays in modules, into those of another in the same places. */
function copyValues(from: unknown, to: unknown): void {
  if (from instanceof Variable && to instanceof Variable) {
    to.value = from.value;
    return;
  }
  const node = nodeOf(from);
  if (node === null || !isOwner(from) || !isOwner(to)) return;
  for (const [name, value] of Object.entries(from)) {
    if (typeof from === "function" && isNew(value, Reflect.get(to, name))) {
      Reflect.set(to, name, value);
    } else copyValues(value, Reflect.get(to, name));
  }
}

function isOwner(value: unknown): value is object {
  return value !== null && (typeof value === "object" || typeof value === "function");
}

/** Whether an attribute of a module has to be set anew: it is an array itself, or was not there. */
function isNew(value: unknown, own: unknown): boolean {
  return value instanceof JaxArray || (own === undefined && nodeOf(value) !== null);
}
