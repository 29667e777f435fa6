import { describe, expect, it } from "vitest";
import { findLesson } from "./find-lesson";
import { toLesson } from "./route";
import { lesson, otherLesson, SLUG, startedLab } from "./testing/started-lab";

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
    expect(state().drafts[SLUG].python.source).toBe(lesson.programs.start.python);
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
    runner.setStatus({ kind: "ready", backend: "cpu", precision: "float32", note: null });
    expect(state().runtimes.python).toMatchObject({ kind: "ready", backend: "cpu" });
  });

  it("saves when the route changes", async () => {
    const { lab, db, state } = await startedLab();
    lab.actions.edit(SLUG, "half a thought");
    lab.actions.goTo({ page: "playground" });
    await settle();
    expect(state().route).toEqual({ page: "playground" });
    expect(db.drafts.get(`${SLUG}:python`)?.source).toBe("half a thought");
  });

  it("takes the solution with a way back", async () => {
    const { lab, state } = await startedLab();
    lab.actions.edit(SLUG, "mine");
    lab.actions.replaceDraft(SLUG, lesson.programs.solution.python);
    expect(state().drafts[SLUG].python.source).toBe(lesson.programs.solution.python);
    lab.actions.undoReplace(SLUG);
    expect(state().drafts[SLUG].python.source).toBe("mine");
  });
});

describe("several lessons", () => {
  const OTHER = otherLesson.check.slug;
  const twoLessons = () => startedLab({ lessons: [lesson, otherLesson] });

  it("open with the first and remember which one was open", async () => {
    const { lab, state } = await twoLessons();
    expect(state()).toMatchObject({ route: toLesson(SLUG), lesson: SLUG });
    lab.actions.goTo(toLesson(OTHER));
    lab.actions.goTo({ page: "playground" });
    expect(state()).toMatchObject({ route: { page: "playground" }, lesson: OTHER });
  });

  it("keep drafts, runs and hints of their own", async () => {
    const { lab, runner, db, state } = await twoLessons();
    lab.actions.edit(OTHER, "mine");
    lab.actions.showHint(OTHER);
    const run = lab.actions.run(OTHER);
    await settle();
    expect(db.drafts.get(`${OTHER}:python`)?.source).toBe("mine");
    expect(state().drafts[SLUG].python.source).toBe(lesson.programs.start.python);
    expect(runner.calls[0]?.request).toMatchObject({ entry: "line_step", source: "mine" });
    runner.calls[0]?.end({ status: "timeout" });
    await run;
    expect(state().lessons[OTHER]).toMatchObject({
      hintsShown: 1,
      run: { kind: "finished", verdict: { lesson: OTHER, status: "timeout" } },
    });
    expect(state().lessons[SLUG]).toMatchObject({ hintsShown: 0, run: { kind: "none" } });
  });

  it("prepare the runtime for the one that is opened, once it has been started", async () => {
    const { lab, runner } = await twoLessons();
    lab.actions.goTo(toLesson(OTHER));
    expect(runner.prepared).toEqual([]);
    runner.setStatus({ kind: "ready", backend: "cpu", precision: "float32", note: null });
    lab.actions.goTo(toLesson(SLUG));
    lab.actions.goTo(toLesson(OTHER));
    expect(runner.prepared.map((request) => request?.entry)).toEqual([
      lesson.check.entry,
      "line_step",
    ]);
  });

  it("show the text of a lesson whose figure is linked to", async () => {
    const { lab, state } = await twoLessons();
    lab.actions.openPane("results");
    lab.actions.goTo({ ...toLesson(OTHER), figure: "plane" });
    expect(state().pane).toBe("read");
  });

  it("are followed anew to a figure that is asked for again, and only then", async () => {
    const { lab, state } = await twoLessons();
    const toFigure = { ...toLesson(OTHER), figure: "plane" };
    lab.actions.goTo(toFigure);
    const again = { ...toFigure };
    lab.actions.goTo(again);
    expect(state().route).toBe(again);
    const whole = toLesson(OTHER);
    lab.actions.goTo(whole);
    lab.actions.goTo({ ...whole });
    expect(state().route).toBe(whole);
  });

  it("are graded by name, and an unknown name is said", async () => {
    const { lab } = await twoLessons();
    const attempt = { source: "s", language: "python" } as const;
    await expect(lab.actions.gradeAttempt("gone", attempt)).rejects.toThrow("no lesson gone");
    expect(() => findLesson(lab, "gone")).toThrow(`There are: ${SLUG}, ${OTHER}.`);
  });
});
