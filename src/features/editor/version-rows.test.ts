import { expect, it } from "vitest";
import { versionRows } from "./version-rows";

const NOW = new Date(2026, 2, 1, 15, 0);
const row = (present: string, source: string) => {
  const savedAt = new Date(2026, 2, 1, 14, 32).getTime();
  return versionRows([{ key: "k", source, savedAt }], present, NOW)[0];
};

it("says when it was kept, how many lines differ, and what it would bring first", () => {
  expect(row("a\nb\nc", "a\n\n  x = 1\ny\nc")).toEqual({
    source: "a\n\n  x = 1\ny\nc",
    when: "today, 14:32",
    count: "3 lines differ",
    first: { mark: "+", text: "x = 1" },
  });
});

it("says what it would take away where it brings nothing", () => {
  expect(row("a\nb", "a")).toMatchObject({
    count: "1 line differs",
    first: { mark: "−", text: "b" },
  });
});

it("names no line where only blank ones differ", () => {
  expect(row("a\nb", "a\n\nb")?.first).toBeNull();
});
