/**
 * Every Python program of the lesson's folder, run in Pyodide on the CPU backend: compared with what real JAX was
 * recorded to give (golden/recorders/record_attempts.py), and judged as in the page. e2e/attempts.spec.ts sends
 * them through the sandbox on WebGL, on another draw.
 */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import recorded from "../../../golden/recordings/attempts.json";
import recordedCases from "./recorded-cases.json";
import { explainError } from "../../grading/explain-error";
import { gradedCases } from "../../grading/plan-run";
import { startBackend } from "../../jax/host";
import type { Verdict } from "../../protocol/verdict";
import { createFacadeModule } from "../../python/facade-module";
import { sameOutput } from "../../python/testing/same-output";
import { startPython, type TestPython } from "../../python/testing/start-python";
import { check } from "./check";
import { answersOfPython, type PythonInputs } from "./testing/answer-python";
import { drawSeedFor, judgeAnswers, planFor } from "./testing/judge-answers";
import { raisingPrograms } from "./testing/raising-lines";

const folder = new URL(".", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const programs = (kind: "right" | "wrong") =>
  readdirSync(new URL(`${kind}/`, folder))
    .filter((file) => file.endsWith(".py"))
    .map((file) => `${kind}/${file}`);

/** Codes that take one example at a time may leave batches out. */
const WITHOUT_BATCHES = new Set(["right/single-examples-only.py"]);
const ERRORS = new Set(check.errors.map(({ id }) => id));
const LINES = raisingPrograms("python");
/** Python's classes are called as its functions are, and its options are written with an equals sign. */
const NOT_IN_PYTHON = new Set(["new-missing", "option-written-as-in-python"]);

let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
}, 120_000);

const answers = (source: string, cases: Parameters<typeof answersOfPython>[2]) =>
  answersOfPython(python, source, cases);

function grade(path: string): Verdict {
  const plan = planFor(drawSeedFor(path));
  // Laws inform, and are asked of right answers alone here; their cases come last.
  const cases = path.startsWith("wrong/") ? gradedCases(plan) : plan.cases;
  return judgeAnswers(plan, answers(read(path), cases), "python");
}

it("has enough programs, and each id that has a card is somewhere", () => {
  expect(programs("right").length).toBeGreaterThanOrEqual(30);
  expect(programs("wrong").length).toBeGreaterThanOrEqual(40);
  const ids = new Set([...programs("wrong").map(idOf), ...LINES.map(({ id }) => id)]);
  const missing = [...check.mistakes.map(({ id }) => id), ...ERRORS].filter((id) => !ids.has(id));
  expect(missing).toEqual([...NOT_IN_PYTHON]);
});

it.each(LINES)("$line is told as $id", ({ id, source }) => {
  const [outcome] = answers(source, CASES.slice(0, 1));
  const error = outcome?.error ?? null;
  expect([error?.message, explainError(check, error, "python").error?.explain]).toEqual([
    expect.anything(),
    id,
  ]);
});

