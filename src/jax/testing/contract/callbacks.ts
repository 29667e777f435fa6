import { jax, jnp } from "./api";
import type { Suite } from "./case";
import { assertEqual, assertSame } from "./matchers";

const A = (): ReturnType<typeof jnp.array> =>
  jnp.array([
    [0.5, -1.25, 2],
    [-0.75, 0.25, 1.5],
  ]);

/** Functions that take functions, beside the loops that they stand for. */
export const callbacks: Suite = {
  name: "functions of functions",
  cases: [
    {
      name: "apply_along_axis",
      run() {
        assertSame(
          jnp.applyAlongAxis((x) => jnp.sum(x), 0, A()),
          [-0.25, -1, 3.5],
        );
        assertSame(
          jnp.applyAlongAxis((x) => x.slice([0, 2]), 1, A()),
          A().slice([0, 2], [0, 2]),
        );
      },
    },
    {
      name: "apply_over_axes",
      run() {
        assertSame(
          jnp.applyOverAxes((x, axis) => jnp.sum(x, axis), A(), [0, 1]),
          [[2.25]],
        );
      },
    },
    {
      name: "piecewise",
      run() {
        const x = jnp.array([1, 2, 3]);
        const parts = jnp.piecewise(x, [x.less(2), x.greater(2)], [-1, (each) => each.mul(2)]);
        assertSame(parts, [-1, 0, 6]);
      },
    },
    {
      name: "vectorize",
      run() {
        const dot = jnp.vectorize((x, y) => jnp.dot(x, y), { signature: "(n),(n)->()" });
        assertSame(dot(A(), jnp.array([1, 2, 3])), [4, 4.25]);
        const larger = jnp.vectorize((x, y) => jnp.maximum(x, y));
        assertSame(larger(A(), jnp.array([0, 0, 1])), [
          [0.5, 0, 2],
          [0, 0.25, 1.5],
        ]);
      },
    },
    {
      name: "mask_indices",
      run() {
        const [rows, columns] = jnp.maskIndices(3, (m, k) => jnp.triu(m, Number(k)), 1);
        assertSame(rows, [0, 0, 1]);
        assertSame(columns, [1, 2, 2]);
      },
    },
    {
      name: "associative_scan",
      run() {
        const sums = jax.lax.associativeScan((a, b) => a.add(b), A(), { axis: 1 });
        assertSame(sums, jnp.cumsum(A(), { axis: 1 }));
        const products = jax.lax.associativeScan((a, b) => a.mul(b), jnp.array([1, 2, 3, 4, 5]), {
          reverse: true,
        });
        assertSame(products, [120, 120, 60, 20, 5]);
        const pair = jax.lax.associativeScan(
          ([a, b], [c, d]) => [a.mul(c), b.mul(c).add(d)],
          [jnp.array([2, 3, 4]), jnp.array([1, 1, 1])],
        );
        assertSame(pair[1], [1, 4, 17]);
        const gradient = jax.grad((x: ReturnType<typeof A>) =>
          jnp.sum(jax.lax.associativeScan((a, b) => a.mul(b), x)),
        )(jnp.array([1, 2, 3]));
        assertSame(gradient, [9, 4, 2]);
      },
    },
    {
      name: "broadcast_shapes and sizes",
      run() {
        assertEqual(jnp.broadcastShapes([2, 1], [3]).join(), "2,3", "shape");
        assertEqual(jax.lax.broadcastShapes([2, 1], [3]).join(), "2,3", "shape");
        assertEqual(jnp.size(A(), 1), 3, "size");
        assertEqual(jnp.ndim(A()), 2, "number of axes");
        assertEqual(jnp.shape(A()).join(), "2,3", "shape");
      },
    },
  ],
};
