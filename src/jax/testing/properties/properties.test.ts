import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../../host";
import type { FunctionRow } from "../../numpy/function-table";
import { assertBatched, assertDerivatives, assertStagedAndEager } from "./laws";
import { unknownParameters } from "./parameters";
import { assertProperty } from "./assert-property";
import { arrayFunctions, planProgram, type Draw, type Program } from "./plan";

/** The same draws in every run; PROPERTY_SEED and PROPERTY_DRAWS draw others and more. */
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_124);
const DRAWS_PER_FUNCTION = Number(process.env.PROPERTY_DRAWS ?? 3);
const ROUNDS = 10;
/** How their results are shaped depends on their arguments' values, so that they cannot be staged. */
const EAGER_ONLY = [
  ...["argwhere", "bincount", "choose", "compress", "extract", "flatnonzero", "nonzero", "place"],
  ...["setdiff1d", "setxor1d", "intersect1d", "union1d", "trim_zeros"],
  ...["unique", "unique_all", "unique_counts", "unique_inverse", "unique_values"],
];
/** What the derivative of these is by definition, or cannot be on this page. */
const NO_SLOPE = ["qr", "stop_gradient", "zeta"];

const draws: fc.Arbitrary<Draw> = fc.record({
  depth: fc.integer({ min: 0, max: 3 }),
  numbers: fc.array(fc.nat(65_535), { maxLength: 120, size: "max" }),
});

beforeAll(async () => {
  await startBackend("cpu");
});

const rows = arrayFunctions();
const others = rows.filter(({ name }) => ![...EAGER_ONLY, ...NO_SLOPE].includes(name));
const counts = { draws: 0, kinks: 0 };

function assertLaws({ name }: FunctionRow, program: Program): void {
  counts.draws++;
  if (EAGER_ONLY.includes(name)) return;
  assertStagedAndEager(program);
  if (!NO_SLOPE.includes(name) && !assertDerivatives(program)) counts.kinks++;
  if (!NO_SLOPE.includes(name)) assertBatched(program);
}

function check(row: FunctionRow, draw: Draw): boolean {
  const program = planProgram(row, draw, others);
  if (program === null) return false;
  try {
    assertLaws(row, program);
  } catch (error) {
    throw new Error(`${program.text}: ${String(error)}`, { cause: error });
  }
  return true;
}

it("every required argument of a function of arrays is known", () => {
  const unknown = rows.flatMap((row) =>
    unknownParameters(row).map((name) => `${row.name}.${name}`),
  );
  expect(unknown).toEqual([]);
});

describe("random programs keep the laws of derivatives, batches and staging", () => {
  it.each(rows.map((row, i) => [`${row.module}.${row.name}`, row, i] as const))(
    "%s and what follows",
    (_, row, i) => {
      let used = 0;
      const property = fc.property(draws, (draw) => {
        if (check(row, draw)) used++;
      });
      // Few shapes fit some functions: they get further draws until one does.
      for (let round = 0; round < ROUNDS && used === 0; round++) {
        const seed = SEED + i + round * rows.length;
        assertProperty(property, { seed, numRuns: DRAWS_PER_FUNCTION });
      }
      expect(used, "draws on which the function could be called").toBeGreaterThan(0);
    },
  );
});

it("there were enough draws, most of them where the function is smooth", () => {
  expect(counts.draws).toBeGreaterThanOrEqual(1000);
  expect(counts.kinks).toBeLessThan(counts.draws / 5);
});
