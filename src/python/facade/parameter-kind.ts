/**
 * How an argument reaches a function: as an array (Python's numbers become weak arrays), as a list of
 * arrays, as an array or None, as it is (numbers, strings, lists, arrays among them), or as a seed, a shape or a
 * count: as it is, but for Python's floats, which are no whole numbers even where JavaScript could not tell.
 */
export type ParameterKind = "array" | "arrays" | "optional" | "plain" | "seed" | "shape" | "count";

const ARRAYS: ReadonlySet<string> = new Set([
  "arrays",
  "tup",
  "xi",
  "operands",
  "arys",
  "condlist",
  "choicelist",
  "choices",
  "multi_index",
  "idxs",
]);
const ARRAY: ReadonlySet<string> = new Set(
  (
    "a b x x1 x2 y arr array condition m v fill_value logits key keys key_bits_array q query value xp fp operand lhs rhs c " +
    "ary z values labels log_probs mean cov indices where initial p mask bias weights fweights aweights prepend append min max " +
    "prototype val a1 a2 f A sorter to_end to_begin a_min a_max key_value_seq_lengths query_seq_lengths " +
    "on_true on_false default ar ar1 ar2 element test_elements vals seq_of_zeros filt z src which update padding_value"
  ).split(" "),
);

/** The kind of a parameter by its name; `random` draws read numbers as numbers. */
export function parameterKind(
  module: string,
  name: string,
  parameter: { readonly name: string; readonly default: string | null },
): ParameterKind {
  if (module === "jax.random" && parameter.name === "seed") return "seed";
  if (module === "jax.random" && parameter.name === "shape") return "shape";
  if (module === "jax.random" && name === "split" && parameter.name === "num") return "count";
  if (name === "bernoulli" && parameter.name === "p") return "optional";
  if (module === "jax.random")
    return name === "wrap_key_data" || parameter.name === "logits" ? "array" : "plain";
  if (module === "jax.numpy.linalg") {
    if (parameter.name === "M") return "array";
    if (parameter.name === "p") return "plain";
  }
  if (name === "lexsort" && parameter.name === "keys") return "arrays";
  if (name === "block") return "plain";
  // Not the array that attention adds to its logits.
  if (name === "cov" && parameter.name === "bias") return "plain";
  if (ARRAYS.has(parameter.name)) return "arrays";
  if (!ARRAY.has(parameter.name)) return "plain";
  return parameter.default === null ? "array" : "optional";
}
