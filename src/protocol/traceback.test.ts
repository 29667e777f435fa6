import { expect, it } from "vitest";
import { draftEnding } from "./ending-sentence";
import { withoutTraceback } from "./traceback";
import type { ConsoleLine } from "./verdict";

const lines: ConsoleLine[] = [
  { level: "log", text: "step 1" },
  { level: "traceback", text: "Traceback (most recent call last):" },
  { level: "traceback", text: "ValueError: no" },
  { level: "traceback", text: "" },
];

it("is no part of what a program printed", () => {
  expect(withoutTraceback(lines)).toEqual({
    printed: [{ level: "log", text: "step 1" }],
    traceback: "Traceback (most recent call last):\nValueError: no",
  });
  const plain = lines.slice(0, 1);
  expect(withoutTraceback(plain)).toEqual({ printed: plain, traceback: null });
});

it("is not the last line printed", () => {
  const stopped = {
    status: "timeout",
    console: lines,
    error: null,
    ms: { boot: 0, run: 9 },
  } as const;
  expect(draftEnding(stopped).text).toContain("The last line printed was “step 1”");
});
