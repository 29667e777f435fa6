import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../protocol/backend";
import { readProgress } from "./progress";
import { answers, SLUG, startedLab } from "./testing/started-lab";
import { memoryStorage } from "./testing/memory-storage";

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A lab that has passed with Python and opened a hint. */
async function passed(storage: Storage) {
  const started = await startedLab({ storage });
  const run = started.lab.actions.run(SLUG);
  await settle();
  const [call] = started.runner.calls;
  call?.end({ cases: answers(call.request, (right) => right) });
  await run;
  started.lab.actions.showHint(SLUG);
  return started;
}

describe("progress", () => {
  it("is there at the next visit: the pass, the steps, the hints", async () => {
    const storage = memoryStorage();
    const before = (await passed(storage)).lessonState();
    const { lessonState } = await startedLab({ storage });
    expect(lessonState()).toMatchObject({ passed: true, hintsShown: 1, run: { kind: "none" } });
    expect(before.stepsSeen.python.length).toBeGreaterThan(0);
    expect(lessonState().stepsSeen).toEqual(before.stepsSeen);
    expect(lessonState().stepsSeen.typescript).toEqual([]);
  });

  it("is forgotten when asked, drafts apart", async () => {
    const storage = memoryStorage();
    const { lab, lessonState, state } = await passed(storage);
    lab.actions.edit(SLUG, "mine");
    lab.actions.forgetProgress();
    for (const now of [lessonState(), (await startedLab({ storage })).lessonState()]) {
      expect(now).toMatchObject({ passed: false, hintsShown: 0, failedRuns: 0 });
      expect(now.run.kind).toBe("none");
      for (const language of LANGUAGES) expect(now.stepsSeen[language]).toEqual([]);
    }
    expect(state().drafts[SLUG].python.source).toBe("mine");
  });

  it("outlives a run that shows nothing", async () => {
    const { lab, runner, lessonState } = await passed(memoryStorage());
    const run = lab.actions.run(SLUG);
    await settle();
    runner.calls.at(-1)?.end({ status: "cancelled" });
    await run;
    expect(lessonState().stepsSeen.python.length).toBeGreaterThan(0);
  });

  it("is none where what is stored is of another shape", () => {
    const storage = memoryStorage();
    for (const text of ["{", "[]", '{"one":{"passed":"yes"}}']) {
      storage.setItem("progress", text);
      expect(readProgress(storage)).toEqual({});
    }
    expect(readProgress(null)).toEqual({});
  });
});
