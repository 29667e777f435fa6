import { describe, expect, it } from "vitest";
import { lesson, startedLab } from "./testing/started-lab";

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("the playground", () => {
  it("runs its own draft and shows what came back", async () => {
    const { lab, runner, db, state } = await startedLab();
    lab.actions.edit("playground", "plot([1])");
    const run = lab.actions.runPlayground();
    await settle();
    const [call] = runner.calls;
    expect(call?.request).toEqual({ kind: "program", language: "python", source: "plot([1])" });
    expect(db.drafts.get("playground:python")?.source).toBe("plot([1])");
    expect(state().drafts.lesson.python.source).toBe(lesson.programs.start.python);
    call?.options.onConsole?.([{ level: "log", text: "so far" }]);
    expect(state().program).toMatchObject({ kind: "pending", console: [{ text: "so far" }] });
    call?.end({ plots: [{ label: "a", values: [1] }] });
    await run;
    expect(state().program).toMatchObject({ kind: "finished", outcome: { status: "done" } });
  });

  it("tells Python's stderr from what it prints", async () => {
    const { lab, runner } = await startedLab();
    const played = lab.actions.playProgram({ source: "x", language: "python" });
    runner.calls[0]?.end({
      console: [
        { level: "log", text: "one" },
        { level: "warn", text: "two" },
        { level: "error", text: "three" },
        { level: "log", text: "four" },
      ],
    });
    expect(await played).toEqual({
      ok: true,
      stdout: "one\nfour",
      stderr: "two\nthree",
      error: null,
    });
  });

  it("reports a played program as lines and an error text", async () => {
    const { lab, runner } = await startedLab();
    const played = lab.actions.playProgram({ source: "x", language: "typescript" });
    runner.calls[0]?.end({
      status: "error",
      console: [
        { level: "log", text: "one" },
        { level: "warn", text: "two" },
      ],
      error: { type: "TypeError", message: "no", line: 3, explain: null },
    });
    expect(await played).toEqual({
      ok: false,
      stdout: "one\ntwo",
      stderr: "",
      error: "TypeError: no (line 3)",
    });
  });
});

describe("the page's state", () => {
  it("follows the runtime's status", async () => {
    const { runner, state } = await startedLab();
    runner.setStatus({ kind: "ready", backend: "wasm", precision: "float32", note: null });
    expect(state().runtimes.python).toMatchObject({ kind: "ready", backend: "wasm" });
  });

  it("saves when the route changes", async () => {
    const { lab, db, state } = await startedLab();
    lab.actions.edit("lesson", "half a thought");
    lab.actions.goTo("playground");
    await settle();
    expect(state().route).toBe("playground");
    expect(db.drafts.get("mixed-train-step:python")?.source).toBe("half a thought");
  });

  it("takes the solution with a way back", async () => {
    const { lab, state } = await startedLab();
    lab.actions.edit("lesson", "mine");
    lab.actions.replaceDraft("lesson", lesson.programs.solution.python);
    expect(state().drafts.lesson.python.source).toBe(lesson.programs.solution.python);
    lab.actions.undoReplace("lesson");
    expect(state().drafts.lesson.python.source).toBe("mine");
  });
});
