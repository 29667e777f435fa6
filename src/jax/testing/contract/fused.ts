import { currentDevice } from "../../array/tfjs";
import type { JaxArray } from "../../array/array";
import { jax, jnp } from "./api";
import type { Case, Suite } from "./case";
import { facadeArray } from "./draw";
import { assertAllclose, assertEqual } from "./matchers";

/** More elements than the host would take on itself. */
const ROWS = 17;
const COLUMNS = 23;

type Chain = {
  readonly name: string;
  readonly facade: (x: JaxArray, y: JaxArray, row: JaxArray) => JaxArray;
  /** The same for one element, in float64. */
  readonly exact: (x: number, y: number, row: number) => number;
};

const CHAINS: readonly Chain[] = [
  {
    name: "a layer's bias, activation and scale",
    facade: (x, y, row) => jax.nn.relu(x.add(row)).mul(0.5).sub(y),
    exact: (x, y, row) => (Number.isNaN(x) ? NaN : Math.max(x + row, 0)) * 0.5 - y,
  },
  {
    name: "a choice between two chains",
    facade: (x, y, row) => jnp.where(x.greater(y), jnp.tanh(x.mul(row)), y.neg()).pow(3),
    exact: (x, y, row) => (x > y ? Math.tanh(x * row) : -y) ** 3,
  },
  {
    name: "functions of functions",
    facade: (x, y, row) =>
      jnp
        .exp(jnp.square(x).neg())
        .div(jnp.sqrt(jnp.abs(y).add(1)))
        .add(row),
    exact: (x, y, row) => Math.exp(-x * x) / Math.sqrt(Math.abs(y) + 1) + row,
  },
  {
    name: "a value with several users",
    facade(x, y, row) {
      const z = x.add(row);
      return jax.nn.relu(z).mul(z).add(z.div(y));
    },
    exact: (x, y, row) => Math.max(x + row, 0) * (x + row) + (x + row) / y,
  },
  {
    name: "comparisons joined by and, as numbers",
    facade: (x, y, row) =>
      jnp.logicalAnd(x.less(row), y.greater(0)).astype("float32").mul(jnp.maximum(x, y)),
    exact: (x, y, row) => Number(x < row && y > 0) * Math.max(x, y),
  },
];

/** Calls of the GPU's shaders while `body` runs; null where there is no GPU. */
function shadersRun(body: () => void): number | null {
  const webgl = currentDevice()?.webgl ?? null;
  if (webgl === null) return null;
  const run = webgl.runWebGLProgram.bind(webgl);
  let count = 0;
  const counted: typeof run = (...args) => {
    count += 1;
    return run(...args);
  };
  Object.defineProperty(webgl, "runWebGLProgram", { value: counted, configurable: true });
  try {
    body();
  } finally {
    Reflect.deleteProperty(webgl, "runWebGLProgram");
  }
  return count;
}

function inputs(): { x: number[]; y: number[]; row: number[] } {
  const count = ROWS * COLUMNS;
  const x = Array.from({ length: count }, (_, i) => Math.fround(2 * Math.sin(i)));
  const y = Array.from({ length: count }, (_, i) => Math.fround(1.5 * Math.cos(3 * i)));
  x[5] = NaN;
  x[6] = Infinity;
  return { x, y, row: Array.from({ length: COLUMNS }, (_, i) => Math.fround(i / 16 - 0.5)) };
}

function holds({ facade, exact }: Chain): void {
  const { x, y, row } = inputs();
  const shape = [ROWS, COLUMNS];
  const arrays = [facadeArray(shape, x), facadeArray(shape, y), facadeArray([1, COLUMNS], row)];
  const step = jax.jit((a: JaxArray, b: JaxArray, c: JaxArray) => facade(a, b, c));
  const [first, second, third] = arrays;
  const values = x.map((value, i) => exact(value, y[i], row[i % COLUMNS]));
  assertAllclose(step(first, second, third), { shape, values });
  const count = shadersRun(() => step(first, second, third));
  if (count !== null) assertEqual(count, 1, "the number of shaders that ran");
}

/** Neither larger arrays than a result nor values that a result of its own needs get lost. */
function keepsResults(): void {
  const step = jax.jit((x: JaxArray) => {
    const moved = x.add(1);
    const wide = moved.mul(jnp.ones([ROWS, 1]));
    return [moved, wide.sub(moved), jnp.exp(wide).sum()];
  });
  const x = Array.from({ length: 200 }, (_, i) => Math.fround(i / 200));
  const [moved, none, sum] = step(facadeArray([1, 200], x));
  const values = x.map((value) => value + 1);
  assertAllclose(moved, { shape: [1, 200], values }, "a value that others use");
  const zeros = new Array<number>(ROWS * 200).fill(0);
  assertAllclose(none, { shape: [ROWS, 200], values: zeros }, "a difference of equals");
  const total = ROWS * values.reduce((all, value) => all + Math.exp(value), 0);
  assertAllclose(sum, { shape: [], values: [total] }, "a sum over a chain");
}

/** Chains of elementwise operations in a staged function, which a GPU runs as one shader each. */
export const fusedChains: Suite = {
  name: "elementwise chains under jit",
  cases: [
    ...CHAINS.map((chain): Case => ({ name: chain.name, run: () => holds(chain) })),
    { name: "results inside a chain", run: keepsResults },
  ],
};
