import { describe, expect, it, vi } from "vitest";
import { answers, lesson, SLUG, startedLab } from "./testing/started-lab";

const same = (right: readonly number[]) => right;
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

it("prepares the runtime at once for who comes back to a program of their own", async () => {
  const first = await startedLab();
  expect(first.runner.prepared).toHaveLength(0);
  first.lab.actions.edit(SLUG, "my attempt");
  await first.lab.actions.saveNow();
  const { runner, state } = await startedLab({ db: first.db });
  expect(state().drafts[SLUG].python.source).toBe("my attempt");
  expect(runner.prepared).toHaveLength(1);
});

it("looks into one visible case alone, sends no answer and changes no progress", async () => {
  const { lab, runner, lessonState } = await startedLab();
  const before = lessonState();
  const program = { language: "python", source: "mine" } as const;
  const look = lab.actions.lookInside(SLUG, "case-2", program, {});
  const [call] = runner.calls;
  expect(call.request).toEqual({
    kind: "grade",
    ...program,
    entry: lesson.check.entry,
    cases: [{ id: "case-2", inputs: lesson.check.visible[1] }],
    look: true,
  });
  call.end({ cases: answers(call.request, same) });
  await look;
  expect(lessonState()).toEqual(before);
});

describe("a graded run", () => {
  it("saves the draft first, runs it, judges it, and prepares the next one", async () => {
    const { lab, runner, db, lessonState } = await startedLab();
    lab.actions.edit(SLUG, "my attempt");
    const run = lab.actions.run(SLUG);
    await settle();
    expect(db.drafts.get(`${SLUG}:python`)?.source).toBe("my attempt");
    const [call] = runner.calls;
    expect(call?.request).toMatchObject({ kind: "grade", source: "my attempt" });
    expect(lessonState().run.kind).toBe("pending");
    call?.end({ cases: answers(call.request, same) });
    await run;
    expect(lessonState()).toMatchObject({
      passed: true,
      run: { kind: "finished", verdict: { status: "pass", backend: "webgl" } },
    });
    await vi.waitFor(() => expect(runner.prepared).not.toEqual([]));
    expect(runner.prepared.at(-1)).toMatchObject({ source: lesson.programs.solution.python });
  });

  it("sends inputs and no answers", async () => {
    const { lab, runner } = await startedLab();
    void lab.actions.run(SLUG);
    await settle();
    const text = JSON.stringify(runner.calls[0]?.request);
    expect(text).not.toContain("expected");
    expect(text).not.toContain("visible");
  });

  it("warms the very calls that the run and its laws then make", async () => {
    const { lab, runner } = await startedLab({ holdsFollowUps: true });
    lab.actions.warmUp();
    void lab.actions.run(SLUG);
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
    const { lab, runner, lessonState } = await startedLab({ holdsFollowUps: true });
    const run = lab.actions.run(SLUG);
    await settle();
    const [call] = runner.calls;
    call?.end({ cases: answers(call.request, same) });
    await settle();
    expect(lessonState().run).toMatchObject({
      lawsPending: true,
      verdict: { status: "pass", laws: [] },
    });
    expect(lessonState().passed).toBe(true);
    const [laws] = runner.followUps;
    laws?.end({ cases: answers(laws.request, same) });
    await run;
    const { run: shown } = lessonState();
    if (shown.kind !== "finished") throw new Error(shown.kind);
    expect(shown.lawsPending).toBe(false);
    expect(shown.verdict.status).toBe("pass");
    expect(shown.verdict.laws.length).toBeGreaterThan(3);
    expect(shown.verdict.laws.filter(({ holds }) => !holds)).toEqual([]);
  });

  it("keeps its verdict where the laws' calls come to no end", async () => {
    const { lab, runner, lessonState } = await startedLab();
    const run = lab.actions.run(SLUG);
    await settle();
    const [call] = runner.calls;
    call?.end({ cases: answers(call.request, same) });
    await run;
    expect(lessonState().run).toMatchObject({ lawsPending: false, verdict: { status: "pass" } });
  });

  it("draws other cases for the next run", async () => {
    const { lab, runner } = await startedLab();
    for (let i = 0; i < 2; i++) {
      const run = lab.actions.run(SLUG);
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
    const { lab, runner, lessonState } = await startedLab();
    const run = lab.actions.run(SLUG);
    await settle();
    const [call] = runner.calls;
    call?.end({ cases: answers(call.request, ([before = 0]) => [before, before]) });
    await run;
    expect(lessonState()).toMatchObject({
      passed: false,
      run: { kind: "finished", verdict: { status: "wrong" } },
    });
  });

  it("counts the runs that failed since the last pass, with the hint of the last one", async () => {
    const { lab, runner, lessonState } = await startedLab();
    const still = ([before = 0]: readonly number[]) => [before, before];
    const counted: number[] = [];
    for (const step of [still, still, same]) {
      const run = lab.actions.run(SLUG);
      await settle();
      const call = runner.calls.at(-1);
      call?.end({ cases: answers(call.request, step) });
      await run;
      counted.push(lessonState().failedRuns);
      const { run: shown } = lessonState();
      const hint = shown.kind === "finished" ? shown.hint : null;
      expect(hint?.title).toBe(step === still ? "Neither half moved" : undefined);
    }
    expect(counted).toEqual([1, 2, 0]);
  });

  it("ends the older run at the same place, and drops its result", async () => {
    const { lab, runner, lessonState } = await startedLab();
    const older = lab.actions.run(SLUG);
    await settle();
    const newer = lab.actions.run(SLUG);
    await settle();
    const [first, second] = runner.calls;
    expect(first?.options.signal?.aborted).toBe(true);
    expect(second?.options.signal?.aborted).toBe(false);
    second?.end({ cases: answers(second.request, same) });
    await newer;
    first?.end({ status: "timeout" });
    await older;
    expect(lessonState().run).toMatchObject({ kind: "finished", verdict: { status: "pass" } });
  });

  it("goes on while a snippet and the playground run, and their Stop is not its own", async () => {
    const { lab, runner, lessonState, state } = await startedLab();
    void lab.actions.run(SLUG);
    await settle();
    const snippet = new AbortController();
    const options = { signal: snippet.signal };
    const ended = lab.actions.runProgram({ source: "s", language: "python" }, options);
    void lab.actions.runPlayground();
    await settle();
    const [graded, , program] = runner.calls;
    graded?.options.onPhase?.({ kind: "running", since: 1, limitMs: 10_000 });
    program?.options.onPhase?.({ kind: "waiting", ahead: 2 });
    expect(state().program).toMatchObject({ kind: "pending", phase: { ahead: 2 } });
    snippet.abort();
    lab.actions.stop("playground");
    expect((await ended).status).toBe("cancelled");
    await settle();
    expect(state().program).toMatchObject({ kind: "finished", outcome: { status: "cancelled" } });
    expect(lessonState().run).toMatchObject({ kind: "pending", phase: { kind: "running" } });
    expect(graded?.options.signal?.aborted).toBe(false);
  });

  it("stops", async () => {
    const { lab, lessonState } = await startedLab();
    const run = lab.actions.run(SLUG);
    await settle();
    lab.actions.stop(SLUG);
    await run;
    expect(lessonState().run).toMatchObject({ kind: "finished", verdict: { status: "cancelled" } });
  });

  it("grades a float16 answer again on the CPU before anyone fails", async () => {
    const { lab, runner, lessonState } = await startedLab();
    const run = lab.actions.run(SLUG);
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
    expect(lessonState().run).toMatchObject({
      kind: "finished",
      verdict: { status: "pass", backend: "cpu" },
      notes: [expect.stringContaining("graded on the CPU")],
    });
  });

  it("says that the grader failed, not the learner, when judging breaks", async () => {
    const reference = () => {
      throw new Error("reference is broken");
    };
    const { lab, lessonState } = await startedLab({
      lessons: [{ ...lesson, check: { ...lesson.check, reference } }],
    });
    await lab.actions.run(SLUG);
    expect(lessonState().run).toEqual({
      kind: "grader-failed",
      message: "reference is broken",
    });
  });

  it("fixes the draw by a seed for the commands", async () => {
    const { lab, runner } = await startedLab();
    const attempt = { source: "s", language: "typescript", seed: 7 } as const;
    const verdicts = [
      lab.actions.gradeAttempt(SLUG, attempt),
      lab.actions.gradeAttempt(SLUG, attempt),
    ];
    await settle();
    for (const call of runner.calls) call.end({ cases: answers(call.request, same) });
    const [one, two] = (await Promise.all(verdicts)).map(({ verdict }) => verdict);
    expect(one?.drawSeed).toBe(7);
    expect(one?.cases).toEqual(two?.cases);
    expect(one?.status).toBe("pass");
  });
});