it.each(["solution.py", ...programs("right")])("%s passes", (path) => {
  const verdict = grade(path);
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

it.each(["start.py", ...programs("wrong")])("%s is told", (path) => {
  const id = idOf(path);
  const raises = id !== null && ERRORS.has(id);
  const verdict = grade(path);
  const found = raises ? verdict.error?.explain : (verdict.mistake?.id ?? null);
  expect([verdict.status, found, verdict.error?.message]).toEqual([
    raises ? "error" : "wrong",
    id,
    raises ? expect.anything() : undefined,
  ]);
  // A wrong answer that is nearly right would be told by luck.
  const worst = Math.max(...verdict.cases.map(({ budget }) => budget));
  expect(worst).toBeGreaterThan(20);
});

type RecordedCase = {
  shape?: number[];
  values?: (number | string)[];
  problem?: string;
  error?: { type: string; text: string };
};
type Recorded = { cases?: RecordedCase[]; load?: { type: string; text: string } };

const PROGRAMS: Record<string, Recorded> = recorded.programs;
const RECORDED = Object.fromEntries(
  Object.entries(PROGRAMS)
    .filter(([name]) => name.startsWith(`${check.slug}/`))
    .map(([name, program]) => [name.slice(check.slug.length + 1), program]),
);
const CASES = recordedCases.map((values, i) => ({
  id: `recorded-${i + 1}`,
  inputs: values.map(input),
}));

function input(values: number | number[] | number[][]): PythonInputs[number] {
  if (!Array.isArray(values)) return { shape: null, data: [values] };
  const rows = values.filter(Array.isArray);
  const [first] = rows;
  return { shape: first ? [rows.length, first.length] : [values.length], data: values.flat() };
}

/** Where the page cannot say what JAX says, and why. */
const OTHER_TEXT: Record<string, RegExp> = {
  // JAX has these; the page says that it has not.
  "wrong/name-not-available--experimental.py": /jax\.experimental/,
  "wrong/name-not-available--torch.py": /No module named 'torch'/,
  // The page says what to do in place of settings that it has not.
  "wrong/tracer-leaked--loss-kept-outside.py": /unexpected tracer[^]*Return it from the function/,
  // The page names what is near, and its files lie elsewhere.
  "wrong/name-not-available--import-from.py": /Linaer/,
  "wrong/name-not-available--jnp-from-jax.py": /'jax' has no attribute 'jnp'. Near: jax.numpy\./,
  "wrong/name-not-available--linen-linear.py": /module 'flax.linen' has no attribute 'Linear'/,
  "wrong/name-not-available--misspelled.py": /module 'jax.numpy' has no attribute 'average_of'/,
  "wrong/name-not-available--tree-map.py": /module 'jax' has no attribute 'tree_map'/,
};

/** Without what differs from run to run and between versions of Python; a set's order is by its hashes. */
function tidy(text: string): string {
  return text
    .replaceAll(/ at \S*\.py:\d+/g, "")
    .replaceAll(/0x[0-9a-f]{6,}/g, "0x…")
    .replace(/(?<=expected \d+), got \d+/, "")
    .replace(/(?<=symmetric difference on key sets is\n\s*)\S.*$/, (keys) =>
      keys.split(" ").sort().join(" "),
    );
}

describe("as recorded from JAX", () => {
  it("records every program that is here", () => {
    const here = ["solution.py", "start.py", ...programs("right"), ...programs("wrong")];
    const how = "record them on a real JAX: npm run parity -- record_attempts";
    expect(Object.keys(RECORDED).sort(), how).toEqual(here.sort());
  });

  it.each(Object.keys(RECORDED))("%s", (path) => {
    const wanted = RECORDED[path];
    const outcomes = answers(read(path), CASES);
    for (const [i, { shape, values, problem, error }] of outcomes.entries()) {
      const other = OTHER_TEXT[path];
      if (other) {
        expect(error?.message).toMatch(other);
        continue;
      }
      const each: RecordedCase = wanted?.load ? { error: wanted.load } : (wanted?.cases?.[i] ?? {});
      const raised = error && tidy(`${error.type}: ${error.message}`);
      const wantedError = each.error ? tidy(`${each.error.type}: ${each.error.text}`) : null;
      if (!sameOutput(String(raised), String(wantedError))) expect(raised).toBe(wantedError);
      expect([problem, shape]).toEqual([each.problem ?? null, each.shape ?? null]);
      const close = values?.every((value, k) => {
        const recordedValue = Number(each.values?.[k] === "nan" ? NaN : each.values?.[k]);
        const off = Math.abs(value - recordedValue);
        return off <= 1e-6 + 1e-5 * Math.abs(recordedValue) || Object.is(value, recordedValue);
      });
      expect([values, close ?? true]).toEqual([values, true]);
    }
  });
});
