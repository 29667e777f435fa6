import type { DType } from "../base/dtype";
import type { HostData } from "./host-data";
import type { Aval, Shape } from "./aval";
import type { BinaryName } from "./binary";
import type { UnaryName } from "./unary";

/** Which axes a dot product sums over, and which it keeps side by side. */
export interface DotDims {
  readonly lhsContract: readonly number[];
  readonly rhsContract: readonly number[];
  readonly lhsBatch: readonly number[];
  readonly rhsBatch: readonly number[];
}

export type NoParams = Readonly<Record<never, never>>;
export type Axes = { readonly axes: readonly number[] };
export type ScatterKind = "set" | "add" | "mul" | "min" | "max";

/** A function on host values as an operation: integers, sorting and random bits, without derivative. */
export interface HostCall {
  readonly name: string;
  readonly out: Aval;
  readonly run: (inputs: readonly { shape: Shape; data: HostData }[]) => HostData;
}

export const REDUCTION = [
  "reduce_sum",
  "reduce_max",
  "reduce_min",
  "reduce_prod",
  "reduce_and",
  "reduce_or",
] as const;
export type ReductionName = (typeof REDUCTION)[number];

type ElementwiseParams = { readonly [P in UnaryName | BinaryName]: NoParams };
type ReductionParams = { readonly [P in ReductionName]: Axes };

/** The closed set of primitives with their parameters. Each table of rules is total over it. */
export interface ParamsOf extends ElementwiseParams, ReductionParams {
  readonly integer_pow: { readonly y: number };
  /** x, t → t where x > 0, else 0; linear in t. The derivative of relu. */
  readonly relu_grad: NoParams;
  /** predicate, value if false, value if true; the predicate may be a scalar. */
  readonly select_n: NoParams;
  readonly dot_general: DotDims;
  readonly broadcast_in_dim: { readonly shape: Shape; readonly dims: readonly number[] };
  /** `asked`: the program itself asked for this shape, so that it is told as such. */
  readonly reshape: { readonly shape: Shape; readonly asked?: boolean };
  readonly transpose: { readonly permutation: readonly number[] };
  readonly argmax: { readonly axis: number };
  readonly argmin: { readonly axis: number };
  readonly cumsum: { readonly axis: number; readonly reverse: boolean };
  readonly concatenate: { readonly dimension: number };
  readonly slice: { readonly start: Shape; readonly limit: Shape; readonly strides: Shape };
  /** low, high and interior padding of each axis; low and high are not negative. */
  readonly pad: { readonly config: readonly (readonly [number, number, number])[] };
  /** x, indices → rows of x along one axis; indices out of range are clamped. */
  readonly gather: { readonly axis: number };
  /** x, indices, updates → x with rows of one axis changed; indices out of range are dropped. */
  readonly scatter: { readonly axis: number; readonly kind: ScatterKind };
  readonly iota: { readonly dtype: DType; readonly shape: Shape; readonly dimension: number };
  readonly convert_element_type: { readonly dtype: DType; readonly weak: boolean };
  readonly rev: { readonly dimensions: readonly number[] };
  readonly host_call: HostCall;
}
export type Primitive = keyof ParamsOf;

export const NONE: NoParams = {};

/**
 * The rows of a family of primitives in a table of rules, made once with the table: as many as names, so
 * that a table stays total, and a primitive without a rule does not compile.
 */
export function family<Name extends Primitive, Rule>(
  names: readonly Name[],
  rule: (name: Name) => Rule,
): { readonly [P in Name]: Rule } {
  return Object.fromEntries(names.map((name) => [name, rule(name)])) as { [P in Name]: Rule };
}
