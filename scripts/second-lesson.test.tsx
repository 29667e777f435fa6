/**
 * A second, tiny lesson goes through the page's own path: grader, verdict, results, and the report that the grade
 * command prints. Nothing on that path knows the first lesson's names.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { runReport, type RunReport } from "../src/app/run-report";
import { VerdictView } from "../src/features/results/VerdictView";
import type { LineStep } from "../src/grading/testing/line-lesson";
import {
  answered,
  lineLesson,
  lineStep,
  readLine,
  RIGHT_STEP,
} from "../src/grading/testing/line-lesson";
import { firstLesson } from "../src/lessons/testing/first-lesson";
import { lessonWith } from "../src/lessons/testing/lesson-with";
import type { LoggedCall } from "../src/lib/logged-call";
import type { CaseOutcome } from "../src/protocol/run";
import type { Graded } from "../src/state/grader";
import { createGrader } from "../src/state/grader";
import { halvesOf } from "../src/state/halves-of";
import { movedLosses } from "../src/state/moved-losses";
import { fakeRunner } from "../src/state/testing/fake-runner";

const { check } = firstLesson();
const lesson = lessonWith(lineLesson, { title: "A line" });

type Answer = (id: string, step: LineStep, line: ReturnType<typeof readLine>) => CaseOutcome;
const returned: Answer = (id, step, line) => answered({ id }, step(line));

async function grade(
  step: LineStep,
  calls: readonly LoggedCall[] = [],
  answer: Answer = returned,
): Promise<Graded> {
  const runner = fakeRunner();
  const graded = createGrader(runner, lesson).grade({ source: "s", language: "python", seed: 6 });
  const [call] = runner.calls;
  if (call?.request.kind !== "grade") throw new Error("not a graded run");
  expect(call.request.entry).toBe("line_step");
  const cases = call.request.cases.map(({ id, inputs }) => answer(id, step, readLine(inputs)));
  call.end({ cases, calls, status: cases.some(({ error }) => error) ? "error" : "done" });
  return graded;
}

function page({ verdict, headline, fitText, notes }: Graded): string {
  return renderToStaticMarkup(
    <VerdictView
      verdict={verdict}
      headline={headline}
      fitText={fitText}
      lawsPending={false}
      notes={notes}
      run={1}
      halves={halvesOf(lineLesson)}
      results={lineLesson.results}
      lossesOf={(one) => movedLosses(lineLesson, one)}
      onLine={() => undefined}
      source={"one\n  two(3)\n"}
      explanation={<p>Why it works</p>}
    />,
  );
}

describe("a second lesson", () => {
  it("passes with its own steps ticked", async () => {
    const graded = await grade(RIGHT_STEP);
    expect(graded.verdict).toMatchObject({ status: "pass", lesson: "line-step" });
    expect(graded.verdict.steps).toEqual([
      { id: "drawn", seen: true, line: null },
      { id: "stepped", seen: true, line: null },
    ]);
    expect(page(graded)).toContain("Why it works");
  });

  it("has its own mistakes, words, line, hint and corners", async () => {
    const graded = await grade(lineStep([1, 0]), [
      { name: "step", about: ["slope-only"], line: 3 },
    ]);
    expect(graded.hint).toEqual({ title: "The slope-only moved alone", body: "Think." });
    expect(graded.verdict.steps[1]).toEqual({ id: "stepped", seen: true, line: 3 });
    const shown = page(graded);
    expect(shown).toContain("Line 3 moves the slope-only.");
    expect(shown).toContain("Look at line.step().");
    expect(shown).toContain("loss(t′, l)");
    expect(shown).toContain("the slope");
  });

  it("works its own case by hand where nothing is recognised", async () => {
    const shown = page(await grade(lineStep([0.3, 1.7])));
    expect(shown).toContain("slope · at + height");
    expect(shown).toContain("the miss before");
  });
});

const raised: Answer = (id) => {
  const error = { type: "LineError", message: "no line", line: 2, explain: null };
  return { id, shape: null, values: null, problem: null, error };
};
const STEPS = [
  { id: "drawn", text: "Draw it." },
  { id: "stepped", text: "Step." },
];

/** The texts of a report that the results show; steps and hints stand beside the lesson, the fit with what is wrong. */
function sentencesOf(report: RunReport): string[] {
  const { headline, mistake, explanation, error, cornersText, notes, laws } = report;
  const fitText = report.status === "wrong" ? report.fitText : null;
  const { where = null, id: _, ...card } = mistake ?? {};
  const worked = report.worked?.parts.map(({ title }) => title) ?? [];
  return [
    ...[headline, error?.type, error?.message, fitText, cornersText, where?.text],
    ...[...Object.values(card), ...Object.values(explanation ?? {}), ...worked, ...notes],
    ...(laws.length > 0 ? ["Laws"] : []),
  ].filter((text): text is string => typeof text === "string");
}

describe("what the grade command prints", () => {
  it.each([
    ["a pass", "pass", () => grade(RIGHT_STEP)],
    ["a named mistake", "wrong", () => grade(lineStep([1, 0]))],
    ["an unknown mistake", "wrong", () => grade(lineStep([0.3, 1.7]))],
    ["an error", "error", () => grade(RIGHT_STEP, [], raised)],
  ] as const)("is what the page shows of %s", async (_, status, run) => {
    const graded = await run();
    const report = runReport(graded, STEPS);
    expect(report.status).toBe(status);
    const shown = page(graded).replaceAll(/<[^>]*>/g, "");
    for (const text of sentencesOf(report)) expect(shown).toContain(text);
    expect(report.steps.map(({ text }) => text)).toEqual(["Draw it.", "Step."]);
    expect(report.hint).toBe(graded.hint);
  });

  it("explains an error with its title, its meaning, a next step and a hint, beside the learner's line", async () => {
    const graded = await grade(RIGHT_STEP, [], raised);
    const { headline, explanation, hint, error } = runReport(graded, STEPS);
    expect(headline).toBe("Not yet: the code raised LineError in line 2. No line.");
    expect(explanation).toEqual({
      title: "No line",
      message: "There is no line.",
      next: "Draw one.",
    });
    expect(hint).toEqual({ title: "No line", body: "Draw one." });
    expect(error).toMatchObject({ line: 2, explain: "no-line" });
    expect(page(graded)).toMatch(/line 2<\/\w+> <code>two\(3\)<\/code>/);
  });
});

/** Everything that takes part in a run of any lesson. */
const SHARED = [
  "app",
  "grading",
  "protocol",
  "runner",
  "state",
  "worker",
  "features/results",
  "features/run",
];

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

describe("nothing shared knows the first lesson by name", () => {
  const names = [
    check.slug,
    check.entry,
    ...(check.update?.leaves.map(({ name }) => name) ?? []),
    ...check.mistakes.map(({ id }) => id),
    ...check.errors.map(({ id }) => id).filter((id) => id !== "name-not-available"),
  ];

  it.each(SHARED)("src/%s", (folder) => {
    const files = sourcesIn(join("src", folder));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      // Examples in comments may come from anywhere.
      const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      const found = names.filter(
        (name) => code.includes(`"${name}"`) || code.includes(`\`${name}`),
      );
      expect(found, file).toEqual([]);
    }
  });
});
