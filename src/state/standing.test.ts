import { describe, expect, it } from "vitest";
import { lessonStanding, programStanding } from "./lab-state";
import { standingNote, standingOf } from "./standing";
import { answers, lesson, SLUG, startedLab } from "./testing/started-lab";

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a result", () => {
  it("belongs to a text and a language", () => {
    const ran = { language: "python", source: "a" } as const;
    expect(standingOf(ran, ran)).toBe("of-this-text");
    expect(standingOf(ran, { ...ran, source: "b" })).toBe("of-an-earlier-text");
    expect(standingOf(ran, { ...ran, language: "typescript" })).toBe("of-another-language");
    expect(standingNote("of-this-text", "python", "python")).toBeNull();
    expect(standingNote("of-another-language", "python", "typescript")).toContain(
      "your Python program",
    );
  });
});

describe("a verdict", () => {
  /** A lab whose draft has passed. */
  async function passedLab() {
    const started = await startedLab();
    const { lab, runner } = started;
    lab.actions.edit(SLUG, "my attempt");
    const run = lab.actions.run(SLUG);
    await settle();
    const [call] = runner.calls;
    call?.end({ cases: answers(call.request, (right) => right) });
    await run;
    return { ...started, standing: () => lessonStanding(started.state(), SLUG) };
  }

  it("is of the text on the screen until that changes, and again when it is back", async () => {
    const { lab, standing } = await passedLab();
    expect(standing()).toBe("of-this-text");
    lab.actions.edit(SLUG, "my attempt, changed");
    expect(standing()).toBe("of-an-earlier-text");
    lab.actions.edit(SLUG, "my attempt");
    expect(standing()).toBe("of-this-text");
  });

  it("is not the starter's after Reset, nor that of another language's untouched file", async () => {
    const { lab, state, standing } = await passedLab();
    lab.actions.reset(SLUG);
    expect(state().drafts[SLUG].python.source).toBe(lesson.programs.start.python);
    expect(standing()).toBe("of-an-earlier-text");
    lab.actions.undoReplace(SLUG);
    lab.actions.setLanguage("typescript");
    expect(standing()).toBe("of-another-language");
    lab.actions.setLanguage("python");
    expect(standing()).toBe("of-this-text");
  });
});

it("what the playground shows is of the text that ran", async () => {
  const { lab, runner, state } = await startedLab();
  expect(programStanding(state())).toBeNull();
  const run = lab.actions.runPlayground();
  await settle();
  lab.actions.edit("playground", "typed while it ran");
  runner.calls[0]?.end({});
  await run;
  expect(programStanding(state())).toBe("of-an-earlier-text");
});
