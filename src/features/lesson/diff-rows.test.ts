import { expect, it } from "vitest";
import { diffRows } from "./diff-rows";

const shown = (yours: string, theirs: string) =>
  diffRows(yours, theirs).map(({ same, yours: a, theirs: b }) => {
    const side = (line: typeof a) => (line ? `${line.number}:${line.text}` : "-");
    return `${side(a)} ${same ? "=" : "|"} ${side(b)}`;
  });

it("sets equal lines side by side and pairs what differs between them", () => {
  expect(shown("a\nb\nc\nd", "a\nx\ny\nd\n")).toEqual([
    "1:a = 1:a",
    "2:b | 2:x",
    "3:c | 3:y",
    "4:d = 4:d",
  ]);
});

it("leaves a side empty where it has no line", () => {
  expect(shown("a\nc", "a\nb\nc")).toEqual(["1:a = 1:a", "- | 2:b", "2:c = 3:c"]);
  expect(shown("a\nb\nc", "c")).toEqual(["1:a | -", "2:b | -", "3:c = 1:c"]);
});

it("takes no notice of how lines and files end", () => {
  expect(shown("a\r\nb\r\n\n", "a\nb")).toEqual(["1:a = 1:a", "2:b = 2:b"]);
});
