/** What the calls of the lesson's programs show: which steps they tick, and the lines that cards point at. */
import { readdirSync, readFileSync } from "node:fs";
import { transform } from "sucrase";
import { beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../grading/judge";
import { planRun } from "../../grading/plan-run";
import { arrayFrom, endCallLog, readResult, startBackend, startCallLog } from "../../jax/host";
import { modules } from "../../jax/modules";
import type { LoggedCall } from "../../lib/logged-call";
import type { CaseOutcome, RunOutcome } from "../../protocol/run";
import type { Verdict } from "../../protocol/verdict";
import { check } from "./check";
import { STEPS } from "./steps";
import { STEP_RULES } from "./step-signs";

const folder = new URL(".", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const plan = planRun(check, { drawSeed: 77 });

/** A function made from text has two lines of its own before the text's first. */
function lineOfProgram(): number | null {
  const line = Number(/<anonymous>:(\d+):/.exec(new Error().stack ?? "")?.[1]);
  return Number.isInteger(line) ? line - 2 : null;
}

async function grade(source: string): Promise<Verdict> {
  Error.stackTraceLimit = 100;
  const { code } = transform(source, { transforms: ["typescript", "imports"] });
  const exported: Record<string, unknown> = {};
  startCallLog(lineOfProgram);
  new Function("require", "exports", code)((name: string) => modules[name], exported);
  const entry = exported[check.entry];
  if (typeof entry !== "function") throw new Error("no entry");
  const cases: CaseOutcome[] = [];
  let calls: readonly LoggedCall[] | null = null;
  for (const { id, inputs } of plan.cases) {
    const args = inputs.map(({ shape, data }) => (shape ? arrayFrom(shape, data) : data[0]));
    try {
      const { shape, values, problem } = readResult(await Reflect.apply(entry, undefined, args));
      cases.push({ id, shape, values: values && [...values], problem, error: null });
    } catch {
      // Code for single examples alone: a law's case.
      cases.push({ id, shape: null, values: null, problem: "none", error: null });
    }
    calls ??= endCallLog();
  }
  const outcome: RunOutcome = {
    id: 1,
    status: "done",
    backend: "cpu",
    precision: "float32",
    cases,
    calls: calls ?? [],
    seen: [],
    plots: [],
    console: [],
    error: null,
    ms: { boot: 0, run: 0 },
    notes: [],
  };
  return judge(check, plan, outcome, "typescript", source);
}

const lineWith = (source: string, text: string) =>
  source.split("\n").findIndex((line) => line.includes(text)) + 1;

beforeAll(async () => {
  await startBackend("cpu");
});

it("has a rule for each step, in order", () => {
  expect(STEP_RULES.map(({ id }) => id)).toEqual(STEPS.map(({ id }) => id));
});

it("ticks every step of a right answer, with the lines of the solution", async () => {
  const source = read("solution.ts");
  const { steps } = await grade(source);
  expect(steps.map(({ id, seen }) => [id, seen])).toEqual(STEPS.map(({ id }) => [id, true]));
  expect(steps.map(({ line }) => line)).toEqual([
    lineWith(source, "new nnx.Linear("),
    lineWith(source, "head.init("),
    lineWith(source, "head.apply("),
    lineWith(source, "jax.valueAndGrad("),
    lineWith(source, "jax.tree.map("),
    null,
  ]);
});

describe.each(readdirSync(new URL("right/", folder)).filter((file) => file.endsWith(".ts")))(
  "right/%s",
  (file) => {
    it("has all steps, whatever its style", async () => {
      const { steps } = await grade(read(`right/${file}`));
      expect(steps.filter(({ seen }) => !seen)).toEqual([]);
    });
  },
);

const TICKED: [string, string][] = [
  ["start.ts", "encoder"],
  ["wrong/only-nnx-moved--default-argnums.ts", "encoder trees forward"],
  ["wrong/sequential-update--nnx-first.ts", "encoder trees forward"],
  ["wrong/nothing-moved--old-trees-evaluated.ts", "encoder trees forward gradient"],
  ["wrong/swapped-return--after-first.ts", "encoder trees forward gradient update"],
  ["wrong/no-relu--linear.ts", "encoder trees gradient"],
  ["wrong/wrong-linen-seed--same-as-nnx.ts", "encoder gradient"],
  ["wrong/hidden-not-4--eight.ts", "trees gradient"],
];

it.each(TICKED)("%s shows the steps: %s", async (path, ticked) => {
  const { steps } = await grade(read(path));
  const seen = steps.filter((step) => step.seen).map(({ id }) => id);
  expect(seen.join(" ")).toBe(ticked);
});

/** A wrong program, what its line holds, what is said of the line. */
const PLACES: [string, string, string][] = [
  ["only-nnx-moved--default-argnums.ts", "jax.grad(", "asks `grad` for `argnums` 0 only."],
  ["only-linen-moved--argnums-one.ts", "jax.grad(", "for `argnums` 1 only."],
  ["sequential-update--nnx-first.ts", "argnums: 1", "updated a tree."],
  ["extra-step--two.ts", "jax.grad(", "took 2 gradients in one call of the function."],
  ["wrong-linen-seed--same-as-nnx.ts", "PRNGKey(", "from 0 where the seed is 0."],
  ["wrong-nnx-seed--plus-one.ts", "Rngs(", "from 1 where the seed is 0."],
  ["hidden-not-4--eight.ts", "nnx.Linear(", "builds `nnx.Linear(3, 8)`."],
];

it.each(PLACES)("%s is placed at %s", async (file, text, said) => {
  const source = read(`wrong/${file}`);
  const { mistake } = await grade(source);
  expect(mistake?.where?.line).toBe(lineWith(source, text));
  expect(mistake?.where?.text).toMatch(new RegExp(`^Line ${mistake?.where?.line} `));
  expect(mistake?.where?.text).toContain(said);
});

it("points nowhere where the calls do not say", async () => {
  // This one asks for both gradients and pairs both trees: what is wrong is out of the log's sight.
  expect((await grade(read("wrong/only-linen-moved--stop-gradient.ts"))).mistake?.where).toBeNull();
});

/** A wrong program and what its card says to look at, which its calls have narrowed down. */
const ADVICE: [string, RegExp][] = [
  ["only-nnx-moved--default-argnums.ts", /both trees differentiated/],
  ["only-nnx-moved--old-tree-renamed.ts", /what the new Linen tree is made from/],
  ["only-nnx-moved--tree-captured.ts", /which Linen tree the second loss takes/],
  ["only-linen-moved--encoder-captured.ts", /which NNX tree the second loss takes/],
  ["only-linen-moved--argnums-one.ts", /both trees differentiated/],
];

it.each(ADVICE)("%s is advised %s", async (file, text) => {
  const { mistake } = await grade(read(`wrong/${file}`));
  expect(mistake?.next).toMatch(text);
  const asksForBoth = /argnums: \[0, 1\]/.test(read(`wrong/${file}`));
  if (asksForBoth) expect(`${mistake?.message} ${mistake?.next}`).not.toMatch(/argnums/);
});

it("says in words that an update is missing, and marks no line for it", async () => {
  const source = read("wrong/only-nnx-moved--old-tree-renamed.ts");
  const { mistake } = await grade(source);
  const line = lineWith(source, "const newNnx = ");
  expect(mistake?.where).toEqual({
    line: null,
    text: `Line ${line} maps over the NNX tree and its gradient; no tree map does so for the Linen tree.`,
  });
});

it("tells the starting code that it is not finished, and where to go on", async () => {
  const source = read("start.ts");
  const { mistake, worked } = await grade(source);
  const line = lineWith(source, "// Step 2:");
  expect(mistake).toMatchObject({
    id: "unfinished",
    title: `Steps 2 to 6 are still to be written; step 2 is next: line ${line}`,
    where: { line },
  });
  expect(worked).toBeNull();
});

it("goes on with the steps that are left, as the program grows", async () => {
  const source = read("solution.ts");
  const [written] = source.split("  // Step 4:");
  const { mistake } = await grade(
    `${written}  const before = lossFn(nnxParams, linenParams);\n  return jnp.stack([before, before]);\n}\n`,
  );
  expect(mistake?.title).toBe("Steps 4 to 6 are still to be written; step 4 is next");
});

it("takes a finished program in which nothing moved for what it is", async () => {
  const { mistake } = await grade(read("wrong/nothing-moved--old-trees-evaluated.ts"));
  expect(mistake?.id).toBe("nothing-moved");
});
