import { describe, expect, it } from "vitest";
import "../faces/jax";
import * as lax from "../lax/index";
import * as nn from "../nn/index";
import * as random from "../random/index";
import * as linalg from "../linalg/index";
import * as numpy from "../faces/numpy";
import { camelCase } from "./camel-case";
import { alias, define, functionTable } from "./function-table";
import { readGoldenParts } from "../../lib/testing/read-golden";

type Entry = { kind: string; parameters?: [string, string, string | null][] };
const recorded = readGoldenParts<Record<string, Record<string, Entry>>>("signatures");
/** Rows whose signature does not follow JAX's yet. */
const DIFFERENT = ["array"];

describe("every row has JAX's signature", () => {
  const followed = functionTable().filter(({ name }) => !DIFFERENT.includes(name));
  it.each(followed.map((row) => [`${row.module}.${row.name}`, row] as const))(
    "%s",
    (_, { module, name, parameters, ufunc }) => {
      const entry = recorded[module]?.[name];
      expect(ufunc, "whether it is a ufunc").toBe(entry.kind === "ufunc");
      const own = parameters.map((each) => [each.name, each.kind, each.default]);
      const theirs = entry.parameters;
      const operands = parameters.filter(({ kind }) => kind === "positional-only");
      expect(ufunc ? [["args", "varargs", null], ...own.slice(operands.length)] : own).toEqual(
        theirs,
      );
    },
  );
});

/** Short names that only TypeScript has, and what is no function of arrays. */
const OWN = "div mul neg sub finfo iinfo dtype getPrintoptions setPrintoptions".split(" ");
/** Take functions, which every language calls in its own way. */
const OF_FUNCTIONS = ["applyAlongAxis", "applyOverAxes", "piecewise", "vectorize"];
const CONTROL_FLOW = ["associativeScan", "cond", "foriLoop", "map", "scan", "switch", "whileLoop"];

it.each([
  ["jax.numpy", numpy],
  ["jax.numpy.linalg", linalg],
  ["jax.nn", nn],
  ["jax.random", random],
  ["jax.lax", lax],
])("every function of %s has a row", (module, namespace) => {
  const names = functionTable()
    .filter((row) => row.module === module)
    .map(({ name }) => camelCase(name));
  const functions = Object.entries(namespace)
    .filter(([name, value]) => typeof value === "function" && name !== "ndarray")
    .filter(([, value]) => !("dtype" in value))
    .map(([name]) => name);
  const free = [...OWN, ...OF_FUNCTIONS, ...(module === "jax.lax" ? CONTROL_FLOW : [])];
  expect(functions.filter((name) => !names.includes(name) && !free.includes(name))).toEqual([]);
});

describe("arguments", () => {
  const seen = (...values: unknown[]): unknown[] => values;
  type Open = (...args: unknown[]) => unknown;
  const f: Open = define("test", "f(a, b=1, out!=None, keep_all=False, *, where=None)", seen);
  const many: Open = define("test", "g(first, /, *rest, last=None)", seen);
  const open: Open = define("test", "h(x, mode='a', **kwargs)", seen);
  const trees: Open = define("test", "t(x, length=None)", seen, { trees: true });

  it("go by position, then by keyword in either spelling", () => {
    expect(f(1)).toEqual([1]);
    expect(f(1, { keepAll: true })).toEqual([1, undefined, true, undefined]);
    expect(f(1, 2, { keep_all: true, where: 0 })).toEqual([1, 2, true, 0]);
    expect(f(1, 2, null, true)).toEqual([1, 2, true, undefined]);
  });
  it("gather into lists and objects", () => {
    expect(many(1, 2, 3)).toEqual([1, [2, 3]]);
    expect(many(1, { last: 4 })).toEqual([1, [], 4]);
    expect(open(1, { mode: "b", fill: 2 })).toEqual([1, "b", { fill: 2 }]);
    expect(trees({ a: 1 })).toEqual([{ a: 1 }]);
    expect(trees(1, { length: 2 })).toEqual([1, 2]);
  });
  it("have a row that takes one value per parameter", () => {
    const row = functionTable().find(({ module, name }) => module === "test" && name === "f");
    expect(row?.run(1, 2, undefined, true, 5)).toEqual([1, 2, true, 5]);
    expect(() => row?.run(1, 2, "somewhere")).toThrow("f() takes no 'out' on this page; JAX does.");
    const other: Open = alias("test", "k", f);
    expect(other(1, { b: 3 })).toEqual([1, 3, undefined, undefined]);
  });
  it.each([
    [() => f(), "f() missing 1 required positional argument: 'a'"],
    [() => f(1, 2, null, true, 5), "f() takes 4 positional arguments but 5 were given"],
    [() => f(1, { a: 2 }), "f() got multiple values for argument 'a'"],
    [
      () => f(1, { keep: 2 }),
      "f() got an unexpected keyword argument 'keep'. It takes: a, b, keepAll, where.",
    ],
    [() => f(1, { out: 3 }), "f() takes no 'out' on this page; JAX does."],
    [() => many({ first: 1 }), "g() got an unexpected keyword argument 'first'. It takes: last."],
  ])("raise Python's error: %s", (call, text) => {
    expect(call).toThrow(text);
  });
});
