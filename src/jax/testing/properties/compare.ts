import type { JaxArray } from "../../array/array";
import { ConcreteArray } from "../../array/concrete";
import type { Jaxpr } from "../../core/jaxpr";
import { COMPARISON } from "../../array/binary";
import { seededRandom } from "../../../lib/seeded-random";
import { interpret, type Noise } from "./reference/interpret";
import type { Grid } from "./reference/grid";
import { has } from "./has";

/** Tolerance of one float32 backend, `atol + rtol · |expected|`, as in the contract suites. */
const RTOL = 1e-5;
const ATOL = 1e-6;
/** How far rounding moves a result is measured with errors of this size in each operation. */
const ROUNDING = 2 ** -22;
const SAMPLES = 2;
/** Rounding sends a number to either side of a step, by chance: that takes more samples to be seen. */
const SAMPLES_AT_STEPS = 8;
const STEPS: readonly string[] = [...COMPARISON, "sign", "floor", "ceil", "round", "host_call"];

/** Exact results, and how far each number moves if every operation rounds. */
export interface Expected {
  readonly exact: readonly Grid[];
  readonly spread: readonly (readonly number[])[];
}

/** Runs a staged function in double precision, and again with rounding errors in each operation. */
export function expectedOf(jaxpr: Jaxpr, args: readonly Grid[]): Expected {
  const exact = interpret(jaxpr, args);
  const samples = has(jaxpr, ({ prim }) => STEPS.includes(prim)) ? SAMPLES_AT_STEPS : SAMPLES;
  const noises = Array.from({ length: samples }, (_, i): Noise => {
    const random = seededRandom(i + 1);
    return (value) => value * (1 + ROUNDING * (2 * random.uniform() - 1));
  });
  // float32 itself: a variance that is 1e-50 in double precision is zero in it, and its root has no slope there.
  const runs = [...noises, Math.fround].map((noise) => interpret(jaxpr, args, noise));
  const spread = exact.map((grid, k) =>
    grid.data.map((v, i) => Math.max(...runs.map((run) => Math.abs(run[k].data[i] - v)))),
  );
  return { exact, spread };
}

/** Throws unless arrays have the exact results' shapes and, up to rounding, their numbers. */
export function assertNear(
  got: readonly JaxArray[],
  { exact, spread }: Expected,
  what: string,
): void {
  got.forEach((array, k) => {
    if (!(array instanceof ConcreteArray)) throw new Error(`${what}: no concrete array`);
    if (array.shape.join() !== exact[k].shape.join())
      throw new Error(`${what}: shape ${array.shape.join()} instead of ${exact[k].shape.join()}`);
    const values = array.values();
    exact[k].data.forEach((want, i) => {
      const allowed = ATOL + RTOL * Math.abs(want) + 8 * spread[k][i];
      const off = Math.abs(values[i] - want);
      if (off > allowed || Number.isNaN(values[i]) !== Number.isNaN(want))
        if (!Number.isNaN(allowed) && !Object.is(values[i], want))
          throw new Error(`${what}: ${values[i]} instead of ${want} at ${i}, allowed ${allowed}`);
    });
  });
}
