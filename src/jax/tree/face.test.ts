import { describe, expect, expectTypeOf, it } from "vitest";
import type { JaxArray } from "../array/array";
import {
  all,
  flatten,
  leaves,
  leavesWithPath,
  map,
  mapWithPath,
  reduce,
  structure,
  transpose,
  unflatten,
} from "./index";
import { keystr, registerPytreeNode } from "./tree-util";
import type { LeafOf, Mapped } from "./types";

const isNull = { isLeaf: (value: unknown): boolean => value === null };

describe("jax.tree", () => {
  it("maps one, two and more trees", () => {
    expect(map((n) => n + 1, { b: 1, a: [2] })).toEqual({ a: [3], b: 2 });
    expect(map((a, b) => a * b, [2, 3], [5, 7])).toEqual([10, 21]);
    expect(map((...all: number[]) => all.length, [1], [2], [3], [4])).toEqual([4]);
    expect(map((a, b) => `${a}${b}`, { x: 1 }, { x: "y" })).toEqual({ x: "1y" });
  });

  it("takes isLeaf as the last argument, and any other object as a tree", () => {
    expect(map(() => 0, [null, 1], isNull)).toEqual([0, 0]);
    expect(map(() => 0, [null, 1])).toEqual([null, 0]);
    expect(map((a, b) => [a, b], { isLeaf: 1 }, { isLeaf: 2 })).toEqual({ isLeaf: [1, 2] });
    expect(leaves([null, 1], isNull)).toEqual([null, 1]);
    expect(reduce((total: number) => total + 1, [null, null], 0, isNull)).toBe(2);
  });

  it("says what it expects", () => {
    // @ts-expect-error the arguments are the wrong way round
    expect(() => map({ a: 1 }, (n: number) => n)).toThrow(
      "tree.map expects a function first, but got 'dict'.",
    );
    // @ts-expect-error a tree is not a structure
    expect(() => unflatten([1], [1])).toThrow("Expected a PyTreeDef");
  });

  it("takes trees apart and puts them together", () => {
    const tree = { w: [1, 2], b: 3 };
    const [found, treedef] = flatten(tree);
    expect([found, String(treedef)]).toEqual([[3, 1, 2], "PyTreeDef({'b': *, 'w': [*, *]})"]);
    expect(unflatten(treedef, found)).toEqual(tree);
    expect(reduce((a, b) => a + b, tree)).toBe(6);
    expect(transpose(structure([0, 0]), null, [{ a: 1 }, { a: 2 }])).toEqual({ a: [1, 2] });
    expect(leavesWithPath(tree).map(([path, leaf]) => keystr(path) + leaf)).toEqual([
      "['b']3",
      "['w'][0]1",
      "['w'][1]2",
    ]);
    expect(mapWithPath((path) => keystr(path), tree)).toEqual({
      b: "['b']",
      w: ["['w'][0]", "['w'][1]"],
    });
  });

  it("asks one-element arrays for their truth", () => {
    class Scalar {
      constructor(readonly value: number) {}
      item(): number {
        return this.value;
      }
    }
    expect(all([new Scalar(2), 1])).toBe(true);
    expect(all([new Scalar(0), 1])).toBe(false);
  });

  it("registers classes as jax.tree_util does", () => {
    class Pair {
      constructor(
        readonly first: unknown,
        readonly second: unknown,
      ) {}
    }
    registerPytreeNode(
      Pair,
      ({ first, second }) => [[first, second], null],
      (_, [first, second]) => new Pair(first, second),
    );
    expect(leavesWithPath([new Pair(1, 2)]).map(([path]) => keystr(path))).toEqual([
      "[0][<flat index 0>]",
      "[0][<flat index 1>]",
    ]);
    expect(map((n) => Number(n) * 2, new Pair(1, 2))).toEqual(new Pair(2, 4));
  });
});

describe("types", () => {
  type Params = { w: JaxArray; layers: { b: JaxArray }[] };
  type Tree = JaxArray | Tree[] | { [name: string]: Tree };
  class Module {
    kernel = 1;
  }

  it("follow lists and dicts to the leaves", () => {
    expectTypeOf<LeafOf<Params>>().toEqualTypeOf<JaxArray>();
    expectTypeOf<LeafOf<[number, { a: string; b: null }]>>().toEqualTypeOf<number | string>();
    expectTypeOf<LeafOf<Tree>>().toEqualTypeOf<JaxArray>();
    expectTypeOf<LeafOf<Module>>().toEqualTypeOf<JaxArray>();
    expectTypeOf<LeafOf<unknown>>().toEqualTypeOf<JaxArray>();
  });

  it("keep a tree's type where leaves keep theirs, and replace leaves elsewhere", () => {
    expectTypeOf<Mapped<Params, JaxArray>>().toEqualTypeOf<Params>();
    expectTypeOf<Mapped<Params, number>>().toEqualTypeOf<{ w: number; layers: { b: number }[] }>();
    expectTypeOf<Mapped<Module, JaxArray>>().toEqualTypeOf<Module>();
  });
});
