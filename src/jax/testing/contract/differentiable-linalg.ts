import type { JaxArray } from "../../array/array";
import { jnp } from "./api";
import type { Differentiable } from "./differentiable-function";
import { sum } from "./float64";

type Numbers = readonly number[];

/** A matrix with 4 added to its diagonal, so that it can be inverted: as an array and in float64. */
const safe = (a: JaxArray): JaxArray => a.add(jnp.eye(2).mul(4));
const safeExact = ([a, b, c, d]: Numbers): number[] => [a + 4, b, c, d + 4];

const det = ([a, b, c, d]: Numbers): number => a * d - b * c;
const inverse = ([a, b, c, d]: Numbers): number[] =>
  [d, -b, -c, a].map((each) => each / det([a, b, c, d]));

/** A Aᵀ + 2, which is positive definite, as its three different elements. */
function gram([a, b, c, d]: Numbers): [number, number, number] {
  return [a * a + b * b + 2, a * c + b * d, c * c + d * d + 2];
}
const gramOf = (a: JaxArray): JaxArray => a.matmul(a.T).add(jnp.eye(2).mul(2));

/** Functions of matrices, each beside its formula for two rows. */
export const DIFFERENTIABLE_LINALG: readonly Differentiable[] = [
  {
    name: "linear equations",
    shapes: [
      [2, 2],
      [2, 1],
    ],
    facade: (a, b) => jnp.sum(jnp.linalg.solve(safe(a), b).mul(jnp.array([[1], [2]]))),
    exact: (a, [p, q]) => {
      const [i, j, k, l] = inverse(safeExact(a));
      return i * p + j * q + 2 * (k * p + l * q);
    },
  },
  {
    name: "inverses and determinants",
    shapes: [[2, 2]],
    facade: (a) =>
      jnp
        .sum(
          jnp.linalg.inv(safe(a)).mul(
            jnp.array([
              [1, 2],
              [3, 4],
            ]),
          ),
        )
        .add(jnp.linalg.det(a))
        .add(jnp.linalg.slogdet(safe(a))[1]),
    exact: (a) => {
      const inside = safeExact(a);
      const weighted = inverse(inside).map((each, i) => each * (i + 1));
      return sum(weighted) + det(a) + Math.log(det(inside));
    },
  },
  {
    name: "the Cholesky factor",
    shapes: [[2, 2]],
    facade: (a) =>
      jnp.sum(
        jnp.linalg.cholesky(gramOf(a)).mul(
          jnp.array([
            [1, 0],
            [2, 3],
          ]),
        ),
      ),
    exact: (a) => {
      const [p, q, r] = gram(a);
      const first = Math.sqrt(p);
      return first + (2 * q) / first + 3 * Math.sqrt(r - (q / first) ** 2);
    },
  },
  {
    name: "eigenvalues and singular values",
    shapes: [[2, 2]],
    facade: (a) =>
      jnp.linalg
        .eigvalsh(gramOf(a))
        .at(1)
        .get()
        .add(jnp.linalg.norm(safe(a), { ord: "nuc" })),
    exact: (a) => {
      const [p, q, r] = gram(a);
      const largest = (p + r) / 2 + Math.hypot((p - r) / 2, q);
      const inside = safeExact(a);
      const squares = sum(inside.map((each) => each * each));
      return largest + Math.sqrt(squares + 2 * Math.abs(det(inside)));
    },
  },
];
