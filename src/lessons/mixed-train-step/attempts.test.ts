/**
 * Every TypeScript program of the lesson's folder, run through the facade on the CPU backend and judged as in the
 * page. e2e/attempts.spec.ts sends them through the sandbox on WebGL, on another draw.
 */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { explainError } from "../../grading/explain-error";
import { allCallsRequest } from "../../grading/grade-request";
import { gradedCases } from "../../grading/plan-run";
import { startBackend } from "../../jax/host";
import type { CaseOutcome } from "../../protocol/run";
import type { Verdict } from "../../protocol/verdict";
import { check } from "./check";
import { answerTypeScript, loadTypeScript } from "./testing/answer-typescript";
import { drawSeedFor, judgeAnswers, planFor } from "./testing/judge-answers";
import { raisingPrograms } from "./testing/raising-lines";

const folder = new URL(".", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const programs = (kind: "right" | "wrong") =>
  readdirSync(new URL(`${kind}/`, folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${kind}/${file}`);

async function grade(path: string): Promise<Verdict> {
  const source = read(path);
  const plan = planFor(drawSeedFor(path));
  const request = allCallsRequest(check, plan, source, "typescript");
  const entry = loadTypeScript(source);
  const cases: CaseOutcome[] = [];
  for (const each of request.cases) cases.push(await answerTypeScript(entry, each));
  return judgeAnswers(plan, cases, "typescript");
}

beforeAll(async () => {
  await startBackend("cpu");
});

/** Codes that take one example at a time may leave batches out. */
const WITHOUT_BATCHES = new Set(["right/single-examples-only.ts"]);

const LINES = raisingPrograms("typescript");
const ERRORS = new Set(check.errors.map(({ id }) => id));
/** JavaScript has one kind of number, so a whole seed is no float; its operators do not meet arrays. */
const NOT_IN_TYPESCRIPT = new Set(["float-seed", "power-as-xor"]);

it("has enough programs, and each id that TypeScript can express is somewhere", () => {
  expect(programs("right").length).toBeGreaterThanOrEqual(20);
  expect(programs("wrong").length).toBeGreaterThanOrEqual(60);
  const ids = new Set([...programs("wrong").map(idOf), ...LINES.map(({ id }) => id)]);
  const missing = [...check.mistakes.map(({ id }) => id), ...ERRORS].filter((id) => !ids.has(id));
  expect(missing).toEqual([...NOT_IN_TYPESCRIPT]);
});

it.each(LINES)("$line is told as $id", async ({ id, source }) => {
  const [first] = gradedCases(planFor(drawSeedFor(id)));
  if (!first) throw new Error("no case");
  // A text that cannot be read raises while it loads.
  const { error } = await answerTypeScript((...args) => loadTypeScript(source)(...args), first);
  expect([error?.message, explainError(check, error, "typescript").error?.explain]).toEqual([
    expect.anything(),
    id,
  ]);
});

it.each(["solution.ts", ...programs("right")])("%s passes", async (path) => {
  const verdict = await grade(path);
  expect(verdict.error).toBeNull();
  expect(verdict.status).toBe("pass");
  expect(Math.max(...verdict.cases.map(({ budget }) => budget))).toBeLessThan(0.5);
  expect(verdict.fit?.leaves.map(({ factor }) => factor.toFixed(2))).toEqual(
    Array.from({ length: 4 }, () => "1.00"),
  );
  const broken = verdict.laws.filter(({ holds }) => !holds).map(({ id }) => id);
  expect(broken).toEqual(
    WITHOUT_BATCHES.has(path) ? ["takes-batches", "rows-may-be-permuted"] : [],
  );
});

/** Wrong files are named by the mistake they make, or by what explains their error. */
function idOf(path: string): string | null {
  return /^wrong\/(.+)--/.exec(path)?.[1] ?? null;
}

/** What a program imports is looked up by the worker, which is not in play here. */
const isOfTheWorker = (path: string) => path.endsWith("--import-from.ts");

it.each(["start.ts", ...programs("wrong")].filter((path) => !isOfTheWorker(path)))(
  "%s is told",
  async (path) => {
    const id = idOf(path);
    const raises = id !== null && ERRORS.has(id);
    const verdict = await grade(path);
    const found = raises ? verdict.error?.explain : (verdict.mistake?.id ?? null);
    expect([verdict.status, found, verdict.error?.message]).toEqual([
      raises ? "error" : "wrong",
      id,
      raises ? expect.anything() : undefined,
    ]);
    // A wrong answer that is nearly right would be told by luck.
    const worst = Math.max(...verdict.cases.map(({ budget }) => budget));
    expect(worst).toBeGreaterThan(20);
  },
);

/** What the fit says of updates that it can name: factors by leaf, then units by half. */
const FITS: [string, number[], string][] = [
  ["wrong/only-nnx-moved--default-argnums.ts", [1, 1, 0, 0], "step step"],
  ["wrong/only-linen-moved--encoder-captured.ts", [0, 0, 1, 1], "step step"],
  ["wrong/only-linen-moved--stop-gradient.ts", [0, 0, 1, 1], "step step"],
  ["wrong/nothing-moved--old-trees-evaluated.ts", [0, 0, 0, 0], "step step"],
  ["wrong/ascent--plus.ts", [-1, -1, -1, -1], "step step"],
  ["wrong/half-ascent--linen.ts", [1, 1, -1, -1], "step step"],
  ["wrong/lr-forgotten--both.ts", [1, 1, 1, 1], "gradient gradient"],
  ["wrong/lr-forgotten--linen.ts", [1, 1, 1, 1], "step gradient"],
  ["wrong/lr-scaled--twice.ts", [2, 2, 2, 2], "step step"],
  ["wrong/bias-not-updated--kernels-only.ts", [1, 0, 1, 0], "step step"],
  ["wrong/bias-not-updated--left-out-of-forward.ts", [1, 0, 1, 1], "step step"],
];

it.each(FITS)("the fit of %s is %j in %s", async (path, factors, units) => {
  const { fit } = await grade(path);
  expect(fit?.leaves.map(({ factor }) => Math.round(factor * 100) / 100)).toEqual(factors);
  expect(`${fit?.leaves[0]?.unit} ${fit?.leaves[2]?.unit}`).toBe(units);
});
