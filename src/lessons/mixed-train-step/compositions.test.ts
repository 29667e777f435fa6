/**
 * Right programs that nobody wrote: put together from spellings of their parts, 150 in either language, run on the CPU
 * backend and judged as in the page. COMPOSITIONS=7 draws others. With COMPOSITIONS_TO=folder Python's are written
 * there, for golden/recorders/check_compositions.py to run on real JAX.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { gradedCases } from "../../grading/plan-run";
import { startBackend } from "../../jax/host";
import { seededRandom } from "../../lib/seeded-random";
import type { CaseOutcome } from "../../protocol/run";
import type { Language } from "../../protocol/backend";
import { createFacadeModule } from "../../python/facade-module";
import { startPython, type TestPython } from "../../python/testing/start-python";
import { answersOfPython } from "./testing/answer-python";
import { answerTypeScript, loadTypeScript } from "./testing/answer-typescript";
import { composePython } from "./testing/compose-python";
import { composeTypeScript } from "./testing/compose-typescript";
import type { Composition } from "./testing/composition";
import { judgeAnswers, planFor } from "./testing/judge-answers";

const COUNT = 150;
const SEED = Number(process.env.COMPOSITIONS ?? 20_261_130);
const FOLDER = process.env.COMPOSITIONS_TO;
const DRAW_SEED = 2718;

const random = seededRandom(SEED);
const inPython = Array.from({ length: COUNT }, () => composePython(random));
const inTypeScript = Array.from({ length: COUNT }, () => composeTypeScript(random));

let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
  inPython.forEach(({ source }, i) => {
    if (FOLDER) writeFileSync(path.join(FOLDER, `composition-${i + 1}.py`), source);
  });
}, 120_000);

function expectPass(
  cases: readonly CaseOutcome[],
  language: Language,
  { source }: Composition,
): void {
  const { status, error, mistake } = judgeAnswers(planFor(DRAW_SEED), cases, language);
  expect({ status, error, mistake, source }).toEqual({
    status: "pass",
    error: null,
    mistake: null,
    source,
  });
}

it("are many different programs", () => {
  const sources = [...inPython, ...inTypeScript].map(({ source }) => source);
  expect(new Set(sources).size).toBe(2 * COUNT);
});

describe("in Python", () => {
  it.each(inPython)("$title", (composition) => {
    const cases = gradedCases(planFor(DRAW_SEED));
    expectPass(answersOfPython(python, composition.source, cases), "python", composition);
  });
});

describe("in TypeScript", () => {
  it.each(inTypeScript)("$title", async (composition) => {
    const cases: CaseOutcome[] = [];
    const entry = loadTypeScript(composition.source);
    for (const each of gradedCases(planFor(DRAW_SEED)))
      cases.push(await answerTypeScript(entry, each));
    expectPass(cases, "typescript", composition);
  });
});
