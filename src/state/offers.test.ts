import { describe, expect, it } from "vitest";
import { packProgram } from "./share-codec";
import type { SharedProgram } from "./share-codec";
import { lesson, SLUG, startedLab } from "./testing/started-lab";

const OFFERED = { desk: "playground", language: "python", source: "offered", title: "T" } as const;

async function linkOf(program: SharedProgram): Promise<string> {
  const packed = await packProgram(program);
  if (packed.kind !== "packed") throw new Error(packed.kind);
  return packed.text;
}

describe("a program from elsewhere", () => {
  it("takes the place of a starter, with a way back", async () => {
    const { lab, state } = await startedLab();
    lab.actions.offer(OFFERED, true);
    expect(state().drafts.playground.python.source).toBe("offered");
    expect(state().offer).toBeNull();
    lab.actions.undoReplace("playground");
    expect(state().drafts.playground.python.source).toBe("py print");
  });

  it("takes the place of one that was taken and left as it came", async () => {
    const { lab, state } = await startedLab();
    lab.actions.offer(OFFERED, true);
    lab.actions.offer({ ...OFFERED, source: "another" }, true);
    expect(state().drafts.playground.python.source).toBe("another");
    lab.actions.edit("playground", "another, changed");
    lab.actions.offer(OFFERED, true);
    expect(state().drafts.playground.python.source).toBe("another, changed");
    expect(state().offer).not.toBeNull();
  });

  it("waits beside what the learner wrote, and takes its place when they say so", async () => {
    const { lab, runner, state } = await startedLab();
    lab.actions.edit("playground", "mine");
    for (const take of [false, true]) {
      lab.actions.offer(OFFERED, true);
      expect(state().offer).toMatchObject({ kind: "program", source: "offered" });
      expect(state().drafts.playground.python.source).toBe("mine");
      lab.actions.answerOffer(take);
      expect(state().offer).toBeNull();
      expect(state().drafts.playground.python.source).toBe(take ? "offered" : "mine");
    }
    lab.actions.undoReplace("playground");
    expect(state().drafts.playground.python.source).toBe("mine");
    expect(runner.calls).toEqual([]);
  });
});

describe("a link", () => {
  it("opens beside the draft of its lesson, starter or not, in its language, and runs nothing", async () => {
    const { lab, runner, state } = await startedLab();
    const text = await linkOf({ desk: SLUG, language: "typescript", source: "shared" });
    const route = await lab.actions.openShared(text);
    expect(route).toMatchObject({ page: "lesson", slug: SLUG });
    expect(state().settings.language).toBe("typescript");
    expect(state().offer).toMatchObject({ kind: "program", desk: SLUG, source: "shared" });
    expect(state().drafts[SLUG].typescript.source).toBe(lesson.programs.start.typescript);
    expect(runner.calls).toEqual([]);
  });

  it("to what is in the editor already offers nothing", async () => {
    const { lab, state } = await startedLab();
    lab.actions.edit("playground", "same");
    await lab.actions.openShared(
      await linkOf({ desk: "playground", language: "python", source: "same" }),
    );
    expect(state().offer).toBeNull();
  });

  it.each([
    ["that is cut", async () => (await linkOf({ ...OFFERED_LINK })).slice(0, -6), "not complete"],
    ["of a newer version", async () => "9/abc", "newer version"],
    [
      "to a lesson that is not here",
      async () => linkOf({ ...OFFERED_LINK, desk: "gone" }),
      "not here",
    ],
  ])("%s says so and changes nothing", async (_, text, reason) => {
    const { lab, state } = await startedLab();
    const before = state().drafts;
    expect(await lab.actions.openShared(await text())).toEqual({ page: "playground" });
    expect(state().offer).toMatchObject({ kind: "unreadable" });
    expect(JSON.stringify(state().offer)).toContain(reason);
    expect(state().drafts).toBe(before);
  });
});

const OFFERED_LINK: SharedProgram = { desk: "playground", language: "python", source: "print(1)" };
