import { describe, expect, it } from "vitest";
import type { JaxArray } from "../../array/array";
import type { Shape } from "../../array/aval";
import { arrayFrom } from "../../host";
import * as jax from "../../faces/jax";
import * as jnp from "../../faces/numpy";
import type { Jaxpr } from "../jaxpr";
import { Call } from "../operation";
import { stage } from "../stage";
import { planOf } from "./plan";
import type { Plan } from "./plan-step";
import { placeBuffers } from "../../device/wasm/planned/planned-buffer";

type Program = (...args: JaxArray[]) => JaxArray | JaxArray[];

function staged(f: Program, shapes: readonly Shape[]): Jaxpr {
  const avals = shapes.map((shape) => ({ shape, dtype: "float32", weak: false }) as const);
  return new Call(
    "f",
    stage((args) => [f(...args)].flat(), avals),
  ).jaxpr;
}

function planned(f: Program, ...shapes: Shape[]): Plan {
  const plan = planOf(staged(f, shapes));
  if (plan === null) throw new Error("There is nothing to plan.");
  return plan;
}

/** What a plan's steps are; rows by their kinds. */
function outline(plan: Plan): string[] {
  return plan.steps
    .filter(({ kind }) => kind !== "load" && kind !== "store")
    .map((step) =>
      step.kind === "rows" ? step.rows.map(({ kind }) => kind).join(" ") : step.kind,
    );
}

/** Made up, between −1 and 1. */
function numbers(shape: Shape, seed: number): JaxArray {
  let state = seed * 65_537 + 1;
  const size = shape.reduce((a, b) => a * b, 1);
  const data = Float32Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
  return arrayFrom([...shape], data) as JaxArray;
}

const values = (x: JaxArray): number[] => [
  ...(x as unknown as { values(): Float32Array }).values(),
];

describe("a plan", () => {
  const loss = (w: JaxArray, b: JaxArray, x: JaxArray, y: JaxArray): JaxArray =>
    jnp.mean(jnp.square(jax.nn.relu(x.matmul(w).add(b)).sub(y)));

  it("makes a whole training step one run of rows", () => {
    const step: Program = (w, b, x, y) => {
      const [value, [dw, db]] = jax.valueAndGrad(loss, { argnums: [0, 1] })(w, b, x, y) as [
        JaxArray,
        [JaxArray, JaxArray],
      ];
      return [w.sub(dw.mul(0.1)), b.sub(db.mul(0.1)), value];
    };
    const plan = planned(step, [12, 8], [8], [16, 12], [16, 8]);
    expect(outline(plan)).toHaveLength(1);
    expect(outline(plan)[0]).toMatch(/^dot loop .*reduce.* dot loop/);
  });

  it("gives the memory of what is read no more to what comes", () => {
    const chain = planned(
      (x) => {
        let h = x;
        for (let i = 0; i < 20; i++) h = h.matmul(x).add(1);
        return h;
      },
      [64, 64],
    );
    const rows = chain.steps.flatMap((step) => (step.kind === "rows" ? step.rows : []));
    expect(rows).toHaveLength(40);
    const one = 64 * 64 * 4;
    // The argument, a product, the operand before it, both packed.
    expect(placeBuffers(chain.buffers)).toBeLessThan(6.5 * one);
  });

  it("leaves to JavaScript what loops don't compute, between rows", () => {
    const plan = planned((x, y) => jnp.sin(x.matmul(y)).sub(y).matmul(x), [6, 6], [6, 6]);
    expect(outline(plan)).toEqual(["dot", "host", "loop dot"]);
  });

  it("is not made where JavaScript computes most", () => {
    expect(planOf(staged((x) => jnp.sort(jnp.sort(x).add(1)), [[8]]))).toBeNull();
  });
});

