import type { JaxArray } from "../array/array";
import { avalText, sameShape } from "../array/aval";
import { CustomVjp, type PullFunction } from "../core/operation";
import { bindCall } from "../core/trace";
import { Callable } from "../base/callable";
import { AttributeError, JaxTypeError, ValueError } from "../base/errors";
import { formatTree } from "../tree/tree-text";
import { toArray } from "../numpy/as-array";
import { flatten } from "../tree/flatten";
import { nodeOf } from "../tree/registry";
import type { TreeDef } from "../tree/treedef";
import { CustomArguments, type CustomOptions } from "./custom-arguments";
import { flattenArrays, leafArray } from "./leaves";
import { takeOptions } from "./take-options";
import { functionName } from "./parameter-names";
import type { AnyFunction } from "./types";

type Rule = (...args: never[]) => unknown;

/**
 * A function whose reverse derivative its author writes. `defvjp(fwd, bwd)` gives both halves: `fwd`
 * takes the arguments and returns `[value, residuals]`, `bwd` takes the residuals and the cotangent of
 * the value and returns a list with one cotangent per argument, null meaning zero.
 */
export interface CustomVjpFunction<F extends AnyFunction> {
  (...args: Parameters<F>): ReturnType<F>;
  defvjp(fwd: Rule, bwd: Rule): void;
}

class CustomVjpCallable extends Callable {
  rules: readonly [fwd: Rule, bwd: Rule] | null = null;
  constructor(
    readonly f: AnyFunction,
    readonly nondiff: readonly number[],
  ) {
    super();
  }

  override call(...args: unknown[]): unknown {
    const { f, rules } = this;
    const name = functionName(f);
    if (rules === null)
      throw new AttributeError(`No VJP defined for custom_vjp function ${name} using defvjp.`);
    const [fwd, bwd] = rules;
    const given = new CustomArguments(f, args, this.nondiff);
    const holder: { outTree: TreeDef | null } = { outTree: null };
    const run = (arrays: readonly JaxArray[]): JaxArray[] => {
      const out = flattenArrays(given.apply(arrays));
      holder.outTree = out.treedef;
      return out.arrays;
    };
    const forward = (arrays: readonly JaxArray[]) => {
      const result: unknown = Reflect.apply(fwd, undefined, given.with(arrays));
      const [value, saved] = pairOf(result, name, functionName(fwd));
      const out = flattenArrays(value);
      holder.outTree ??= out.treedef;
      const residuals = flattenArrays(saved);
      const pull: PullFunction = (kept, cts) => {
        const back: unknown = Reflect.apply(bwd, undefined, [
          ...given.fixed,
          residuals.treedef.unflatten(kept),
          out.treedef.unflatten(cts),
        ]);
        return cotangents(back, given);
      };
      return { outs: out.arrays, residuals: residuals.arrays, pull };
    };
    const names = [functionName(fwd), functionName(bwd)] as const;
    const outs = bindCall(new CustomVjp(name, run, forward, names), given.arrays);
    if (holder.outTree === null) throw new Error("The function did not run.");
    return holder.outTree.unflatten(outs);
  }

  defvjp(fwd: Rule, bwd: Rule): void {
    this.rules = [fwd, bwd];
  }
}

/** @see CustomVjpFunction */
export function customVjp<F extends AnyFunction>(
  f: F,
  options: CustomOptions = {},
): CustomVjpFunction<F> {
  takeOptions("custom_vjp", f, options, ["nondiffArgnums"]);
  const made: unknown = new CustomVjpCallable(f, options.nondiffArgnums ?? []);
  // Called like `f` itself, whose type the class cannot know.
  return made as CustomVjpFunction<F>;
}

function pairOf(result: unknown, name: string, fwd: string): readonly [unknown, unknown] {
  if (Array.isArray(result) && result.length === 2) return [result[0], result[1]];
  const text = formatTree(result, (leaf) => toArray(leaf)?.toString() ?? null);
  throw new JaxTypeError(
    `Custom VJP fwd rule ${fwd} for function ${name} must produce a pair (list or tuple of length two) where the first element represents the primal output (equal to those of the custom_vjp-decorated function ${name}) and the second element represents residuals (i.e. values stored from the forward pass for use on the backward pass), but instead of a pair the fwd rule ${fwd} produced ${text}.`,
  );
}

/** The flat cotangents of all arguments; a null in the place of an argument or a part of it is zero. */
function cotangents(back: unknown, given: CustomArguments): (JaxArray | null)[] {
  const expected = given.rebuild(given.arrays);
  const fits = Array.isArray(back) && back.length === expected.length;
  const flat = fits ? expected.map((arg, i) => match(arg, back[i])) : [null];
  if (!fits || flat.includes(null)) {
    // In JAX the arguments are a tuple.
    const argsText = given.treedef
      .toString()
      .replace(
        /^PyTreeDef\(\[(.*)\]\)$/s,
        (_, inner) => `PyTreeDef((${inner}${expected.length === 1 ? "," : ""}))`,
      );
    throw new JaxTypeError(
      `Custom VJP bwd rule must produce an output with the same container (pytree) structure as the args tuple of the primal function, and in particular must produce a tuple of length equal to the number of arguments to the primal function, but got bwd output structure ${flatten(back).treedef.toString()} for primal input structure ${argsText}.`,
    );
  }
  const list = flat.flatMap((part) => part ?? []);
  list.forEach((ct, i) => {
    const x = given.arrays[i];
    if (ct === null || sameShape(ct.shape, x.shape)) return;
    throw new ValueError(
      `Custom VJP bwd rule must produce an output with the same type as the args tuple of the primal function, but at output[${i}] the bwd rule produced an output of type ${avalText(ct)} corresponding to an input of type ${avalText(x)}, so the shapes do not match`,
    );
  });
  return list;
}

/** Cotangents for the leaves of one argument; null if the structures differ. */
function match(arg: unknown, ct: unknown): (JaxArray | null)[] | null {
  const { leaves, treedef } = flatten(arg);
  if (ct === null || ct === undefined) return leaves.map(() => null);
  const node = nodeOf(arg);
  if (node === null) return nodeOf(ct) === null ? [leafArray(ct)] : null;
  if (nodeOf(ct) !== node) return null;
  const own = node.flatten(arg).children;
  const theirs = node.flatten(ct).children;
  if (own.length !== theirs.length || !treedef.node) return null;
  const parts = own.map((child, i) => match(child, theirs[i]));
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}
