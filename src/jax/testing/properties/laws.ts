import type { JaxArray } from "../../array/array";
import type { Aval } from "../../array/aval";
import type { Jaxpr } from "../../core/jaxpr";
import { stage } from "../../core/stage";
import { isFloating } from "../../base/dtype";
import * as jax from "../../faces/jax";
import * as jnp from "../../faces/numpy";
import { assertNear, expectedOf } from "./compare";
import { has } from "./has";
import { drawArray, type Program } from "./plan";
import type { Grid } from "./reference/grid";
import { gridOf, interpret } from "./reference/interpret";

type Arrays = readonly JaxArray[];
type Flat = (args: Arrays) => Arrays;

const avalsOf = (args: Arrays): Aval[] =>
  args.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
const staged = (f: Flat, args: Arrays): Jaxpr => stage(f, avalsOf(args));
const typeText = ({ dtype, shape, weak }: Aval): string => `${dtype}[${shape.join()}] weak=${weak}`;

function assertSameType(got: Aval, want: Aval, what: string): void {
  if (typeText(got) !== typeText(want))
    throw new Error(`${what}: type ${typeText(got)} instead of ${typeText(want)}`);
}

/** The value of eager and of jitted code, and the types that are known without running it. */
export function assertStagedAndEager({ f, inputs }: Program): void {
  const expected = expectedOf(
    staged((args) => [f(...args)], inputs),
    inputs.map(gridOf),
  );
  const eager = f(...inputs);
  assertNear([eager], expected, "eager");
  const jitted = jax.jit(f)(...inputs);
  assertNear([jitted], expected, "jit");
  assertSameType(jitted, eager, "jit");
  const shaped = jax.evalShape(f, ...inputs);
  if (!(shaped instanceof jax.ShapeDtypeStruct)) throw new Error("evalShape: no shape");
  assertSameType(shaped, eager, "evalShape");
}

/** A number that every element of a result takes part in. */
function lossOf({ f }: Program, weights: JaxArray): (...args: JaxArray[]) => JaxArray {
  return (...args) => jnp.sum(f(...args).mul(weights));
}

function gradientOf(loss: (...args: JaxArray[]) => JaxArray, args: Arrays): Arrays {
  return jax.grad(loss, { argnums: args.map((_, i) => i) })(...args);
}

/** A slope that rounding moves by more is that of a degenerate matrix, of equal eigenvalues, of a root at zero. */
const ROUNDING_SHARE = 0.01;
const STEP = 1e-4;
/** How well a difference tells a slope: of functions in double precision, and of factorisations in float32. */
const SLOPE_ERROR = { exact: 1e-6, stored: 0.05 };

/** Whether floats come out of a function that runs on stored values, such as a factorisation. */
function storesFloats(jaxpr: Jaxpr): boolean {
  return has(
    jaxpr,
    ({ prim, outs }) => prim === "host_call" && outs.some(({ aval }) => isFloating(aval.dtype)),
  );
}

/** Changes of the results along tangents, by central differences of two sizes; null at a kink. */
function differences(
  jaxpr: Jaxpr,
  args: readonly Grid[],
  tangents: readonly Grid[],
  error: number,
): number[] | null {
  const moved = (t: number): readonly number[] =>
    interpret(
      jaxpr,
      args.map((x, k) => ({ ...x, data: x.data.map((v, i) => v + t * tangents[k].data[i]) })),
    )[0].data;
  const slope = (h: number): number[] => {
    const [up, down] = [moved(h), moved(-h)];
    return up.map((v, i) => (v - down[i]) / (2 * h));
  };
  const [wide, narrow, at, near, far] = [
    slope(STEP),
    slope(STEP / 2),
    moved(0),
    moved(STEP / 2),
    moved(STEP),
  ];
  const smooth = wide.every((v, i) => {
    const scale = Math.min(100 * error, 0.1) * (1 + Math.abs(v));
    // At a kink the slope to one side is another one than the mean of both sides.
    const ahead = (4 * near[i] - far[i] - 3 * at[i]) / STEP;
    return Math.abs(v - narrow[i]) < scale && Math.abs(ahead - narrow[i]) < scale;
  });
  return smooth ? narrow.map((v, i) => (4 * v - wide[i]) / 3) : null;
}

