import type { JaxArray } from "../array/array";
import { fromHost } from "../array/concrete";
import { checkSize } from "../array/limits";
import { define } from "./function-table";
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

/** The modified Bessel function of order 0 by its power series, which converges for every x. */
function bessel0(x: number): number {
  let [term, total] = [1, 1];
  for (let k = 1; term > total * 1e-17; k++) {
    term *= (x / 2 / k) ** 2;
    total += term;
  }
  return total;
}

/** I₀(β √(1 − t²)) / I₀(β) for t from −1 to 1. */
export const kaiser: (M: number, beta: number) => JaxArray = define(
  "jax.numpy",
  "kaiser(M, beta)",
  (M: number, beta: number) =>
    sampled(
      M,
      (n, last) => bessel0(beta * Math.sqrt(1 - ((2 * n) / last - 1) ** 2)) / bessel0(beta),
    ),
);
