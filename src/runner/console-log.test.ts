import { describe, expect, it } from "vitest";
import { LIMITS } from "../protocol/limits";
import { ConsoleLog } from "./console-log";

const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ level: "log" as const, text: `${from + i}` }));

describe("ConsoleLog", () => {
  it("keeps everything while it fits", () => {
    const log = new ConsoleLog();
    log.add(lines(0, 1_100), 0);
    expect(log.lines).toHaveLength(1_100);
    expect(log.lastLine).toBe("1099");
  });

  it("keeps the first and the last lines and counts those between", () => {
    const log = new ConsoleLog();
    log.add(lines(0, 1_000), 0);
    log.add(lines(15_000, 200), 14_000);
    const shown = log.lines;
    expect(shown).toHaveLength(LIMITS.keptHeadLines + 1 + LIMITS.keptTailLines);
    expect(shown[LIMITS.keptHeadLines]?.text).toBe("… 14,000 lines omitted");
    expect(shown.at(-1)?.text).toBe("15199");
    log.add(lines(15_200, 50), 0);
    expect(log.lines[LIMITS.keptHeadLines]?.text).toBe("… 14,050 lines omitted");
  });
});
