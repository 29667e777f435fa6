import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name";

describe("nearestName", () => {
  it.each([
    ["tree_map", ["treeMap", "treeLeaves"], "treeMap"],
    ["Treemap", ["treeMap"], "treeMap"],
    ["reluu", ["tanh", "relu", "selu"], "relu"],
    ["lodash", ["jax", "flax"], null],
    ["x", [], null],
  ])("%s in %j is %s", (wanted, names, expected) => {
    expect(nearestName(wanted, names)).toBe(expected);
  });
});
