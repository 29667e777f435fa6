import type { JaxArray } from "../array/array";
import { i0e } from "../array/bessel";
import { fromHost } from "../array/concrete";
import { checkSize } from "../array/limits";
import { binaryOp, constLike, fullLike, select, unaryOp } from "../core/ops";
import { withOwnJvp } from "../core/with-own-jvp";
import { asArray, type ArrayLike } from "./as-array";
import type { Unary } from "./elementwise-kinds";
import { define } from "./function-table";
import { promotedInexact } from "./promote";
import { shapeOf } from "./shape-argument";

type Window = (M: number) => JaxArray;

/** M weights by their place n and M − 1; a single one is 1. */
function sampled(M: number, weight: (n: number, last: number) => number): JaxArray {
  const [length] = shapeOf([M]);
  checkSize(length);
  const values = Float32Array.from({ length }, (_, n) =>
    length === 1 ? 1 : weight(n, length - 1),
  );
  return fromHost([length], "float32", false, values);
}

function window(name: string, weight: (n: number, last: number) => number): Window {
  return define("jax.numpy", `${name}(M)`, (M: number) => sampled(M, weight));
}

const turn = (n: number, last: number): number => (2 * Math.PI * n) / last;

/** A triangle from 0 over 1 back to 0. */
export const bartlett: Window = window("bartlett", (n, last) => 1 - Math.abs((2 * n) / last - 1));
/** 0.42 − 0.5 cos(2πn / (M − 1)) + 0.08 cos(4πn / (M − 1)). */
export const blackman: Window = window(
  "blackman",
  (n, last) => 0.42 - 0.5 * Math.cos(turn(n, last)) + 0.08 * Math.cos(2 * turn(n, last)),
);
/** 0.54 − 0.46 cos(2πn / (M − 1)). */
export const hamming: Window = window(
  "hamming",
  (n, last) => 0.54 - 0.46 * Math.cos(turn(n, last)),
);
/** 0.5 − 0.5 cos(2πn / (M − 1)). */
export const hanning: Window = window("hanning", (n, last) => 0.5 - 0.5 * Math.cos(turn(n, last)));

/** I₀(x) is e^|x| times a primitive; its derivative I₁ is taken to be 0 for good at 0, as in JAX. */
const besselI0 = withOwnJvp(
  "_i0",
  ([x]) => {
    const size = unaryOp("abs", x);
    return binaryOp("mul", unaryOp("exp", size), unaryOp("bessel_i0e", size));
  },
  ([x], [t]) => {
    const slope = binaryOp("mul", unaryOp("exp", unaryOp("abs", x)), unaryOp("bessel_i1e", x));
    const isZero = binaryOp("eq", x, constLike(x, 0));
    return select(isZero, binaryOp("mul", t, slope), fullLike(x, 0));
  },
);
/** The modified Bessel function of the first kind and order 0, I₀(x). */
export const i0: Unary = define("jax.numpy", "i0(@x)", (x: ArrayLike) =>
  besselI0([promotedInexact([asArray(x, "i0")])[0]]),
);

/** I₀(β √(1 − t²)) / I₀(β) for t from −1 to 1. */
export const kaiser: (M: number, beta: number) => JaxArray = define(
  "jax.numpy",
  "kaiser(M, beta)",
  (M: number, beta: number) =>
    sampled(M, (n, last) => {
      const inner = beta * Math.sqrt(1 - ((2 * n) / last - 1) ** 2);
      return (i0e(inner) / i0e(beta)) * Math.exp(Math.abs(inner) - Math.abs(beta));
    }),
);
