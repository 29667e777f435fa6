/**
 * Sums, largest and smallest of float32 numbers. Sums are kept in float64 until they are stored, as JavaScript's loops
 * keep them; NaN is both the largest and the smallest.
 */
import { WasmCode, type Local } from "./wasm-code";
import { locals, type WasmFunction } from "./wasm-module";

const VECTOR = 16;
/** Columns that are summed beside one another. */
const COLUMNS = 8;

/** Takes lines: `from`, `to`, how many results, and of how many numbers each is made. */
type Reduction = (from: number, to: number, results: number, length: number) => void;

/**
 * "Along" reduces each of so many lines that follow one another; "across" reduces lines as long as there are results,
 * number by number, and writes whole vectors: up to seven numbers more than there are results.
 */
export const REDUCTIONS = {
  sumAlong: 4,
  sumAcross: 4,
  maxAlong: 4,
  maxAcross: 4,
  minAlong: 4,
  minAcross: 4,
} as const;
export type ReductionFunction = keyof typeof REDUCTIONS;
export type ReduceKernel = Readonly<Record<ReductionFunction, Reduction>>;

/** {@link ReduceKernel}'s functions. */
export function reduceFunctions(): WasmFunction[] {
  return [
    sumAlong(),
    sumAcross(),
    ...(["max", "min"] as const).flatMap((name) => [extremeAlong(name), extremeAcross(name)]),
  ];
}

/** The number from which each search begins. */
const FARTHEST = { max: 0xff80_0000, min: 0x7f80_0000 } as const;

function extremeAlong(name: "max" | "min"): WasmFunction {
  const code = new WasmCode();
  const [from, to, rows, length, row, whole, end] = locals(7);
  const [best, spare] = locals(2, 7);
  code.number(0).set(row);
  code.count(row, rows, 1, () => {
    code.lanes(FARTHEST[name]).set(best);
    code.get(from).get(length).number(2).i32("shr_u").number(4).i32("shl").i32("add").set(whole);
    code.get(from).get(length).number(2).i32("shl").i32("add").set(end);
    code.count(from, whole, VECTOR, () => {
      code.get(best).get(from).load().f32x4(name).set(best);
    });
    code.count(from, end, 4, () => {
      code.get(best).get(from).loadSplat().f32x4(name).set(best);
    });
    code.get(best).get(best).upperHalves(spare).f32x4(name).set(best);
    code.get(to);
    code.get(best).get(best).swappedPairs(spare).f32x4(name).flush(spare).storeOne();
    code.advance(to, 4);
  });
  return { name: `${name}Along`, parameters: 4, numbers: 3, vectors: 2, code };
}

function extremeAcross(name: "max" | "min"): WasmFunction {
  const code = new WasmCode();
  const [from, to, columns, length, column, row, source] = locals(7);
  const [first, second] = locals(2, 7);
  code.number(0).set(column);
  code.count(column, columns, COLUMNS, () => {
    code.lanes(FARTHEST[name]).set(first).lanes(FARTHEST[name]).set(second);
    code.get(from).get(column).number(2).i32("shl").i32("add").set(source);
    code.number(0).set(row);
    code.count(row, length, 1, () => {
      code.get(first).get(source).load(0).f32x4(name).set(first);
      code.get(second).get(source).load(VECTOR).f32x4(name).set(second);
      code.get(source).get(columns).number(2).i32("shl").i32("add").set(source);
    });
    // What is stored is of the locals, so either may lend itself once it is.
    code.get(to).get(first).flush(first).store(0);
    code.get(to).get(second).flush(second).store(VECTOR);
    code.advance(to, 2 * VECTOR);
  });
  return { name: `${name}Across`, parameters: 4, numbers: 3, vectors: 2, code };
}

/** Adds the four float32 lanes of `value` to two sums of two float64 lanes each. */
function addWide(code: WasmCode, value: Local, low: Local, high: Local, spare: Local): void {
  code.get(low).get(value).f64x2("promote_low_f32x4").f64x2("add").set(low);
  code.get(high).get(value).upperHalves(spare).f64x2("promote_low_f32x4").f64x2("add").set(high);
}

function sumAlong(): WasmFunction {
  const code = new WasmCode();
  const [from, to, rows, length, row, whole, end] = locals(7);
  const [low, high, value, spare] = locals(4, 7);
  code.number(0).set(row);
  code.count(row, rows, 1, () => {
    code.lanes(0).set(low).lanes(0).set(high);
    code.get(from).get(length).number(2).i32("shr_u").number(4).i32("shl").i32("add").set(whole);
    code.get(from).get(length).number(2).i32("shl").i32("add").set(end);
    code.count(from, whole, VECTOR, () => {
      code.get(from).load().set(value);
      addWide(code, value, low, high, spare);
    });
    code.count(from, end, 4, () => {
      code.get(low).get(from).loadOne().f64x2("promote_low_f32x4").f64x2("add").set(low);
    });
    code.get(low).get(high).f64x2("add").set(low);
    code.get(to);
    code.get(low).get(low).upperHalves(spare).f64x2("add");
    code.f32x4("demote_f64x2_zero").flush(spare).storeOne();
    code.advance(to, 4);
  });
  return { name: "sumAlong", parameters: 4, numbers: 3, vectors: 4, code };
}

function sumAcross(): WasmFunction {
  const code = new WasmCode();
  const [from, to, columns, length, column, row, source] = locals(7);
  const [first, second, third, fourth, value, spare] = locals(6, 7);
  code.number(0).set(column);
  code.count(column, columns, COLUMNS, () => {
    for (const sum of [first, second, third, fourth]) code.lanes(0).set(sum);
    code.get(from).get(column).number(2).i32("shl").i32("add").set(source);
    code.number(0).set(row);
    code.count(row, length, 1, () => {
      code.get(source).load(0).set(value);
      addWide(code, value, first, second, spare);
      code.get(source).load(VECTOR).set(value);
      addWide(code, value, third, fourth, spare);
      code.get(source).get(columns).number(2).i32("shl").i32("add").set(source);
    });
    storeDemoted(code, to, first, second, spare, 0);
    storeDemoted(code, to, third, fourth, spare, VECTOR);
    code.advance(to, 2 * VECTOR);
  });
  return { name: "sumAcross", parameters: 4, numbers: 3, vectors: 6, code };
}

/** Four sums as float32 to memory, two from each local. */
function storeDemoted(
  code: WasmCode,
  to: Local,
  low: Local,
  high: Local,
  spare: Local,
  offset: number,
): void {
  code.get(to);
  code.get(low).f32x4("demote_f64x2_zero").get(high).f32x4("demote_f64x2_zero").joinHalves();
  code.flush(spare).store(offset);
}
