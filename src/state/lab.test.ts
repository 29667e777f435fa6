import { describe, expect, it, vi } from "vitest";
import { check } from "../lessons/mixed-train-step/check";
import type { CaseOutcome, RunRequest } from "../protocol/run";
import type { DraftDb, StoredDraft } from "./draft-db";
import { createLab } from "./lab";
import type { LabLesson } from "./lesson-content";
import { fakeRunner } from "./testing/fake-runner";

const lesson: LabLesson = {
  check,
  title: "T",
  programs: {
    typescript: { start: "starter", solution: "solution" },
    python: { start: "py starter", solution: "py solution" },
  },
};

function memoryDb(): DraftDb & { drafts: Map<string, StoredDraft> } {
  const drafts = new Map<string, StoredDraft>();
  return {
    drafts,
    async load(key) {
      const draft = drafts.get(key);
      return draft ? { kind: "found", draft } : { kind: "none" };
    },
    async write({ key, source, expectedRev, tabId }) {
      drafts.set(key, { schema: 1, key, source, tabId, rev: expectedRev + 1, savedAt: 0 });
      return { kind: "written", rev: expectedRev + 1 };
    },
    addRevision: async () => undefined,
    revisions: async () => [],
  };
}

async function setUp(options: { holdsFollowUps?: boolean } = {}) {
  const runner = fakeRunner(options);
  const db = memoryDb();
  const lab = createLab({
    runner,
    lesson,
    playgroundStarters: { typescript: "print", python: "py print" },
    db,
    storage: null,
    announce: () => undefined,
  });
  await lab.actions.start();
  return { lab, runner, db, state: lab.store.getState };
}

/** What a learner's function gives that is right up to `change`. */
function answers(
  request: RunRequest | undefined,
  change: (right: readonly number[]) => readonly number[],
): CaseOutcome[] {
  if (request?.kind !== "grade") throw new Error("not a graded run");
  return request.cases.map(({ id, inputs }) => ({
    id,
    shape: [2],
    values: change(check.reference(inputs)),
    problem: null,
    error: null,
  }));
}

const same = (right: readonly number[]) => right;
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

it("prepares the runtime at once for who comes back to a program of their own", async () => {
  const first = await setUp();
  expect(first.runner.prepared).toHaveLength(0);
  first.lab.actions.edit("lesson", "my attempt");
  await first.lab.actions.saveNow();
  const runner = fakeRunner();
  const next = createLab({
    runner,
    lesson,
    playgroundStarters: { typescript: "print", python: "py print" },
    db: first.db,
    storage: null,
    announce: () => undefined,
  });
  await next.actions.start();
  expect(next.store.getState().drafts.lesson.python.source).toBe("my attempt");
  expect(runner.prepared).toHaveLength(1);
});

