import type { JaxArray } from "../../array/array";
import * as jnp from "../../faces/numpy";

/** Float operands made of a value, for functions that want other shapes, domains or types than it has. */
const FORMS: readonly ((x: JaxArray) => JaxArray)[] = [
  (x) => x,
  (x) => jnp.tanh(x).mul(0.4).add(0.5),
  (x) => jnp.ravel(x),
  (x) => shaped(x, [2, 3]),
  (x) => x.mul(x).add(1.5),
  (x) => symmetric(x),
  (x) =>
    jnp
      .tanh(shaped(x, [4]))
      .mul(0.4)
      .add(0.5),
  (x) => shaped(x, [3, 1, 2]),
  (x) => shaped(x, [1, 2, 2, 1]),
  (x) => jnp.round(x.mul(3)).astype("int32"),
  (x) => jnp.abs(jnp.round(jnp.ravel(x).mul(2))).astype("int32"),
  (x) => x.greater(0.2),
];

/** A value's numbers, repeated or cut, in another shape. */
function shaped(x: JaxArray, shape: readonly number[]): JaxArray {
  return jnp.resize(x, shape);
}

/** A positive definite matrix. */
function symmetric(x: JaxArray): JaxArray {
  const a = jnp.tanh(shaped(x, [3, 3]));
  return a.matmul(a.T).add(jnp.eye(3));
}

/** Ways to make an operand of a value; the first is the value itself. */
export const OPERAND_FORMS: readonly ((x: JaxArray) => JaxArray)[] = FORMS;

type Other = (x: JaxArray, input: JaxArray) => unknown;

/** Ways to make a further operand beside x, of x and one of the program's inputs. */
export const OTHER_FORMS: readonly Other[] = [
  (x, input) => input.astype(x.dtype),
  (x) => (x.ndim === 0 ? x : jnp.flip(x)),
  (x) => (x.ndim === 0 ? x : jnp.flip(x).T),
  () => 0.75,
  () => 2,
];
