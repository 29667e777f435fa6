import { expect, it } from "vitest";
import { fasterSentence, whoComputes } from "./device-choice";

it("says which device is faster, and by how much, once both are known", () => {
  expect(fasterSentence({ webgl: 6, cpu: 1.5 })).toBe(
    "Here the CPU is 4.0 times as fast as WebGL for this step.",
  );
  expect(fasterSentence({ webgl: 1, cpu: 2.5 })).toBe(
    "Here WebGL is 2.5 times as fast as the CPU for this step.",
  );
  expect(fasterSentence({ webgl: 1, cpu: 1.1 })).toBe("Both take about the same time here.");
  expect(fasterSentence({ cpu: 1 })).toBeNull();
  expect(fasterSentence({ webgl: null, cpu: 1 })).toBeNull();
});

it("says what draws WebGL", () => {
  expect(whoComputes("webgl", { kind: "software", name: "llvmpipe" })).toContain("by software");
  expect(whoComputes("webgl", { kind: "none" })).toContain("not available");
});
