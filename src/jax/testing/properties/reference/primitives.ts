import { range, type Aval } from "../../../array/aval";
import { ARITHMETIC, BINARY_ROWS, COMPARISON, type BinaryName } from "../../../array/binary";
import type { Axes, ParamsOf, Primitive } from "../../../array/primitives";
import { UNARY, UNARY_ROWS, type UnaryName } from "../../../array/unary";
import { allocate } from "../../../array/host-data";
import { INTEGER_RANGE, isFloating } from "../../../base/dtype";
import { INDEPENDENT_BINARY, INDEPENDENT_UNARY } from "../special";
import { at, build, fibre, moved, repeated, type Grid } from "./grid";
import { dotGeneral, pad, scatter } from "./structural";

type Rule<P extends Primitive> = (args: readonly Grid[], params: ParamsOf[P], out: Aval) => Grid;

const unary =
  (name: UnaryName): Rule<UnaryName> =>
  ([x], _, out) => {
    const { formula, ofBooleans = formula } = UNARY_ROWS[name];
    const ofFloats = INDEPENDENT_UNARY[name] ?? formula;
    return { ...out, data: x.data.map(x.dtype === "bool" ? ofBooleans : ofFloats) };
  };
const binary =
  (name: BinaryName): Rule<BinaryName> =>
  ([x, y], _, out) => {
    const { formula, ofIntegers = formula } = BINARY_ROWS[name];
    const own = isFloating(x.dtype) ? (INDEPENDENT_BINARY[name] ?? formula) : ofIntegers;
    return build(out, (p) => own(repeated(x, p), repeated(y, p)));
  };

type ReduceRule = (args: readonly Grid[], params: Axes, out: Aval) => Grid;
const reduce =
  (start: number, step: (total: number, value: number) => number): ReduceRule =>
  ([x], { axes }, out) =>
    build(out, (p) => fibre(x.shape, axes, p).reduce((total, q) => step(total, at(x, q)), start));

type ArgRule = (args: readonly Grid[], params: { readonly axis: number }, out: Aval) => Grid;
const argBest =
  (better: (a: number, b: number) => boolean): ArgRule =>
  ([x], { axis }, out) =>
    build(out, (p) => {
      const row = fibre(x.shape, [axis], p).map((q) => at(x, q));
      return row.reduce((best, value, i) => (better(value, row[best]) ? i : best), 0);
    });

const cumsum: Rule<"cumsum"> = ([x], { axis, reverse }, out) =>
  build(out, (p) =>
    range(x.shape[axis])
      .filter((i) => (reverse ? i >= p[axis] : i <= p[axis]))
      .reduce((total, i) => total + at(x, moved(p, axis, i)), 0),
  );

const concatenate: Rule<"concatenate"> = (args, { dimension }, out) =>
  build(out, (p) => {
    let place = p[dimension];
    const part = args.find(({ shape }) => (place -= shape[dimension]) < 0);
    if (part === undefined) throw new Error("A position is beyond all parts.");
    return at(part, moved(p, dimension, place + part.shape[dimension]));
  });

const gather: Rule<"gather"> = ([x, indices], { axis }, out) =>
  build(out, (p) => {
    const rank = indices.shape.length;
    const row = at(indices, p.slice(axis, axis + rank));
    const near = Math.min(Math.max(row, 0), x.shape[axis] - 1);
    return at(x, [...p.slice(0, axis), near, ...p.slice(axis + rank)]);
  });

const convert: Rule<"convert_element_type"> = ([x], { dtype }, out) => {
  const bounds = INTEGER_RANGE[dtype];
  const clamp = (v: number): number =>
    bounds === undefined ? v : Math.min(Math.max(Math.trunc(v), bounds[0]), bounds[1]);
  const formula = dtype === "bool" ? (v: number) => Number(v !== 0) : clamp;
  return { ...out, data: x.data.map(formula) };
};

/** The facade's own function, which only moves or counts values: it has no derivative. */
const hostCall: Rule<"host_call"> = (args, { run }, out) => {
  const inputs = args.map(({ shape, dtype, data }) => {
    const stored = allocate(dtype, data.length);
    stored.set(data);
    return { shape, data: stored };
  });
  return { ...out, data: [...run(inputs)] };
};

const REST: { readonly [P in Exclude<Primitive, UnaryName | BinaryName>]: Rule<P> } = {
  integer_pow: ([x], { y }, out) => ({ ...out, data: x.data.map((v) => v ** y) }),
  relu_grad: ([x, t], _, out) => build(out, (p) => (at(x, p) > 0 ? at(t, p) : 0)),
  select_n: ([which, no, yes], _, out) =>
    build(out, (p) => (repeated(which, p) === 0 ? at(no, p) : at(yes, p))),
  dot_general: dotGeneral,
  broadcast_in_dim: ([x], { dims }, out) =>
    build(out, (p) =>
      repeated(
        x,
        dims.map((d) => p[d]),
      ),
    ),
  reshape: ([x], _, out) => ({ ...out, data: x.data }),
  transpose: ([x], { permutation }, out) =>
    build(out, (p) =>
      at(
        x,
        range(p.length).map((i) => p[permutation.indexOf(i)]),
      ),
    ),
  reduce_sum: reduce(0, (a, b) => a + b),
  reduce_prod: reduce(1, (a, b) => a * b),
  reduce_max: reduce(-Infinity, Math.max),
  reduce_min: reduce(Infinity, Math.min),
  reduce_and: reduce(-1, (a, b) => a & b),
  reduce_or: reduce(0, (a, b) => a | b),
  argmax: argBest((a, b) => a > b),
  argmin: argBest((a, b) => a < b),
  cumsum,
  concatenate,
  slice: ([x], { start, strides }, out) =>
    build(out, (p) =>
      at(
        x,
        p.map((each, i) => start[i] + each * strides[i]),
      ),
    ),
  pad,
  gather,
  scatter,
  iota: (_, { dimension }, out) => build(out, (p) => p[dimension]),
  convert_element_type: convert,
  rev: ([x], { dimensions }, out) =>
    build(out, (p) =>
      at(
        x,
        p.map((each, i) => (dimensions.includes(i) ? x.shape[i] - 1 - each : each)),
      ),
    ),
  host_call: hostCall,
};

const RULES = {
  ...REST,
  ...Object.fromEntries(UNARY.map((name) => [name, unary(name)])),
  ...Object.fromEntries([...ARITHMETIC, ...COMPARISON].map((name) => [name, binary(name)])),
};

/** Computes a primitive in double precision, element by element. */
export function referenceRule<P extends Primitive>(prim: P): Rule<P> {
  // The rule belongs to the primitive; the two maps made by name hide that.
  return RULES[prim as keyof typeof REST] as unknown as Rule<P>;
}
