import type { JaxArray } from "../../array/array";
import { jax, jnp } from "./api";
import type { Case, Suite } from "./case";
import { assertAllclose } from "./matchers";

/** Longer than what a device leaves to the host. */
const LONG = 300;

function repeated(values: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, i) => values[i % values.length]);
}

function all(value: number, length = LONG): Float32Array {
  return new Float32Array(length).fill(value);
}

/** Angles from where a device's own reduction is exact to the largest float32. */
const ANGLES = repeated(
  [0, 1, 29999, 30001, 54321.5, 1e5, 5e5, 1e6, 16777216, 3e7, 1e9, 19.9e9, 1e13, 1e15, 1e20, 3e38]
    .flatMap((x) => [x, -x, 0.7 * x])
    .map(Math.fround),
  LONG,
);

/** `wanted` computes in double precision, of the same float32 numbers. */
function ofAngles(f: (x: JaxArray) => JaxArray, wanted: (x: number) => number): () => void {
  return () =>
    assertAllclose(f(jnp.array(ANGLES).add(0)), { shape: [LONG], values: ANGLES.map(wanted) });
}

function of(f: () => JaxArray, shape: readonly number[], values: ArrayLike<number>): () => void {
  return () => assertAllclose(f(), { shape, values });
}

const columns = (value: number): JaxArray => jnp.full([100, 4], value);
const query = (): JaxArray => jnp.ones([1, 16, 2, 16]);

const CASES: Readonly<Record<string, () => void>> = {
  sin: ofAngles((x) => jnp.sin(x), Math.sin),
  cos: ofAngles((x) => jnp.cos(x), Math.cos),
  tan: ofAngles((x) => jnp.tan(x), Math.tan),
  "max of a mask": of(() => jnp.max(jnp.full([LONG], -1e30)), [], [Math.fround(-1e30)]),
  "min of a mask": of(() => jnp.min(jnp.full([LONG], 1e30)), [], [Math.fround(1e30)]),
  "max of -inf": of(() => jnp.max(jnp.full([LONG], -Infinity)), [], [-Infinity]),
  "max with NaN": of(() => jnp.max(jnp.ones([LONG]).at(7).set(NaN)), [], [NaN]),
  "max over the first axis": of(
    () => jnp.max(jnp.arange(600).astype("float32").reshape([150, 4]), 0),
    [4],
    [596, 597, 598, 599],
  ),
  "softmax of a mask": of(() => jax.nn.softmax(columns(-1e30)), [100, 4], all(0.25, 400)),
  "softmax of -inf": of(() => jax.nn.softmax(columns(-Infinity)), [100, 4], all(NaN, 400)),
  "attention that sees nothing": of(
    () =>
      jax.nn.dotProductAttention(query(), query(), query(), {
        mask: jnp.zeros([1, 2, 16, 16]).greater(0),
      }),
    [1, 16, 2, 16],
    all(1, 512),
  ),
  "a long product": of(
    () => jnp.full([200_000], 0.1).matmul(jnp.full([200_000], 0.1)),
    [],
    [200_000 * Math.fround(0.1) ** 2],
  ),
};

/** Large numbers, masks and long sums, where a device's own functions give up. */
export const largeNumbers: Suite = {
  name: "large numbers",
  cases: Object.entries(CASES).map(([name, run]): Case => ({ name, run })),
};
