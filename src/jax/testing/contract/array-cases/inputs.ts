import type { JaxArray } from "../../../array/array";
import { scalar } from "../../../array/concrete";
import { jnp } from "../api";

/** The arrays that golden/recorders/record_arrays.py uses, under its names. */
export interface Inputs {
  readonly x: JaxArray;
  readonly v: JaxArray;
  readonly i: JaxArray;
  readonly b: JaxArray;
  readonly s: JaxArray;
  readonly t: JaxArray;
  readonly u8: JaxArray;
  readonly i8: JaxArray;
  readonly u32: JaxArray;
  readonly h: JaxArray;
  readonly bf: JaxArray;
  readonly odd: JaxArray;
  readonly cube: JaxArray;
}

/** What TypeScript writes for the recorder's Python expressions. */
export type Table = Readonly<Record<string, (inputs: Inputs) => unknown>>;

/** A weak integer, as every int of Python is. */
export function int(value: number): JaxArray {
  return scalar(value, "int32", true);
}

/** An int32 array. */
export function ints(...values: number[]): JaxArray {
  return jnp.array(values, jnp.int32);
}

/** Fresh inputs, made of numbers that each dtype holds exactly or rounds itself. */
export function makeInputs(): Inputs {
  const some = [0.1, 1 / 3, 1000, -2.5];
  return {
    x: jnp.arange(12).reshape(3, 4),
    v: jnp.arange(5),
    i: jnp.arange(5, { dtype: "int32" }),
    b: jnp.array([true, false, true]),
    s: ints(7, -7, 7, -7, 5, -5, -2147483648),
    t: ints(2, 2, -2, -2, 0, 0, -1),
    u8: jnp.array([250, 5], jnp.uint8),
    i8: jnp.array([-128, 100], jnp.int8),
    u32: jnp.array([4000000000, 7], jnp.uint32),
    h: jnp.array(some, jnp.float16),
    bf: jnp.array(some, jnp.bfloat16),
    odd: jnp.array([300.7, -1.5, NaN, 1e10, -1e10, 0]),
    cube: jnp.arange(24).reshape(2, 3, 4),
  };
}
