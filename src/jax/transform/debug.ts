/** The names of `jax.debug`. */
import type { JaxArray } from "../array/array";
import { DebugPrint } from "../core/operation";
import { bindCall, Tracer } from "../core/trace";
import { IndexError, ValueError } from "../base/errors";
import { describe } from "../tree/describe";
import { flattenArrays } from "./leaves";

type Named = Readonly<Record<string, unknown>>;

function isNamed(value: unknown): value is Named {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype;
}

/** A number with Python's `:.2f`; other values as they are. */
function formatted(value: unknown, spec: string): string {
  const digits = /^\.(\d+)f$/.exec(spec);
  const isArray = typeof value === "object" && value !== null && !(value instanceof Tracer);
  const number = digits !== null && isArray ? Number(value) : Number.NaN;
  if (digits !== null && !Number.isNaN(number)) return number.toFixed(Number(digits[1]));
  return describe(value);
}

/** Fills Python's `{}`, `{0}`, `{name}` and `{name:.2f}`. */
function fill(format: string, args: readonly unknown[], named: Named): string {
  let next = 0;
  return format.replace(
    /\{\{|\}\}|\{(\w*)(?::([^}]*))?\}/g,
    (whole, name?: string, spec?: string) => {
      if (whole === "{{") return "{";
      if (whole === "}}") return "}";
      if (name === undefined || name === "" || /^\d+$/.test(name)) {
        const at = name === undefined || name === "" ? next++ : Number(name);
        if (at >= args.length) throw new IndexError("tuple index out of range");
        return formatted(args[at], spec ?? "");
      }
      if (!Object.hasOwn(named, name))
        throw new ValueError(`debug.print got no value for '${name}'.`);
      return formatted(named[name], spec ?? "");
    },
  );
}

/**
 * Prints values when the program runs, also from inside staged functions: `jax.debug.print("x = {}", x)`
 * or `jax.debug.print("{x}", { x })`. Under `vmap` each example is printed on its own.
 */
export function print(format: string, ...values: unknown[]): void {
  const last = values.at(-1);
  const named = isNamed(last) ? last : {};
  const args = isNamed(last) ? values.slice(0, -1) : values;
  const { arrays, treedef } = flattenArrays([args, named]);
  const show = (known: readonly JaxArray[]): void => {
    const rebuilt = treedef.unflatten(known);
    const [list, words]: unknown[] = Array.isArray(rebuilt) ? rebuilt : [];
    console.log(fill(format, Array.isArray(list) ? list : [], isNamed(words) ? words : {}));
  };
  // A mistake in the format is told where it was made, not when the program runs.
  fill(format, args, named);
  bindCall(new DebugPrint(format, show), arrays);
}
