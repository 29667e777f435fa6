import { jnp } from "./api";
import type { Suite } from "./case";
import { assertEqual, assertSame } from "./matchers";

const A = (): ReturnType<typeof jnp.array> =>
  jnp.array([
    [0.5, -1.25, 2],
    [-0.75, 0.25, 0],
  ]);

function raises(run: () => unknown, text: string): void {
  try {
    run();
  } catch (error) {
    assertEqual(error instanceof Error ? error.message : "", text, "error");
    return;
  }
  throw new Error(`nothing was raised instead of ${text}`);
}

/** Members that arrays have beside arithmetic: the numbers are plain facts about six elements. */
export const arrayMembers: Suite = {
  name: "array members",
  cases: [
    {
      name: "sizes and parts",
      run() {
        assertEqual(A().itemsize, 4, "itemsize");
        assertEqual(A().nbytes, 24, "nbytes");
        assertEqual(A().astype("float16").nbytes, 12, "nbytes of float16");
        assertSame(A().reshape(2, 3, 1).mT.reshape(6), A().reshape(6));
        assertEqual(A().mT.shape.join(), "3,2", "shape of mT");
        assertSame(A().real, A());
        assertSame(A().imag, A().mul(0));
        assertSame(A().copy(), A());
      },
    },
    {
      name: "item with indices",
      run() {
        assertEqual(A().item(1, 0), -0.75, "item(1, 0)");
        assertEqual(A().item(2), 2, "item(2)");
        assertEqual(A().item(-5), -1.25, "item(-5)");
        raises(() => A().item(6), "index 6 is out of bounds for size 6");
        raises(() => A().item(0, 3), "index 3 is out of bounds for axis 1 with size 3");
        raises(() => A().item(0, 0, 0), "incorrect number of indices for array");
      },
    },
    {
      name: "orders and sums",
      run() {
        assertEqual(A().ptp().item(), 3.25, "ptp");
        assertSame(A().sort(), [
          [-1.25, 0.5, 2],
          [-0.75, 0, 0.25],
        ]);
        assertSame(A().argsort(0), [
          [1, 0, 1],
          [0, 1, 0],
        ]);
        assertSame(A().cumprod(1), [
          [0.5, -0.625, -1.25],
          [-0.75, -0.1875, 0],
        ]);
        assertSame(A().nonzero()[0], [0, 0, 0, 1, 1]);
        assertSame(A().diagonal(), [0.5, 0.25]);
        assertEqual(A().trace().item(), 0.75, "trace");
        assertSame(jnp.array([1, 3]).searchsorted(2), 1);
        assertEqual(A().ravel().argpartition(0).at(0).get().item(), 1, "argpartition");
        assertSame(A().compress(jnp.array([false, true]), 0), [[-0.75, 0.25, 0]]);
        assertSame(
          jnp.array([1, 0], { dtype: "int32" }).choose([jnp.array([1, 2]), jnp.array([3, 4])]),
          [3, 2],
        );
        assertSame(A().conj(), A());
        assertSame(A().conjugate(), A());
        assertSame(jnp.array([1, 3]).repeat(2), [1, 1, 3, 3]);
      },
    },
  ],
};
