import { expect, it } from "vitest";
import { e2eFileTimes, suiteTimes } from "./suite-times.mjs";

it("says what each suite took, and all together", () => {
  expect(
    suiteTimes(
      [
        ["format", 4.2],
        ["unit tests", 171],
      ],
      173,
    ),
  ).toBe("format         0:04\nunit tests     2:51\nall together   2:53");
});

it("adds up the tests of each end-to-end file, nested ones too, longest first", () => {
  const spec = (...durations: number[]): object => ({
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const report = {
    suites: [
      { title: "a.spec.ts", specs: [spec(1000)] },
      { title: "b.spec.ts", specs: [spec(500)], suites: [{ specs: [spec(60_000, 500)] }] },
    ],
  };
  expect(e2eFileTimes(report)).toBe("b.spec.ts (2)   1:01\na.spec.ts (1)   0:01");
});
