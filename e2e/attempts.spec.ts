/**
 * Every Python program of the lesson's folder on WebGL, in the page's own Python: what it gives is judged as
 * the page judges it. Many programs share one worker here, so that their shaders are compiled once.
 */
import { readdirSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import type { CaseOutcome } from "../src/protocol/run";
import { gradedCases } from "../src/grading/plan-run";
import { check } from "../src/lessons/mixed-train-step/check";
import { judgeAnswers, planFor } from "../src/lessons/mixed-train-step/testing/judge-answers";
import { openLab } from "./attacks/support/lab";
import { programText } from "./support/lesson-page";

const DRAW_SEED = 7;
const AT_ONCE = 50;
const PLAN = planFor(DRAW_SEED);
const CASES = gradedCases(PLAN);

const PROGRAM = `
import json
import jax.numpy as jnp
from _lab.program import Program
from _lab.result import read_result

def argument(shape, numbers):
    return float(numbers[0]) if shape is None else jnp.asarray(numbers, dtype=jnp.float32).reshape(tuple(shape))

def outcome(program, entry, inputs):
    try:
        problem, shape, values = read_result(entry(*(argument(*each) for each in inputs)))
        return {"problem": problem, "shape": shape, "values": values and [str(v) for v in values]}
    except Exception as error:
        return {"error": program.failure(error)[:2]}

given = json.loads(GIVEN)
for i, source in enumerate(given["sources"]):
    program = Program(source, "mixed_train_step.py", "mixed_train_step")
    failure = program.run()
    entry = program.entry("mixed_train_step")
    if failure is not None:
        outcomes = [{"error": failure[:2]}] * len(given["cases"])
    else:
        outcomes = [outcome(program, entry, inputs) for inputs in given["cases"]]
    report = json.dumps(outcomes)
    # The console cuts long lines.
    for start in range(0, len(report), 1500):
        print(f"{i}:{report[start:start + 1500]}")
`;

type Reported = {
  problem?: string | null;
  shape?: number[] | null;
  values?: string[] | null;
  error?: [type: string, message: string];
};

function programs(): string[] {
  return ["right", "wrong"].flatMap((kind) =>
    readdirSync(new URL(`../src/lessons/mixed-train-step/${kind}`, import.meta.url))
      .filter((file) => file.endsWith(".py"))
      .map((file) => `${kind}/${file}`),
  );
}

/** What the programs gave, in their order, as they printed it. */
async function reports(page: Page, sources: readonly string[]): Promise<Reported[][]> {
  const inputs = CASES.map((each) => each.inputs.map(({ shape, data }) => [shape, data]));
  const given = JSON.stringify(JSON.stringify({ sources, cases: inputs }));
  const played = await page.evaluate(
    (source) =>
      window.__lab?.play({ source, language: "python", backend: "webgl", deadlineMs: 300_000 }),
    `GIVEN = ${given}\n${PROGRAM}`,
  );
  expect(played?.error).toBeNull();
  const texts = sources.map(() => "");
  for (const line of played?.stdout.split("\n") ?? []) {
    const [, index, text] = /^(\d+):(.*)$/.exec(line) ?? [];
    texts[Number(index)] += text ?? "";
  }
  return texts.map((text): Reported[] => JSON.parse(text));
}

function toOutcome({ problem, shape, values, error }: Reported, i: number): CaseOutcome {
  return {
    id: CASES[i]?.id ?? "",
    shape: shape ?? null,
    values: values?.map(Number) ?? null,
    problem: problem ?? null,
    error: error ? { type: error[0], message: error[1], line: null, explain: null } : null,
  };
}

/** "pass", or the status with the id that a wrong file is named by. */
function wanted(path: string): string {
  const id = /^wrong\/(.+)--/.exec(path)?.[1];
  if (id === undefined) return "pass";
  return check.errors.some((card) => card.id === id) ? `error ${id}` : `wrong ${id}`;
}

function told(reported: readonly Reported[]): string {
  const { status, mistake, error } = judgeAnswers(PLAN, reported.map(toOutcome), "python");
  return status === "pass"
    ? status
    : `${status} ${mistake?.id ?? error?.explain ?? error?.message}`;
}

test("every Python attempt is told on WebGL", async ({ page }) => {
  test.setTimeout(600_000);
  await openLab(page);
  const all = programs();
  const unlike: string[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const paths = all.slice(start, start + AT_ONCE);
    const reported = await reports(page, paths.map(programText));
    for (const [i, path] of paths.entries()) {
      const found = told(reported[i] ?? []);
      if (found !== wanted(path)) unlike.push(`${path}: ${found}`);
    }
  }
  expect(unlike).toEqual([]);
});
