import { expect, it } from "vitest";
import { compareParameters } from "./compare-parameters";

const CASES: [string[], string[], string[]][] = [
  [["x", "axis=None"], ["x", "axis=None"], []],
  [["x /"], ["x"], ["has x / for x"]],
  [["x", "out=None"], ["x", "out=None *"], ["has out=None for out=None *"]],
  [["x=1"], ["x=2"], ["has x=1 for x=2"]],
  [
    ["x", "more=()"],
    ["x", "*args"],
    ["lacks *args", "adds more=()"],
  ],
  [["*args"], ["*rest"], ["has *args for *rest"]],
  [["y", "x"], ["x", "y"], ["orders y, x for x, y"]],
  [["b *", "a *"], ["a *", "b *"], []],
];

it.each(CASES)("%j beside %j: %j", (own, theirs, lines) => {
  expect(compareParameters(own, theirs)).toEqual(lines);
});
