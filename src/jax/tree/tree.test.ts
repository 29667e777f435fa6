import { describe, expect, it } from "vitest";
import recorded from "../../../golden/recordings/trees.json";
import { ValueError } from "../base/errors";
import { flatten, leaves, structure, unflatten } from "./flatten";
import { GetAttrKey, keystr } from "./keys";
import { treeMap, treeMapWithLeaf } from "./map";
import { leavesWithPath, mapWithPath } from "./path";
import { treeAll, treeReduce, treeReduceFrom } from "./reduce";
import { registerNode } from "./registry";
import { treeTranspose } from "./transpose";

const { shown, mismatches, calls } = recorded;

/** JavaScript has no integers: Python's `int` leaves are `float`s here. */
function withFloats(text: string | undefined): string | undefined {
  return text?.replace("<class 'int'>", "<class 'float'>");
}

function errorOf(action: () => unknown): { type: string; text: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return { type: error.name, text: error.message };
  }
  throw new Error("nothing was thrown");
}

describe("structure, leaves and paths", () => {
  it.each(shown)("of $repr", ({ tree, leaves: values, structure: text, paths, simple_paths }) => {
    const flat = flatten(tree);
    expect(flat.leaves).toEqual(values);
    expect(String(flat.treedef)).toBe(text);
    expect(flat.treedef.numLeaves).toBe(values.length);
    expect(unflatten(flat.treedef, flat.leaves)).toEqual(tree);
    const found = leavesWithPath(tree).map(([path]) => path);
    expect(found.map((path) => keystr(path))).toEqual(paths);
    const short = found.map((path) => keystr(path, { simple: true, separator: "/" }));
    expect(short).toEqual(simple_paths);
  });

  it("sorts dict keys on the way out", () => {
    const mapped = treeMap((leaf) => leaf, { kernel: 1, bias: 2 });
    expect(Object.keys(mapped ?? {})).toEqual(["bias", "kernel"]);
  });

  it("keeps a key that JavaScript treats specially", () => {
    const tree: unknown = JSON.parse('{"__proto__": 1, "a": 2}');
    expect(leaves(tree)).toEqual([1, 2]);
    expect(JSON.stringify(treeMap((leaf) => leaf, tree))).toBe('{"__proto__":1,"a":2}');
  });

  it("takes undefined for None, and None for a leaf where asked", () => {
    expect(leaves([undefined, 1])).toEqual([1]);
    expect(leaves([null, 1], (value) => value === null)).toEqual([null, 1]);
  });

  it("compares structures", () => {
    const a = structure({ x: [1, null] });
    expect(a.equals(structure({ x: [5, null] }))).toBe(true);
    expect(a.equals(structure({ y: [1, null] }))).toBe(false);
    expect(a.equals(structure({ x: [1, 2] }))).toBe(false);
    expect(a.equals(structure({ x: [1] }))).toBe(false);
  });

  it("says so when a tree contains itself", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => leaves(loop)).toThrow(ValueError);
    expect(() => leavesWithPath(loop)).toThrow("contain itself");
  });
});

describe("mismatches", () => {
  it.each(mismatches)("$call of $first and $second", ({ call, first, second, type, text }) => {
    const run = (): unknown =>
      call === "map"
        ? treeMap((leaf) => leaf, first, second)
        : mapWithPath((_, leaf) => leaf, [first, second]);
    expect(errorOf(run)).toEqual({ type, text: withFloats(text) });
  });
});

describe("calls", () => {
  const outcome = (name: string): { type?: string; text?: string; ok?: string } =>
    calls.find(({ call }) => call === name) ?? {};
  const pair = structure([0, 0]);

  it("unflatten counts the leaves", () => {
    for (const [name, values] of [
      ["unflatten([0,0],[1])", [1]],
      ["unflatten([0,0],[1,2,3])", [1, 2, 3]],
    ] as const) {
      const { type, text } = outcome(name);
      expect(errorOf(() => unflatten(pair, values))).toEqual({ type, text });
    }
  });

  it("reduce folds from the left and refuses an empty tree without a start", () => {
    const { type, text } = outcome("reduce([])");
    const join = (a: unknown, b: unknown): string => `${String(a)}${String(b)}`;
    expect(errorOf(() => treeReduce(join, []))).toEqual({ type, text });
    expect(treeReduce(join, { b: ["x", "y"], a: "z" })).toBe("zxy");
    expect(treeReduceFrom(join, [1, 2], ">")).toBe(">12");
    expect(treeReduceFrom(join, [], ">")).toBe(">");
  });

  it("transposes", () => {
    const { type, text } = outcome("transpose([0,0],{},[1,2])");
    expect(errorOf(() => treeTranspose(pair, structure({}), [1, 2]))).toEqual({ type, text });
    const inner = structure({ a: 0 });
    expect(treeTranspose(pair, inner, [{ b: 1 }, { a: 2 }])).toEqual({ a: [1, 2] });
    expect(treeTranspose(pair, null, [{ b: 1 }, { b: 2 }])).toEqual({ b: [1, 2] });
  });

  it("all asks every leaf", () => {
    expect(treeAll([true, { a: false }])).toBe(false);
    expect(treeAll([])).toBe(true);
    expect(treeAll([3, 4], (leaf) => Number(leaf) > 3)).toBe(false);
  });

  it("map passes deeper subtrees whole and keeps plain numbers", () => {
    expect(treeMap((a, b) => [a, b], [1], [{ x: 2 }])).toEqual([[1, { x: 2 }]]);
    expect(treeMap((a, b) => Number(a) + Number(b), { x: 1 }, { x: 10 })).toEqual({ x: 11 });
    const isPair = (value: unknown): boolean => Array.isArray(value) && value[0] === 1;
    expect(treeMapWithLeaf(String, [[[1, 2], [3]]], isPair)).toEqual(["1,2", ["3"]]);
  });
});

describe("registered classes", () => {
  class Point {
    constructor(
      readonly x: unknown,
      readonly y: unknown,
      readonly label: string,
    ) {}
  }
  class Point3 extends Point {}
  registerNode(Point, {
    name: "Point",
    flatten: ({ x, y, label }) => ({
      children: [x, y],
      keys: [new GetAttrKey("x"), new GetAttrKey("y")],
      metadata: label,
    }),
    unflatten: (label, [x, y]) => new Point(x, y, String(label)),
  });

  it("are nodes, and so are their subclasses", () => {
    expect(leaves(new Point3([1], 2, "p"))).toEqual([1, 2]);
    expect(String(structure(new Point(1, 2, "p")))).toBe("PyTreeDef(CustomNode(Point[p], [*, *]))");
    expect(leavesWithPath([new Point(1, 2, "p")]).map(([path]) => keystr(path))).toEqual([
      "[0].x",
      "[0].y",
    ]);
    const doubled = treeMap((leaf) => 2 * Number(leaf), new Point(1, 2, "p"));
    expect(doubled).toEqual(new Point(2, 4, "p"));
    expect(doubled).toBeInstanceOf(Point);
  });

  it("must have equal metadata", () => {
    const run = (): unknown => treeMap((leaf) => leaf, new Point(1, 2, "p"), new Point(1, 2, "q"));
    expect(errorOf(run).text).toContain("so the diff in the metadata at these pytree nodes is");
  });

  it("others are leaves", () => {
    class Bare {}
    const value = new Bare();
    expect(leaves([value, Math.sin, "text"])).toEqual([value, Math.sin, "text"]);
  });
});
