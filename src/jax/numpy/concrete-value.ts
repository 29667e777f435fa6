import type { JaxArray } from "../array/array";
import { avalText } from "../array/aval";
import { ConcreteArray } from "../array/concrete";
import { originOf } from "../core/origin-of";
import { leaked, Tracer } from "../core/trace";
import { ConcretizationTypeError, JaxTypeError, ValueError } from "../base/errors";

/** The values behind an array: of a tracer under eager differentiation those it carries; else null. */
export function concreteOf(x: JaxArray): ConcreteArray | null {
  let value: JaxArray | null = x;
  while (value instanceof Tracer) {
    if (!value.main.live) throw leaked(value);
    value = value.inner();
  }
  return value instanceof ConcreteArray ? value : null;
}

/** JAX's error where a number is needed and only a traced array is there; `context` says where. */
export function concretizationError(x: JaxArray, context: string): Error {
  return new ConcretizationTypeError(
    `Abstract tracer value encountered where concrete value is expected: traced array with shape ${avalText(x)}\n` +
      `${context}\n${originOf(x)}\n` +
      `See https://docs.jax.dev/en/latest/errors.html#jax.errors.ConcretizationTypeError`,
  );
}

/** The only value of an array, as `x.item()` reads it: works under eager differentiation. */
export function itemOf(x: JaxArray): number {
  const values = concreteOf(x);
  if (values === null)
    throw concretizationError(x, "This occurred in the item() method of jax.Array");
  if (values.size !== 1)
    throw new ValueError("can only convert an array of size 1 to a Python scalar");
  return values.values()[0];
}

/** A number, as `float(x)` reads it: raises for traced arrays, as JAX does. */
export function floatOf(x: JaxArray): number {
  if (x instanceof Tracer)
    throw concretizationError(
      x,
      "The problem arose with the `float` function. If trying to convert the data type of a value, try using `x.astype(float)` or `jnp.array(x, float)` instead.",
    );
  if (x.shape.length > 0)
    throw new JaxTypeError(
      `Only scalar arrays can be converted to Python scalars; got arr.ndim=${x.shape.length}`,
    );
  return itemOf(x);
}
