import type { JaxArray } from "../../array/array";
import { range } from "../../array/aval";
import * as jnp from "../../faces/numpy";
import type { FunctionRow } from "../../numpy/function-table";
import type { Parameter } from "../../numpy/signature";
import type { Choices } from "./choices";

/** What an argument is made of. */
export interface Context {
  readonly x: JaxArray;
  readonly choices: Choices;
  readonly row: FunctionRow;
  /** Which of several kinds of argument is tried. */
  readonly variant: number;
  other(): unknown;
}

const dims = ({ x }: Context): number[] => range(x.ndim);
const axis = ({ x, choices }: Context): number => choices.below(2 * x.ndim || 1) - x.ndim;
const list = (context: Context): unknown[] => [context.x, context.other()];
const whole = ({ choices }: Context): number => choices.of([1, 2, 0]);

type Maker = (context: Context) => unknown;
const byName = (names: string, maker: Maker): Record<string, Maker> =>
  Object.fromEntries(names.split(" ").map((name) => [name, maker]));

/** Required arguments by the name of their parameter, or by `function.parameter` where that differs. */
const REQUIRED: Readonly<Record<string, Maker>> = {
  ...byName("condition pred which", ({ x }) => x.greater(0.1)),
  ...byName("axis axis1 source start_dimension", axis),
  ...byName("axis2 destination", () => 0),
  ...byName("axes dimensions", (context) => (context.variant % 2 === 0 ? [0] : [])),
  ...byName("shape new_shape new_sizes", ({ x, variant }) =>
    variant % 2 === 0 ? [x.size] : [2, ...x.shape],
  ),
  ...byName("k n num N kth num_classes slice_size size deg", whole),
  ...byName("repeats reps shift sizes", ({ choices, variant }) =>
    variant % 2 === 0 ? choices.of([2, 1, 3]) : [choices.of([2, 1])],
  ),
  ...byName("indices ind", ({ x, variant, choices }) =>
    variant === 0
      ? jnp.array([0, choices.below(Math.max(1, x.shape[0] ?? 1))], { dtype: "int32" })
      : jnp.argsort(x, { axis: -1 }),
  ),
  ...byName("start_indices", ({ x }) => x.shape.map(() => 0)),
  ...byName("start_index index", () => 0),
  ...byName("limit_index", () => 1),
  ...byName("limit_indices slice_sizes", ({ x, choices }) =>
    x.shape.map((n) => Math.max(1, n - choices.below(2))),
  ),
  ...byName("broadcast_dimensions", ({ x }) => range(x.ndim).map((i) => i + 1)),
  ...byName("permutation", (context) => dims(context).reverse()),
  ...byName("indices_or_sections", ({ choices }) => choices.of<unknown>([1, [1]])),
  ...byName("pad_width", ({ choices }) => choices.of<unknown>([1, [2, 1]])),
  ...byName("new_dtype", () => "float32"),
  ...byName("bins xp", ({ x }) => jnp.arange(x.size)),
  ...byName("fp", ({ x }) => jnp.ravel(x)),
  ...byName("min", () => -0.55),
  ...byName("max", () => 0.65),
  // A drawn mask would be read on the host, which no staged program can.
  "index_take.idxs": ({ x, choices }) => [
    jnp.array([0, choices.below(Math.max(1, x.shape[0] ?? 1))], { dtype: "int32" }),
  ],
  "index_take.axes": () => [0],
  "broadcast.sizes": ({ choices }) => [choices.of([2, 1])],
  "broadcast_in_dim.shape": ({ x }) => [2, ...x.shape],
  dimension: ({ x, choices }) => choices.below(Math.max(1, x.ndim)),
  "sort_key_val.keys": ({ x }) => x,
  "pad.padding_value": () => 0.5,
  "pad.padding_config": ({ x }) => x.shape.map(() => [1, 0, 1]),
  "broadcast_to_rank.rank": ({ x }) => x.ndim + 1,
  index_dtype: () => "int32",
  "astype.dtype": () => "float32",
  "insert.obj": () => 0,
  "delete.obj": () => 0,
  "select.condlist": ({ x }) => [x.greater(0.1)],
  "select.choicelist": ({ x }) => [x],
  "split.sizes": ({ x }) => [1, (x.shape[0] ?? 1) - 1],
  "split.axis": () => 0,
  mask: ({ x }) => x.greater(0.1),
  "polygamma.m": ({ choices }) => choices.of([1, 0, 2]),
  "integer_pow.y": ({ choices }) => choices.of([2, 3, -1]),
  "einsum.subscripts": ({ choices }) => choices.of(["...->...", "...i->...", "i...->i..."]),
  "einsum.operands": ({ x }) => [x],
  "quantile.q": ({ choices }) => choices.of<unknown>([0.3, [0.1, 0.8]]),
  "nanquantile.q": () => 0.4,
  "percentile.q": ({ choices }) => choices.of([37, 60]),
  "nanpercentile.q": () => 45,
  "dot_general.dimension_numbers": ({ x }) => [
    x.ndim === 0 ? [[], []] : [[x.ndim - 1], [x.ndim - 1]],
    [[], []],
  ],
  "gradient.varargs": () => [],
};

