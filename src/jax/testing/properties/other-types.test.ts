import fc from "fast-check";
import { beforeAll, it } from "vitest";
import type { JaxArray } from "../../array/array";
import { startBackend } from "../../host";
import * as jax from "../../faces/jax";
import * as jnp from "../../faces/numpy";
import { assertProperty } from "./assert-property";

const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_124);
const DRAWS = 150;
const SIZE = 4;

type Binary = (x: number, y: number) => number;
type Names = "add" | "subtract" | "multiply" | "maximum" | "minimum";
type Model = Readonly<Record<string, Binary>>;

const ARITHMETIC: Readonly<Record<Names, Binary>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  maximum: Math.max,
  minimum: Math.min,
};
const COMPARED: Model = {
  less: (x, y) => Number(x < y),
  greaterEqual: (x, y) => Number(x >= y),
  equal: (x, y) => Number(x === y),
  notEqual: (x, y) => Number(x !== y),
};
/** Whole numbers are multiplied as such: a double holds no product of 64 bits. */
const WHOLE: Model = {
  ...ARITHMETIC,
  multiply: (x, y) => Number((BigInt(x) * BigInt(y)) & 0xffffffffn),
  // By zero: what jax 0.10.2 gives.
  floorDivide: (x, y) => (y === 0 ? -1 - Number(x !== 0) : Math.floor(x / y)),
  remainder: (x, y) => (y === 0 ? 0 : x - y * Math.floor(x / y)),
  bitwiseAnd: (x, y) => Number(BigInt.asUintN(32, BigInt(x)) & BigInt.asUintN(32, BigInt(y))),
  bitwiseXor: (x, y) => Number(BigInt.asUintN(32, BigInt(x)) ^ BigInt.asUintN(32, BigInt(y))),
};
const FLOATING: Model = { ...ARITHMETIC, divide: (x, y) => x / y };
const LOGIC: Model = {
  logicalAnd: (x, y) => Math.min(x, y),
  logicalOr: (x, y) => Math.max(x, y),
  logicalXor: (x, y) => Number(x !== y),
  add: Math.max,
  multiply: Math.min,
};

/** A double as a float with so many bits of fraction and least exponent holds it, ties to even. */
function toFloat(bits: number, least: number, largest: number): (x: number) => number {
  return (x) => {
    if (x === 0 || !Number.isFinite(x)) return x;
    const exponent = Math.max(Math.floor(Math.log2(Math.abs(x))), least);
    const unit = 2 ** (exponent - bits);
    const whole = Math.floor(x / unit);
    const rest = x / unit - whole;
    const up = rest > 0.5 || (rest === 0.5 && whole % 2 !== 0);
    const rounded = (whole + Number(up)) * unit;
    return Math.abs(rounded) > largest ? Math.sign(x) * Infinity : rounded;
  };
}

interface Type {
  /** A double as this type stores it. */
  readonly stored: (x: number) => number;
  readonly model: Model;
  readonly numbers: fc.Arbitrary<number>;
}

const modulo = (x: number): number => ((x % 2 ** 32) + 2 ** 32) % 2 ** 32;
const sixteen = fc.integer({ min: -(2 ** 12), max: 2 ** 12 }).map((n) => n / 16);
const TYPES: Readonly<Record<string, Type>> = {
  int32: {
    stored: (x) => modulo(x) | 0,
    model: WHOLE,
    numbers: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer()),
  },
  uint32: {
    stored: modulo,
    model: { ...WHOLE, floorDivide: (x, y) => (y === 0 ? 2 ** 32 - 1 : Math.floor(x / y)) },
    numbers: fc.oneof(fc.nat(9), fc.nat(2 ** 32 - 1)),
  },
  bool: { stored: (x) => x, model: LOGIC, numbers: fc.nat(1) },
  float16: { stored: toFloat(10, -14, 65_504), model: FLOATING, numbers: sixteen },
  bfloat16: { stored: toFloat(7, -126, 3.39e38), model: FLOATING, numbers: sixteen },
};

interface Step {
  readonly name: string;
  readonly swapped: boolean;
}
interface Draw {
  readonly type: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly steps: readonly Step[];
  readonly compared: string;
}

const draws: fc.Arbitrary<Draw> = fc.constantFrom(...Object.keys(TYPES)).chain((type) => {
  const { numbers, model } = TYPES[type];
  const row = fc.array(numbers, { minLength: SIZE, maxLength: SIZE });
  const step = fc.record({ name: fc.constantFrom(...Object.keys(model)), swapped: fc.boolean() });
  return fc.record({
    type: fc.constant(type),
    x: row,
    y: row,
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    compared: fc.constantFrom(...Object.keys(COMPARED)),
  });
});

const call = (name: string, x: JaxArray, y: JaxArray): JaxArray =>
  (jnp as unknown as Record<string, (x: JaxArray, y: JaxArray) => JaxArray>)[name](x, y);

/** What the steps give, and how the result compares with y. */
function program({ steps, compared }: Draw): (x: JaxArray, y: JaxArray) => JaxArray[] {
  return (x, y) => {
    const value = steps.reduce(
      (v, { name, swapped }) => (swapped ? call(name, y, v) : call(name, v, y)),
      x,
    );
    return [value, call(compared, value, y), value.astype("float32")];
  };
}

function wanted({ type, x, y, steps, compared }: Draw): number[][] {
  const { stored, model } = TYPES[type];
  const b = y.map(stored);
  const value = steps.reduce(
    (v, { name, swapped }) =>
      v.map((a, i) => stored(swapped ? model[name](b[i], a) : model[name](a, b[i]))),
    x.map(stored),
  );
  return [value, value.map((a, i) => COMPARED[compared](a, b[i])), value.map(Math.fround)];
}

function assertSame(
  got: readonly JaxArray[],
  want: readonly number[][],
  draw: Draw,
  what: string,
): void {
  const types = [draw.type, "bool", "float32"];
  got.forEach((array, k) => {
    if (array.dtype !== types[k]) throw new Error(`${what}: ${array.dtype} instead of ${types[k]}`);
    const values = array.ravel().tolist() as (number | boolean)[];
    values.forEach((value, i) => {
      if (!Object.is(Number(value) + 0, want[k][i] + 0))
        throw new Error(`${what}, ${types[k]}: ${value} instead of ${want[k][i]} at ${i}`);
    });
  });
}

beforeAll(async () => {
  await startBackend("cpu");
});

it("integers wrap, booleans are logic and 16-bit floats round after each operation", () => {
  const property = fc.property(draws, (draw) => {
    const f = program(draw);
    const [x, y] = [draw.x, draw.y].map((row) => jnp.array([...row], { dtype: draw.type }));
    const want = wanted(draw);
    assertSame(f(x, y), want, draw, "eager");
    assertSame(jax.jit(f)(x, y), want, draw, "jit");
    assertSame(jax.vmap(f)(x, y) as JaxArray[], want, draw, "vmap");
    // A quotient of a whole row by one number is a product with its rounded reciprocal, as on XLA.
    if (draw.type === "float16" && draw.steps.some(({ name }) => name === "divide")) return;
    const rows = jax.vmap(jax.vmap(f, { inAxes: [0, null] }), { inAxes: [null, 0] })(x, y);
    const diagonal = (rows as JaxArray[]).map((array) => jnp.diagonal(array));
    assertSame(diagonal, want, draw, "vmap of vmap");
  });
  assertProperty(property, { seed: SEED, numRuns: DRAWS });
});
