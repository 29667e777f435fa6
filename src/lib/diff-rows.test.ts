import { expect, it } from "vitest";
import { diffRows } from "./diff-rows";

const shown = (left: string, right: string) =>
  diffRows(left, right).map(({ same, left: a, right: b }) => {
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

it("sets long texts that share nothing side by side as they are", () => {
  const many = (word: string) => Array.from({ length: 6_000 }, (_, i) => `${word} ${i}`).join("\n");
  const rows = diffRows(many("a"), many("b"));
  expect(rows).toHaveLength(6_000);
  expect(rows[5_999]).toMatchObject({ same: false, left: { text: "a 5999" } });
});