describe("a planned function gives what float64 gives", () => {
  const shapes: readonly (readonly [number, number])[] = [
    [1, 1],
    [3, 5],
    [4, 8],
    [5, 1],
    [1, 7],
    [9, 16],
    [17, 13],
  ];

  it.each(shapes)("for rows, columns and numbers that repeat, %i × %i", (m, n) => {
    const [x, row, column, one] = [
      numbers([m, n], 1),
      numbers([n], 2),
      numbers([m, 1], 3),
      numbers([], 4),
    ];
    const f = jax.jit((a: JaxArray, r: JaxArray, c: JaxArray, s: JaxArray) => [
      a.mul(r).add(c).sub(s),
      a.add(r.mul(c)),
      jnp.where(a.gt(r), c, s).div(3),
      a.T.add(c.reshape([m])).mul(2),
    ]) as Program;
    const got = (f(x, row, column, one) as JaxArray[]).map(values);
    const [a, r, c, [s]] = [x, row, column, one].map(values);
    const each = (of: (x: number, r: number, c: number) => number): number[] =>
      a.map((value, i) => of(value, r[i % n], c[Math.floor(i / n)]));
    const want = [
      each((x, r, c) => x * r + c - s),
      each((x, r, c) => x + r * c),
      each((x, r, c) => (x > r ? c : s) / 3),
      Array.from({ length: m * n }, (_, i) => 2 * (a[(i % m) * n + Math.floor(i / m)] + c[i % m])),
    ];
    want.forEach((expected, i) => expectNear(got[i], expected, 4));
  });

  it.each(shapes)("for products in every layout, %i × 6 × %i", (m, n) => {
    const k = 6;
    const [a, b] = [numbers([m, k], 5), numbers([k, n], 6)];
    const f = jax.jit((a: JaxArray, at: JaxArray, b: JaxArray, bt: JaxArray) => [
      a.matmul(b),
      at.T.matmul(b),
      a.matmul(bt.T),
      at.T.matmul(bt.T),
      a.matmul(b).T.add(0),
    ]) as Program;
    const at = jnp.array(a.T) as JaxArray;
    const bt = jnp.array(b.T) as JaxArray;
    const got = (f(a, at, b, bt) as JaxArray[]).map(values);
    const [x, y] = [values(a), values(b)];
    const want = Array.from({ length: m * n }, (_, i) => {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += x[Math.floor(i / n) * k + p] * y[p * n + (i % n)];
      return sum;
    });
    for (const product of got.slice(0, 4)) expectNear(product, want, 16);
    const turned = Array.from({ length: m * n }, (_, i) => want[(i % m) * n + Math.floor(i / m)]);
    expectNear(got[4], turned, 16);
  });

  it.each(shapes)("for products side by side, 3 × (%i × 6 × %i)", (m, n) => {
    const k = 6;
    const [a, b] = [numbers([3, m, k], 13), numbers([3, k, n], 14)];
    const f = jax.jit((a: JaxArray, b: JaxArray, at: JaxArray, bt: JaxArray) => [
      a.matmul(b),
      jnp.einsum("kbm,bkn->bmn", at, b),
      jnp.einsum("bmk,nbk->bmn", a, bt),
    ]) as Program;
    const at = jnp.array(jnp.transpose(a, [2, 0, 1])) as JaxArray;
    const bt = jnp.array(jnp.transpose(b, [2, 0, 1])) as JaxArray;
    const [x, y] = [values(a), values(b)];
    const want = Array.from({ length: 3 * m * n }, (_, i) => {
      const [batch, row, column] = [Math.floor(i / (m * n)), Math.floor(i / n) % m, i % n];
      let sum = 0;
      for (let p = 0; p < k; p++)
        sum += x[(batch * m + row) * k + p] * y[(batch * k + p) * n + column];
      return sum;
    });
    const got = (f(a, b, at, bt) as JaxArray[]).map(values);
    for (const product of got) expectNear(product, want, 16);
  });

  it.each(shapes)("for the largest and smallest along either axis and of all, %i × %i", (m, n) => {
    const x = numbers([m, n], 15);
    const f = jax.jit((x: JaxArray) => [
      jnp.max(x, { axis: 0 }),
      jnp.max(x, { axis: 1 }),
      jnp.min(x, { axis: 0 }),
      jnp.min(x, { axis: 1 }),
      jnp.max(x),
      jnp.min(x.mul(NaN)),
    ]) as Program;
    const got = (f(x) as JaxArray[]).map(values);
    const data = values(x);
    const columns = Array.from({ length: n }, (_, j) => data.filter((_, i) => i % n === j));
    const rows = Array.from({ length: m }, (_, i) => data.slice(i * n, (i + 1) * n));
    const of = (pick: (...all: number[]) => number, lines: number[][]): number[] =>
      lines.map((line) => pick(...line));
    expect(got).toEqual([
      of(Math.max, columns),
      of(Math.max, rows),
      of(Math.min, columns),
      of(Math.min, rows),
      [Math.max(...data)],
      [NaN],
    ]);
  });

  it.each(shapes)("for sums along either axis and both, %i × %i", (m, n) => {
    const x = numbers([m, n], 7);
    const f = jax.jit((x: JaxArray) => [
      x.sum(0),
      x.sum(1),
      jnp.sum(x),
      x.T.sum(0),
      jnp.sum(x.reshape([m, n, 1]).add(numbers([1, 1, 3], 8)), { axis: [0, 2] } as never),
    ]) as Program;
    const got = (f(x) as JaxArray[]).map(values);
    const data = values(x);
    const [third] = [values(numbers([1, 1, 3], 8))];
    const across = (j: number): number[] => data.filter((_, i) => i % n === j);
    const along = (i: number): number[] => data.slice(i * n, (i + 1) * n);
    const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
    const columns = Array.from({ length: n }, (_, j) => sum(across(j)));
    const rows = Array.from({ length: m }, (_, i) => sum(along(i)));
    expectNear(got[0], columns, 4, m);
    expectNear(got[1], rows, 4, n);
    expectNear(got[2], [sum(data)], 4, m * n);
    expectNear(got[3], rows, 4, n);
    const added = columns.map((value) => 3 * value + m * sum(third));
    expectNear(got[4], added, 16, 3 * m);
  });
});

