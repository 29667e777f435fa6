import { expect, it } from "vitest";
import * as jax from "../faces/jax";
import * as jnp from "../faces/numpy";
import type { JaxArray } from "../array/array";
import { evalJaxpr } from "./eval-jaxpr";
import { fuse } from "./fuse";
import { Var, type Jaxpr } from "./jaxpr";
import { Call } from "./operation";
import { stage } from "./stage";

function staged(f: (...args: JaxArray[]) => JaxArray | JaxArray[], shapes: number[][]): Jaxpr {
  const avals = shapes.map((shape) => ({ shape, dtype: "float32", weak: false }) as const);
  const written = stage((args) => [f(...args)].flat(), avals);
  return new Call("f", written).jaxpr;
}

/** The primitives of each row: a group's are joined by "+". */
function rows(jaxpr: Jaxpr): string[] {
  return fuse(jaxpr).map((row) =>
    "group" in row ? row.group.equations.map(({ prim }) => prim).join("+") : row.equation.prim,
  );
}

it("makes one row of a chain, and none of what it does not reach", () => {
  const chain = staged(
    (x, b) => jnp.sum(jax.nn.relu(x.matmul(x).add(b)).sub(1)),
    [
      [4, 4],
      [4, 4],
    ],
  );
  expect(rows(chain)).toEqual(["dot_general", "add+relu+sub", "reduce_sum"]);
});

it("computes what is cheap again in each user, and what is dear only once", () => {
  const cheap = staged((x, y) => [x.add(y).mul(x), jnp.exp(x.add(y))], [[8], [8]]);
  expect(rows(cheap)).toEqual(["add+mul", "add+exp"]);
  const dear = staged((x) => [jnp.exp(x).mul(x), jnp.exp(x).add(x)], [[8]]);
  const shared = staged(
    (x) => {
      const power = jnp.exp(x);
      return [power.mul(x), power.add(x)];
    },
    [[8]],
  );
  expect(rows(dear)).toEqual(["exp+mul", "exp+add"]);
  expect(rows(shared)).toEqual(["exp", "mul", "add"]);
});

it("leaves results, other shapes, whole numbers and single values alone", () => {
  const result = staged(
    (x) => {
      const moved = x.add(1);
      return [moved, jnp.exp(moved)];
    },
    [[8]],
  );
  expect(rows(result)).toEqual(["add", "exp"]);
  const wider = staged(
    (x, y) => x.add(x).mul(y),
    [
      [1, 8],
      [4, 8],
    ],
  );
  expect(rows(wider).filter((row) => row.includes("+"))).toEqual([]);
  const whole = staged(
    (x) => {
      const numbers = x.astype("int32");
      return numbers.add(numbers).sub(numbers);
    },
    [[8]],
  );
  expect(rows(whole)).toEqual(["convert_element_type", "add", "sub"]);
  expect(rows(staged((x) => jnp.exp(x.add(1)), [[]]))).toEqual(["add", "exp"]);
});

it("cuts what is too long or reads too much for one shader", () => {
  const long = staged(
    (x) => Array.from({ length: 40 }).reduce<JaxArray>((sum) => sum.add(x), x),
    [[8]],
  );
  const lengths = rows(long).map((row) => row.split("+").length);
  expect(Math.max(...lengths)).toBeLessThan(20);
  expect(lengths.reduce((a, b) => a + b)).toBe(40);
  const wide = staged(
    (...args) => args.reduce((sum, x) => sum.add(x)),
    Array.from({ length: 20 }, () => [8]),
  );
  const operands = fuse(wide).map(({ inputs }) => inputs.length);
  expect(Math.max(...operands)).toBeLessThanOrEqual(16);
});

it("leaves factors to the scale of their array", () => {
  const scaled = staged(
    (x, y) => x.matmul(y).neg().mul(0.5),
    [
      [4, 4],
      [4, 4],
    ],
  );
  expect(rows(scaled)).toEqual(["dot_general", "neg", "mul"]);
});

it("reads nothing before it was made", () => {
  const step = staged(
    (w, b, x, y) => {
      const loss = (kernel: JaxArray, bias: JaxArray): JaxArray =>
        jnp.mean(jnp.tanh(x.matmul(kernel).add(bias)).sub(y).pow(2));
      const [gw, gb]: JaxArray[] = jax.grad(loss, { argnums: [0, 1] })(w, b);
      return [w.sub(gw.mul(0.1)), b.sub(gb.mul(0.1))];
    },
    [[3, 2], [2], [5, 3], [5, 2]],
  );
  const known = new Set<unknown>([...step.inputs, ...step.constVars]);
  const fused = fuse(step);
  for (const row of fused) {
    const missing = row.inputs.filter((atom) => atom instanceof Var && !known.has(atom));
    expect(missing).toEqual([]);
    row.outs.forEach((out) => known.add(out));
  }
  expect(step.outputs.every((out) => known.has(out))).toBe(true);
  expect(fused.length).toBeLessThan(step.equations.length);
});

it("gives each group the arguments that it reads, in order", () => {
  const jaxpr = staged((x, y) => x.sub(y).div(x.add(2)), [[2], [2]]);
  const [row] = fuse(jaxpr);
  if (row === undefined || !("group" in row)) throw new Error("nothing was fused");
  const values = new Map<unknown, JaxArray>();
  jaxpr.inputs.forEach((input, i) =>
    values.set(input, jnp.array([3 + i, 5 * i], { dtype: "float32" })),
  );
  const args = row.inputs.map((atom) => (atom instanceof Var ? values.get(atom) : atom.literal));
  expect(args).not.toContain(undefined);
  const [quotient] = evalJaxpr(row.group, args as JaxArray[]);
  // (3 − 4) / (3 + 2) and (0 − 5) / (0 + 2).
  expect(quotient?.tolist()).toEqual([Math.fround(-0.2), -2.5]);
});
