import { describe, expect, it } from "vitest";
import { LIMITS } from "../protocol/limits";
import { createConsoleOutput } from "./console-output";
import type { ConsoleBatch } from "./console-ring";

function setUp() {
  const sent: ConsoleBatch[] = [];
  const timers: (() => void)[] = [];
  const clock = { time: 0, now: () => clock.time, setTimeout: (f: () => void) => timers.push(f) };
  const output = createConsoleOutput((batch) => sent.push(batch), clock);
  const lines = () => sent.flatMap((batch) => batch.lines.map(({ text }) => text));
  return { sent, timers, clock, output, lines };
}

describe("createConsoleOutput", () => {
  it("sends the first line at once and the rest with the next batch", () => {
    const { sent, timers, output } = setUp();
    for (const text of ["a", "b", "c"]) output.write("log", text);
    expect(sent.map(({ lines }) => lines.length)).toEqual([1]);
    expect(timers).toHaveLength(1);
    timers[0]?.();
    expect(sent.map(({ lines }) => lines.length)).toEqual([1, 2]);
  });

  it("keeps a program's first thousand lines even inside one task", () => {
    const { output, lines } = setUp();
    for (let i = 0; i < 1_000; i += 1) output.write("log", `${i}`);
    output.flush();
    expect(lines()).toEqual(Array.from({ length: 1_000 }, (_, i) => `${i}`));
  });

  it("keeps the last lines of a flood, counts the others, and sends at most ten times a second", () => {
    const { sent, clock, output, lines } = setUp();
    const count = 200_000;
    for (let i = 0; i < count; i += 1) {
      clock.time = i / 100;
      output.write("log", `${i}`);
    }
    output.flush();
    expect(lines().at(-1)).toBe(`${count - 1}`);
    const omitted = sent.reduce((sum, batch) => sum + batch.omitted, 0);
    expect(lines().length + omitted).toBe(count);
    expect(sent.every((batch) => batch.lines.length <= LIMITS.pendingLines)).toBe(true);
    expect(sent.length).toBeLessThanOrEqual(2_000 / LIMITS.flushMs + 8);
  });

  it("cuts a line of 50 MB and splits text into lines", () => {
    const { output, lines } = setUp();
    output.write("log", "x".repeat(50 * 2 ** 20));
    output.write("log", "one\ntwo");
    output.flush();
    expect(lines()[0]).toHaveLength(LIMITS.lineCharacters + 1);
    expect(lines().slice(1)).toEqual(["one", "two"]);
  });

  it("starts anew after a reset", () => {
    const { output, lines } = setUp();
    output.write("log", "first");
    output.write("log", "waiting");
    output.reset();
    output.write("log", "second run");
    expect(lines()).toEqual(["first", "second run"]);
  });
});