/** Optional arguments that are sometimes given. */
const OPTIONAL: Readonly<Record<string, Maker>> = {
  axis: (context) =>
    context.x.ndim > 1 && context.choices.once(3) ? [0, context.x.ndim - 1] : axis(context),
  "transpose.axes": ({ x }) => range(x.ndim).reverse(),
  "rot90.axes": () => [1, 0],
  "tensordot.axes": ({ choices }) => choices.of([1, 0]),
  keepdims: () => true,
  where: ({ x }) => x.greater(-0.6),
  initial: () => 0.25,
  ddof: () => 1,
  k: ({ choices }) => choices.of([1, -1]),
  n: () => 1,
  reverse: () => true,
  descending: () => true,
  side: () => "right",
  offset: () => 1,
  alpha: () => 0.7,
  negative_slope: () => 0.2,
  approximate: () => false,
  returned: () => false,
  include_initial: () => true,
  num: () => 3,
  endpoint: () => false,
  decimals: () => 1,
  is_causal: () => true,
  increasing: () => true,
  "pad.mode": ({ choices }) => choices.of(["edge", "reflect", "wrap", "symmetric", "mean"]),
  "convolve.mode": ({ choices }) => choices.of(["same", "valid"]),
  "correlate.mode": ({ choices }) => choices.of(["same", "full"]),
};

/** Arguments without which a function does not do what it does here. */
const ALWAYS: Readonly<Record<string, Maker>> = {
  inplace: () => false,
  "linspace.num": () => 4,
  "logspace.num": () => 3,
  "geomspace.num": () => 3,
  full_matrices: () => false,
  "where.y": (context) => context.other(),
};

const takesArray = ({ takes }: Parameter): boolean => takes === "array" || takes === "either";

/** What to give for a parameter that has to be given. */
function requiredMaker(row: FunctionRow, parameter: Parameter): Maker | undefined {
  const own = found(REQUIRED, row, parameter.name);
  if (own !== undefined) return own;
  if (takesArray(parameter)) return (context) => context.other();
  return parameter.takes === "arrays" ? list : undefined;
}

function found<T>(
  table: Readonly<Record<string, T>>,
  row: FunctionRow,
  name: string,
): T | undefined {
  const own = `${row.name}.${name}`;
  return own in table ? table[own] : Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Whether a function takes arrays at all. */
export function takesArrays({ parameters }: FunctionRow): boolean {
  return parameters.some((each) => each.supported && (takesArray(each) || each.takes === "arrays"));
}

/** Required parameters for which no argument is known. */
export function unknownParameters(row: FunctionRow): string[] {
  return row.parameters
    .filter(
      (each) =>
        each.default === null && each.kind !== "varkw" && requiredMaker(row, each) === undefined,
    )
    .map(({ name }) => name);
}

/** One value per parameter; undefined for what is not given. With `plain`, only what is required. */
export function drawnArguments(context: Context, plain: boolean): unknown[] {
  const { row, x, choices } = context;
  let used = false;
  return row.parameters.map((parameter) => {
    const { name, default: text, supported } = parameter;
    if (!supported) return undefined;
    const always = found(ALWAYS, row, name);
    if (always !== undefined) return always(context);
    if (!used && takesArray(parameter) && found(REQUIRED, row, name) === undefined) {
      used = true;
      return x;
    }
    if (text === null) return requiredMaker(row, parameter)?.(context);
    const optional = plain ? undefined : found(OPTIONAL, row, name);
    return optional !== undefined && choices.once(2) ? optional(context) : undefined;
  });
}
