import { jnp } from "./api";
import type { Suite } from "./case";

const SIDE = 2 ** 10;
const SIZE = SIDE ** 2;
/** Elements that may be kept until a collection has told so; a program that keeps all it makes is ended before. */
const LATEST = 2 ** 28;

type Value = ReturnType<typeof jnp.ones>;

/** Keeps what `make` makes until that is refused. */
function hoard(make: (i: number) => Value, size: number, few = 1): void {
  const kept: Value[] = [];
  try {
    for (let i = 0; i * size < LATEST; i++) {
      const value = make(i);
      if (i % few === 0) kept.push(value);
    }
  } catch (error) {
    if (error instanceof Error && /; at most 16,777,216 \(2\^24\) are allowed/.test(error.message))
      if (kept.length * size > 2 ** 24) return;
    throw error;
  }
  throw new Error(`${kept.length} arrays of ${size} elements were kept`);
}

/** A program may hold 2²⁴ elements; one that keeps ever more is ended, one that drops what it makes never. */
export const tooMany: Suite = {
  name: "more than 2^24 elements at a time",
  cases: [
    {
      name: "arrays that are kept",
      run() {
        const base = jnp.arange(SIZE, { dtype: "float32" });
        hoard((i) => base.add(i), SIZE);
      },
    },
    {
      name: "arrays of which every third is kept",
      run() {
        const base = jnp.arange(SIZE, { dtype: "int32" });
        hoard((i) => base.add(i), SIZE, 3);
      },
    },
    {
      name: "small arrays that are kept",
      run() {
        const base = jnp.arange(2 ** 14, { dtype: "int32" });
        hoard((i) => base.add(i), 2 ** 14);
      },
    },
    {
      name: "a program whose arrays take turns may go on",
      run() {
        const base = jnp.arange(SIZE, { dtype: "float32" });
        const kept = Array.from({ length: 12 }, () => base);
        for (let i = 0; i < 100; i++) kept[i % kept.length] = base.add(i);
        const last = kept[99 % kept.length].at(SIZE - 1).get();
        if (last.item() !== SIZE - 1 + 99) throw new Error(`the last element is ${last}`);
      },
    },
  ],
};
