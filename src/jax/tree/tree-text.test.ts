import { expect, it } from "vitest";
import recordedReprs from "../../../golden/recordings/reprs.json";
import recordedTrees from "../../../golden/recordings/trees.json";
import type { ArrayContents } from "../format/array-text";
import { formatArray } from "../format/array-text";
import { formatTree } from "./tree-text";

const noLeaf = (): null => null;

it("writes recorded trees as Python does", () => {
  for (const { tree, repr } of recordedTrees.shown) expect(formatTree(tree, noLeaf)).toBe(repr);
});

it("writes Linen's variables as a notebook shows them, in the order they were made", () => {
  class Fake {
    constructor(readonly contents: ArrayContents) {}
  }
  const fake = (shape: number[], values: number[]): Fake =>
    new Fake({ shape, values: values.map(Math.fround), dtype: "float32", weak: false });
  const kernel = [0.04769871, -0.9522832, -0.9856886, 0.44283277, 0.7022229, 0.53018653];
  const tree = { params: { kernel: fake([3, 2], kernel), bias: fake([2], [0, 0]) } };
  const name = "nn.Dense(2).init(PRNGKey(0), jnp.zeros(3))";
  const leafText = (value: object): string | null =>
    value instanceof Fake ? formatArray(value.contents, "repr") : null;
  expect(formatTree(tree, leafText)).toBe(
    recordedReprs.cases.find(({ python }) => python === name)?.repr,
  );
});

it("survives cycles, odd leaves and huge trees", () => {
  const loop: Record<string, unknown> = { a: true, f: Math.sin, d: new Date(0) };
  loop.self = [loop];
  expect(formatTree(loop, noLeaf)).toBe(
    "{'a': True, 'f': <function sin>, 'd': <Date object>, 'self': [{...}]}",
  );
  const huge = Array.from({ length: 1e5 }, () => ["some text"]);
  const text = formatTree(huge, noLeaf);
  expect(text.length).toBeLessThan(60_000);
  expect(text.endsWith(", ...]")).toBe(true);
});
