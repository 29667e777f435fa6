import type { JaxArray } from "../array/array";
import { avalText, sameShape } from "../array/aval";
import { fullLike } from "../core/ops";
import { CustomJvp } from "../core/operation";
import { bindCall } from "../core/trace";
import { add } from "../core/ops";
import { Callable } from "../base/callable";
import { isFloating } from "../base/dtype";
import { AttributeError, JaxTypeError } from "../base/errors";
import { formatTree } from "../tree/tree-text";
import type { TreeDef } from "../tree/treedef";
import { CustomArguments, type CustomOptions } from "./custom-arguments";
import { flattenArrays, leafArray } from "./leaves";
import { takeOptions } from "./take-options";
import { functionName } from "./parameter-names";
import type { AnyFunction } from "./types";

type JvpRule = (...args: never[]) => unknown;

/**
 * A function whose derivative its author writes. It is called like the function itself; `defjvp` gives
 * the rule, which maps lists of arguments and of tangents to value and tangent. Reverse mode follows,
 * since the rule has to be linear in the tangents.
 *
 * ```ts
 * const log1pexp = jax.customJvp((x) => jnp.log(jnp.exp(x).add(1)));
 * log1pexp.defjvp(([x], [t]) => [log1pexp(x), t.mul(jax.nn.sigmoid(x))]);
 * ```
 */
export interface CustomJvpFunction<F extends AnyFunction> {
  (...args: Parameters<F>): ReturnType<F>;
  /** Sets the rule: `(primals, tangents)` → `[value, tangent]`; arguments that are not differentiated come first. */
  defjvp(rule: JvpRule): JvpRule;
  /** Sets one rule per argument, `(tangent, value, ...primals)` → tangent; null means zero. */
  defjvps(...rules: readonly (JvpRule | null)[]): void;
}

class CustomJvpCallable extends Callable {
  rule: JvpRule | null = null;
  constructor(
    readonly f: AnyFunction,
    readonly nondiff: readonly number[],
  ) {
    super();
  }

  override call(...args: unknown[]): unknown {
    const { f, rule } = this;
    const name = functionName(f);
    if (rule === null)
      throw new AttributeError(`No JVP defined for custom_jvp function ${name} using defjvp.`);
    const given = new CustomArguments(f, args, this.nondiff);
    const holder: { outTree: TreeDef | null } = { outTree: null };
    const run = (arrays: readonly JaxArray[]): JaxArray[] => {
      const out = flattenArrays(given.apply(arrays));
      holder.outTree = out.treedef;
      return out.arrays;
    };
    const jvp = (primals: readonly JaxArray[], tangents: readonly JaxArray[]) => {
      const result: unknown = Reflect.apply(rule, undefined, [
        ...given.fixed,
        given.rebuild(primals),
        given.rebuild(tangents),
      ]);
      const { outs, moved, treedef } = checkedResult(result, name, functionName(rule));
      holder.outTree ??= treedef;
      return { outs, tangents: moved };
    };
    const operation = new CustomJvp(name, run, jvp, functionName(rule));
    const outs = bindCall(operation, given.arrays);
    if (holder.outTree === null) throw new Error("The function did not run.");
    return holder.outTree.unflatten(outs);
  }

  defjvp(rule: JvpRule): JvpRule {
    this.rule = rule;
    return rule;
  }

  defjvps(...rules: readonly (JvpRule | null)[]): void {
    const { f } = this;
    this.rule = (primals: unknown[], tangents: unknown[]): unknown => {
      const value: unknown = Reflect.apply(f, undefined, primals);
      const { arrays, treedef } = flattenArrays(value);
      const parts = rules.flatMap((rule, i) =>
        rule === null
          ? []
          : [
              flattenArrays(Reflect.apply(rule, undefined, [tangents[i], value, ...primals]))
                .arrays,
            ],
      );
      const total = arrays.map((y, k) =>
        parts.map((part) => part[k]).reduce((a, b) => add(a, b), fullLike(y, 0)),
      );
      return [value, treedef.unflatten(total)];
    };
  }
}

/** @see CustomJvpFunction */
export function customJvp<F extends AnyFunction>(
  f: F,
  options: CustomOptions = {},
): CustomJvpFunction<F> {
  takeOptions("custom_jvp", f, options, ["nondiffArgnums"]);
  const made: unknown = new CustomJvpCallable(f, options.nondiffArgnums ?? []);
  // Called like `f` itself, whose type the class cannot know.
  return made as CustomJvpFunction<F>;
}

/** Takes the result of a rule apart, with JAX's errors for what does not fit. */
function checkedResult(
  result: unknown,
  name: string,
  rule: string,
): { outs: JaxArray[]; moved: JaxArray[]; treedef: TreeDef } {
  if (!Array.isArray(result) || result.length !== 2)
    throw new JaxTypeError(
      `Custom JVP rule ${rule} for function ${name} must produce a pair (list or tuple of length two) representing primal and tangent outputs, but got ${formatTree(result, (leaf) => leafArray(leaf).toString())}.`,
    );
  const [value, tangent] = result.map((part) => flattenArrays(part));
  if (!value.treedef.equals(tangent.treedef))
    throw new JaxTypeError(
      `Custom JVP rule ${rule} for function ${name} must produce primal and tangent outputs with equal container (pytree) structures, but got ${value.treedef.toString()} and ${tangent.treedef.toString()} respectively.`,
    );
  value.arrays.forEach((y, i) => {
    const t = tangent.arrays[i];
    if (!isFloating(y.dtype) || (sameShape(y.shape, t.shape) && y.dtype === t.dtype)) return;
    throw new JaxTypeError(
      `Custom JVP rule must produce primal and tangent outputs with corresponding shapes and dtypes. Expected ${avalText(y)} (tangent type of ${avalText(y)}) but got ${avalText(t)}.`,
    );
  });
  return { outs: value.arrays, moved: tangent.arrays, treedef: value.treedef };
}
