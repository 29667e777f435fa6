import { expect, it } from "vitest";
import { linesNamed } from "./pointed-lines";

it("counts the lines that are named from 1", () => {
  expect(linesNamed('a = 1\nb = tree["kernel"]\n\nprint(b["kernel"])', '\\["kernel"\\]')).toEqual([
    2, 4,
  ]);
  expect(linesNamed("", "kernel")).toEqual([]);
});
