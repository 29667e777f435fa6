import type { PrngKey } from "../../prng/key";
import type { JaxArray } from "../array/array";
import type { Shape } from "../array/aval";
import { bind } from "../core/trace";
import type { HostData } from "../array/host-data";
import type { DType } from "../base/dtype";
import { isHalf } from "../base/dtype";
import { JaxTypeError, NotImplementedError, ValueError } from "../base/errors";
import type { ArrayHolder } from "../numpy/as-array";
import { dtypeOf } from "../numpy/dtype-argument";
import type { DTypeLike } from "../numpy/dtype-argument";
import { checkKey, wordsOf } from "./key-argument";

/** A shape, or the length of a single axis. */
export type ShapeLike = number | readonly number[];

export type FloatOptions = {
  /** The lengths of the result's axes. */
  readonly shape?: ShapeLike;
  /** The element type of the result; float32 is the only one drawn. */
  readonly dtype?: DTypeLike | null;
};

/** A key: from `key`, `PRNGKey`, `split` or `foldIn`. */
export type Key = JaxArray | ArrayHolder;

/** Narrows a shape argument; raises JAX's TypeError for lengths that are not whole. */
export function checkShape(shape: ShapeLike): Shape {
  if (typeof shape === "number" && !Number.isInteger(shape))
    throw new JaxTypeError("'float' object is not iterable");
  const list = typeof shape === "number" ? [shape] : [...shape];
  if (list.some((length) => !Number.isInteger(length))) {
    throw new JaxTypeError(
      `Shapes must be 1D sequences of concrete values of integer type, got (${list.join(", ")}${list.length === 1 ? "," : ""}).`,
    );
  }
  if (list.some((length) => length < 0)) {
    throw new ValueError(`Shapes must not have negative lengths, got (${list.join(", ")}).`);
  }
  return list;
}

/** A floating type. */
export type FloatDType = "float32" | "float16" | "bfloat16";

/** Narrows the dtype of a float draw. */
export function checkAnyFloat(name: string, dtype: DTypeLike | null | undefined): FloatDType {
  const canonical = dtypeOf(dtype, "float32");
  if (canonical === "float32" || isHalf(canonical)) return canonical;
  const kind = name === "normal" ? "float or complex" : "float";
  throw new ValueError(`dtype argument to \`${name}\` must be a ${kind} dtype, got ${canonical}`);
}

/** {@link checkAnyFloat} where only float32 is drawn: 16-bit draws use other random bits in JAX. */
export function checkFloat(name: string, dtype: DTypeLike | null | undefined): "float32" {
  const canonical = checkAnyFloat(name, dtype);
  if (canonical === "float32") return canonical;
  throw new NotImplementedError(
    `${name} draws float32 only; draw that and convert it with .astype("${canonical}").`,
  );
}

/**
 * One random array as an operation on its key. `run` makes the flat values from the key's words and
 * the values of further operands; it runs once per key under vmap, and at execution time under jit.
 */
export function draw(
  name: string,
  key: unknown,
  out: { readonly shape: Shape; readonly dtype: DType },
  run: (key: PrngKey, operands: readonly HostData[]) => HostData,
  operands: readonly JaxArray[] = [],
): JaxArray {
  return bind("host_call", [checkKey(name, key), ...operands], {
    name: `random_${name}`,
    out: { ...out, weak: false },
    run: ([words, ...rest]) =>
      run(
        wordsOf(words.data),
        rest.map(({ data }) => data),
      ),
  });
}