describe("a graded run", () => {
  it("saves the draft first, runs it, judges it, and prepares the next one", async () => {
    const { lab, runner, db, state } = await setUp();
    lab.actions.edit("lesson", "my attempt");
    const run = lab.actions.run();
    await settle();
    expect(db.drafts.get("mixed-train-step:python")?.source).toBe("my attempt");
    const [call] = runner.calls;
    expect(call?.request).toMatchObject({ kind: "grade", source: "my attempt" });
    expect(state().run.kind).toBe("pending");
    call?.end({ cases: answers(call.request, same) });
    await run;
    expect(state()).toMatchObject({
      passed: true,
      run: { kind: "finished", verdict: { status: "pass", backend: "webgl" } },
    });
    await vi.waitFor(() => expect(runner.prepared).not.toEqual([]));
    expect(runner.prepared.at(-1)).toMatchObject({ source: lesson.programs.python.solution });
  });

  it("sends inputs and no answers", async () => {
    const { lab, runner } = await setUp();
    void lab.actions.run();
    await settle();
    const text = JSON.stringify(runner.calls[0]?.request);
    expect(text).not.toContain("expected");
    expect(text).not.toContain("visible");
  });

  it("warms the very calls that the run and its laws then make", async () => {
    const { lab, runner } = await setUp({ holdsFollowUps: true });
    lab.actions.warmUp();
    void lab.actions.run();
    await settle();
    runner.calls[0]?.end({});
    await settle();
    const sent = runner.calls[0]?.request;
    const graded = sent?.kind === "grade" ? sent.cases : [];
    const laws = runner.followUps[0]?.request.cases ?? [];
    expect(laws.length).toBeGreaterThan(0);
    expect([...graded, ...laws]).toEqual(runner.prepared[0]?.cases);
  });

  it("shows the verdict before the laws' calls have ended, then the laws", async () => {
    const { lab, runner, state } = await setUp({ holdsFollowUps: true });
    const run = lab.actions.run();
    await settle();
    const [call] = runner.calls;
    call?.end({ cases: answers(call.request, same) });
    await settle();
    expect(state().run).toMatchObject({ lawsPending: true, verdict: { status: "pass", laws: [] } });
    expect(state().passed).toBe(true);
    const [laws] = runner.followUps;
    laws?.end({ cases: answers(laws.request, same) });
    await run;
    const { run: shown } = state();
    if (shown.kind !== "finished") throw new Error(shown.kind);
    expect(shown.lawsPending).toBe(false);
    expect(shown.verdict.status).toBe("pass");
    expect(shown.verdict.laws.length).toBeGreaterThan(3);
    expect(shown.verdict.laws.filter(({ holds }) => !holds)).toEqual([]);
  });

  it("keeps its verdict where the laws' calls come to no end", async () => {
    const { lab, runner, state } = await setUp();
    const run = lab.actions.run();
    await settle();
    const [call] = runner.calls;
    call?.end({ cases: answers(call.request, same) });
    await run;
    expect(state().run).toMatchObject({ lawsPending: false, verdict: { status: "pass" } });
  });

  it("draws other cases for the next run", async () => {
    const { lab, runner } = await setUp();
    for (let i = 0; i < 2; i++) {
      const run = lab.actions.run();
      await settle();
      runner.calls[i]?.end({});
      await run;
    }
    const [first, second] = runner.calls.map(({ request }) => request);
    expect(first?.kind === "grade" && first.cases).not.toEqual(
      second?.kind === "grade" && second.cases,
    );
  });

  it("judges a wrong answer as wrong", async () => {
    const { lab, runner, state } = await setUp();
    const run = lab.actions.run();
    await settle();
    const [call] = runner.calls;
    call?.end({ cases: answers(call.request, ([before = 0]) => [before, before]) });
    await run;
    expect(state()).toMatchObject({
      passed: false,
      run: { kind: "finished", verdict: { status: "wrong" } },
    });
  });

  it("drops the result of an older run", async () => {
    const { lab, runner, state } = await setUp();
    const older = lab.actions.run();
    await settle();
    const newer = lab.actions.run();
    await settle();
    const [first, second] = runner.calls;
    second?.end({ cases: answers(second.request, same) });
    await newer;
    first?.end({ status: "timeout" });
    await older;
    expect(state().run).toMatchObject({ kind: "finished", verdict: { status: "pass" } });
  });

  it("stops", async () => {
    const { lab, state } = await setUp();
    const run = lab.actions.run();
    await settle();
    lab.actions.stop();
    await run;
    expect(state().run).toMatchObject({ kind: "finished", verdict: { status: "cancelled" } });
  });

  it("grades a float16 answer again on the CPU before anyone fails", async () => {
    const { lab, runner, state } = await setUp();
    const run = lab.actions.run();
    await settle();
    const [coarse] = runner.calls;
    coarse?.end({
      precision: "float16",
      cases: answers(coarse.request, (right) => right.map((value) => value * 1.001)),
    });
    await settle();
    const exact = runner.calls[1];
    expect(exact?.options.backend).toBe("cpu");
    exact?.end({ backend: "cpu", cases: answers(exact.request, same) });
    await run;
    expect(state().run).toMatchObject({
      kind: "finished",
      verdict: { status: "pass", backend: "cpu" },
      notes: [expect.stringContaining("graded on the CPU")],
    });
  });

  it("says that the grader failed, not the learner, when judging breaks", async () => {
    const runner = fakeRunner();
    const broken: LabLesson = {
      ...lesson,
      check: {
        ...check,
        reference: () => {
          throw new Error("reference is broken");
        },
      },
    };
    const options = {
      storage: null,
      announce: () => undefined,
      playgroundStarters: { typescript: "", python: "" },
    };
    const lab = createLab({ runner, lesson: broken, db: memoryDb(), ...options });
    await lab.actions.start();
    await lab.actions.run();
    expect(lab.store.getState().run).toEqual({
      kind: "grader-failed",
      message: "reference is broken",
    });
  });

  it("fixes the draw by a seed for the commands", async () => {
    const { lab, runner } = await setUp();
    const attempt = { source: "s", language: "typescript", seed: 7 } as const;
    const verdicts = [lab.actions.gradeAttempt(attempt), lab.actions.gradeAttempt(attempt)];
    await settle();
    for (const call of runner.calls) call.end({ cases: answers(call.request, same) });
    const [one, two] = await Promise.all(verdicts);
    expect(one?.drawSeed).toBe(7);
    expect(one?.cases).toEqual(two?.cases);
    expect(one?.status).toBe("pass");
  });
});

describe("the playground", () => {
  it("runs its own draft and shows what came back", async () => {
    const { lab, runner, db, state } = await setUp();
    lab.actions.edit("playground", "plot([1])");
    const run = lab.actions.runPlayground();
    await settle();
    const [call] = runner.calls;
    expect(call?.request).toEqual({ kind: "program", language: "python", source: "plot([1])" });
    expect(db.drafts.get("playground:python")?.source).toBe("plot([1])");
    expect(state().drafts.lesson.python.source).toBe(lesson.programs.python.start);
    call?.options.onConsole?.([{ level: "log", text: "so far" }]);
    expect(state().program).toMatchObject({ kind: "pending", console: [{ text: "so far" }] });
    call?.end({ plots: [{ label: "a", values: [1] }] });
    await run;
    expect(state().program).toMatchObject({ kind: "finished", outcome: { status: "done" } });
  });

  it("tells Python's stderr from what it prints", async () => {
    const { lab, runner } = await setUp();
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
    const { lab, runner } = await setUp();
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
    const { runner, state } = await setUp();
    runner.setStatus({ kind: "ready", backend: "wasm", precision: "float32", note: null });
    expect(state().runtime).toMatchObject({ kind: "ready", backend: "wasm" });
  });

  it("saves when the route changes", async () => {
    const { lab, db, state } = await setUp();
    lab.actions.edit("lesson", "half a thought");
    lab.actions.goTo("playground");
    await settle();
    expect(state().route).toBe("playground");
    expect(db.drafts.get("mixed-train-step:python")?.source).toBe("half a thought");
  });

  it("takes the solution with a way back", async () => {
    const { lab, state } = await setUp();
    lab.actions.edit("lesson", "mine");
    lab.actions.replaceDraft("lesson", lesson.programs.python.solution);
    expect(state().drafts.lesson.python.source).toBe(lesson.programs.python.solution);
    lab.actions.undoReplace("lesson");
    expect(state().drafts.lesson.python.source).toBe("mine");
  });
});
