import { describe, expect, it } from "vitest";
import recorded from "../../../golden/recordings/promotion.json";
import type { AbstractType, DType } from "./dtype";
import {
  canonicalDType,
  DTYPES,
  promoteAll,
  promotePower,
  promoteToInexact,
  promoteToNumeric,
  promoteTypes,
} from "./dtype";
import { JaxTypeError, NotImplementedError } from "./errors";

/** How the recorder made each operand: arrays of a dtype, or Python's own scalars. */
function operand(name: string): AbstractType {
  if (name === "weak int") return { dtype: "int32", weak: true };
  if (name === "weak float") return { dtype: "float32", weak: true };
  if (name === "weak bool") return { dtype: "bool", weak: false };
  return { dtype: known(name), weak: false };
}

function known(name: string): DType {
  const dtype = DTYPES.find((each) => each === name);
  if (dtype === undefined) throw new Error(`unknown dtype ${name}`);
  return dtype;
}

function resultOf(op: string, nameA: string, nameB: string): AbstractType {
  const [a, b] = [operand(nameA), operand(nameB)];
  switch (op) {
    case "add":
    case "multiply":
      return promoteTypes(a, b);
    case "true_divide":
      return promoteToInexact(promoteTypes(a, b));
    case "power":
      // A Python int or bool is a static exponent; an array is not.
      return promotePower(a, b, nameB === "weak int" || nameB === "weak bool");
    default:
      throw new Error(`unknown operation ${op}`);
  }
}

describe("promotion", () => {
  it("has all 324 recorded cases", () => expect(recorded.cases).toHaveLength(324));
  it.each(recorded.cases)("$op of $a and $b", ({ op, a, b, dtype, weak }) =>
    expect(resultOf(op, a, b)).toEqual({ dtype, weak }),
  );
  it("joins any number of types", () => {
    const weakFloat = operand("weak float");
    expect(promoteAll([operand("int32"), weakFloat, operand("bfloat16")])).toEqual({
      dtype: "bfloat16",
      weak: false,
    });
    expect(() => promoteAll([])).toThrow("at least one type");
  });
  it("keeps keys among themselves", () => {
    const key = operand("key<fry>");
    expect(promoteTypes(key, key)).toEqual(key);
    expect(() => promoteTypes(key, operand("int32"))).toThrow(JaxTypeError);
    expect(() => promoteToInexact(key)).toThrow(JaxTypeError);
  });
  it("makes numbers of booleans", () => {
    expect(promoteToNumeric(operand("bool"))).toEqual({ dtype: "int32", weak: false });
    expect(promoteToNumeric(operand("float16"))).toEqual({ dtype: "float16", weak: false });
  });
});

describe("canonicalDType", () => {
  it.each([
    ["float", "float32"],
    ["float64", "float32"],
    ["int64", "int32"],
    ["uint", "uint32"],
    ["half", "float16"],
    ["?", "bool"],
    ["bfloat16", "bfloat16"],
  ])("reads %s as %s", (name, dtype) => expect(canonicalDType(name)).toBe(dtype));
  it("names what JAX has and this does not", () => {
    expect(() => canonicalDType("complex64")).toThrow(NotImplementedError);
    expect(() => canonicalDType("int4")).toThrow("exists in JAX but not here");
  });
  it.each(["foo", "key<fry>", "constructor", "float_"])("refuses %s as NumPy does", (name) =>
    expect(() => canonicalDType(name)).toThrow(
      new JaxTypeError(`data type '${name}' not understood`),
    ),
  );
});