/**
 * Forward derivatives against finite differences, and reverse against forward ones, all in double
 * precision; then gradients as the facade computes them. False if the function has a kink there.
 */
export function assertDerivatives(program: Program): boolean {
  const { f, inputs, choices } = program;
  const args = inputs.map(gridOf);
  const tangents = inputs.map(({ shape }) => drawArray(choices, shape));
  const value = f(...inputs);
  const weights = drawArray(choices, value.shape);
  const loss = lossOf(program, weights);
  const gradients = staged((each) => gradientOf(loss, each), inputs);
  const [pushed] = interpret(
    staged((each) => [jax.jvp(f, [...each], tangents)[1]], inputs),
    args,
  );
  const expected = expectedOf(gradients, args);
  const directions = tangents.map(gridOf);
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, v, i) => sum + v * b[i], 0);
  const size = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, v, i) => sum + Math.abs(v * b[i]), 0);
  const weightList = gridOf(weights).data;
  const forward = dot(pushed.data, weightList);
  const reverse = expected.exact.reduce((sum, g, k) => sum + dot(g.data, directions[k].data), 0);
  const scale =
    1 +
    size(pushed.data, weightList) +
    expected.exact.reduce((sum, g, k) => sum + size(g.data, directions[k].data), 0);
  const moved = expected.spread.reduce((sum, g, k) => sum + size(g, directions[k].data), 0);
  const isDecidedByRounding = !(moved <= ROUNDING_SHARE * scale);
  if (!isDecidedByRounding && Math.abs(forward - reverse) > 1e-9 * scale)
    throw new Error(`jvp against vjp: ${forward} forward, ${reverse} in reverse`);
  assertNear(gradientOf(loss, inputs), expected, "grad");
  assertNear(
    jax.jit((...each: JaxArray[]) => gradientOf(loss, each))(...inputs),
    expected,
    "jit of grad",
  );
  // An infinite slope has no number in either direction.
  if (!Number.isFinite(scale) || isDecidedByRounding) return false;
  const jaxpr = staged((each) => [f(...each)], inputs);
  const error = SLOPE_ERROR[storesFloats(jaxpr) ? "stored" : "exact"];
  const numeric = differences(jaxpr, args, directions, error);
  numeric?.forEach((want, i) => {
    const got = pushed.data[i];
    if (!(Math.abs(got - want) <= error * (1 + Math.abs(want))))
      throw new Error(`derivative: ${got} instead of ${want} by finite differences, at ${i}`);
  });
  return numeric !== null;
}

const BATCH = 3;

/** vmap gives what a loop over the examples gives, also of a gradient and under jit. */
export function assertBatched(program: Program): void {
  const { f, inputs, choices } = program;
  const inAxes = inputs.map(({ ndim }, i) =>
    i > 0 && choices.once(3) ? null : choices.below(ndim + 1),
  );
  const examples = Array.from({ length: BATCH }, (_, b) =>
    inputs.map((x, i) =>
      inAxes[i] === null || b === 0 ? x : x.add(drawArray(choices, x.shape).mul(0.1)),
    ),
  );
  const stacked = inputs.map((x, i) => {
    const axis = inAxes[i];
    return axis === null
      ? x
      : jnp.stack(
          examples.map((args) => args[i]),
          { axis },
        );
  });
  const value = f(...inputs);
  const outAxes = choices.below(value.ndim + 1);
  const loss = lossOf(program, drawArray(choices, value.shape));
  const jaxpr = staged((args) => [f(...args), ...gradientOf(loss, args)], inputs);
  const whole = (...args: Arrays): Arrays => [f(...args), ...gradientOf(loss, args)];
  const axes = [outAxes, ...inputs.map(() => 0)];
  const results = jax.vmap(whole, { inAxes, outAxes: axes })(...stacked) as Arrays;
  const jitted = jax.jit(jax.vmap(whole, { inAxes, outAxes: axes }))(...stacked) as Arrays;
  [0, BATCH - 1].forEach((b) => {
    const expected = expectedOf(jaxpr, examples[b].map(gridOf));
    const pick = (all: Arrays): Arrays => all.map((x, i) => jnp.take(x, b, { axis: axes[i] }));
    assertNear(pick(results), expected, `vmap, example ${b}`);
    assertNear(pick(jitted), expected, `jit of vmap, example ${b}`);
  });
}
