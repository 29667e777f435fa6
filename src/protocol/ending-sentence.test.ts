import { describe, expect, it } from "vitest";
import type { RunOutcome } from "./run";
import type { RunError } from "./verdict";
import { draftEnding, endingSentence } from "./ending-sentence";

const run = (change: Partial<RunOutcome>) => ({
  status: "done" as const,
  console: [],
  error: null,
  ms: { boot: 0, run: 2_345 },
  ...change,
});

describe("how a run ended", () => {
  it("gives the time of one that came to its end", () => {
    expect(endingSentence(run({}))).toEqual({ tone: "neutral", text: "Finished in 2.3 s." });
  });

  it("says where an error was raised, as far as that is known", () => {
    const error = { type: "ValueError", message: "m", line: 8, explain: null };
    const text = (change: RunError | null) =>
      endingSentence(run({ status: "error", error: change })).text;
    expect(text(error)).toBe("The code raised ValueError in line 8.");
    expect(text({ ...error, line: null })).toBe("The code raised ValueError.");
    expect(text(null)).toBe("The code raised an error.");
  });

  it("tells the learner of a stopped run that the text is kept; a snippet is not theirs", () => {
    const stopped = run({ status: "cancelled", console: [{ level: "log", text: "step 3\n" }] });
    expect(endingSentence(stopped).text).toBe("Stopped. The last line printed was “step 3”.");
    expect(draftEnding(stopped).text).toBe(
      "Stopped. The last line printed was “step 3”. Your code is saved.",
    );
    expect(draftEnding(run({ status: "died" })).text).not.toContain("saved");
  });
});