/** Within so many units in the last place of numbers of a size. */
function expectNear(got: number[], want: number[], ulps: number, size = 1): void {
  expect(got).toHaveLength(want.length);
  const bound = ulps * size * 2 ** -24;
  got.forEach((value, i) => expect(Math.abs(value - want[i])).toBeLessThanOrEqual(bound));
}

describe("a planned function", () => {
  it("runs loops of its own inside, each with its part of the memory", () => {
    const body = (c: JaxArray, x: JaxArray): [JaxArray, JaxArray] => {
      const next = c.mul(0.5).add(x);
      return [next, next.sum()];
    };
    const f = jax.jit((c: JaxArray, xs: JaxArray) => {
      const before = c.mul(3).add(c.matmul(numbers([3, 3], 10)));
      const [last, sums] = jax.lax.scan(body, before, xs) as [JaxArray, JaxArray];
      return [last.add(before).mul(c), sums];
    }) as Program;
    const [c, xs] = [numbers([3], 11), numbers([4, 3], 12)];
    const [got, sums] = (f(c, xs) as JaxArray[]).map(values);
    const [c0, x, w] = [c, xs, numbers([3, 3], 10)].map(values);
    const before = c0.map(
      (value, j) => 3 * value + c0.reduce((t, v, i) => t + v * w[3 * i + j], 0),
    );
    let carry = before;
    const wantSums = [0, 1, 2, 3].map((t) => {
      carry = carry.map((value, j) => 0.5 * value + x[3 * t + j]);
      return carry.reduce((a, b) => a + b, 0);
    });
    expectNear(
      got,
      carry.map((value, j) => (value + before[j]) * c0[j]),
      64,
    );
    expectNear(sums, wantSums, 64);
  });

  it("gives a softmax in rows alone, and masks", () => {
    const f: Program = (x, mask) => jax.nn.softmax(jnp.where(mask.gt(0), x, -1e30));
    expect(outline(planned(f, [3, 5], [3, 5]))).toHaveLength(1);
    const [x, mask] = [numbers([3, 5], 16), numbers([3, 5], 17)];
    const [data, kept] = [values(x), values(mask)];
    const want = data.map((value, i) => {
      const row = Math.floor(i / 5) * 5;
      const line = [0, 1, 2, 3, 4].filter((j) => kept[row + j] > 0).map((j) => data[row + j]);
      const total = line.reduce((sum, other) => sum + Math.exp(other), 0);
      return kept[i] > 0 ? Math.exp(value) / total : 0;
    });
    expectNear(values((jax.jit(f) as Program)(x, mask) as JaxArray), want, 8);
  });

  it("gives NaN, infinities and zeros of their sign as they come, and no denormals", () => {
    const x = arrayFrom(
      [6],
      Float32Array.from([NaN, Infinity, -Infinity, -0, 0, 2 ** -100]),
    ) as JaxArray;
    const f = jax.jit((x: JaxArray) => [
      jax.nn.relu(x),
      jnp.sign(x),
      x.mul(x),
      jnp.maximum(x, 0).mul(1),
    ]) as Program;
    const [relu, sign, square] = (f(x) as JaxArray[]).map(values);
    expect(relu).toEqual([NaN, Infinity, 0, 0, 0, 2 ** -100]);
    expect(sign).toEqual([NaN, 1, -1, -0, 0, 1]);
    expect(square).toEqual([NaN, Infinity, Infinity, 0, 0, 0]);
  });
});
