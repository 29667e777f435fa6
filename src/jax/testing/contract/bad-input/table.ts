import { jnp } from "../api";
import type { jax } from "../api";

/** Programs by the line of golden/recordings/bad_input.json that they spell in TypeScript. */
export type MistakeTable = Readonly<Record<string, () => unknown>>;

export type Array = jax.Array;
/** Whole numbers in the dtype that Python's ints give. */
export const whole = (...values: number[]): Array => jnp.array(values, { dtype: "int32" });
