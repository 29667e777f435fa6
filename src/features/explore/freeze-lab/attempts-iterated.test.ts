/** Programs of the lesson's folder, run and judged as in the page: what the lab makes of the update that was found. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { allCallsRequest } from "../../../grading/grade-request";
import { startBackend } from "../../../jax/host";
import { check } from "../../../lessons/mixed-train-step/check";
import { FREEZE_TRAINING } from "../../../lessons/mixed-train-step/freeze-training";
import {
  answerTypeScript,
  loadTypeScript,
} from "../../../lessons/mixed-train-step/testing/answer-typescript";
import {
  drawSeedFor,
  judgeAnswers,
  planFor,
} from "../../../lessons/mixed-train-step/testing/judge-answers";
import type { CaseOutcome } from "../../../protocol/run";
import { ofVerdict } from "./own-run";
import type { OwnRun } from "./own-run";
import { Runs } from "./runs";

const { leaves } = FREEZE_TRAINING;
const runs = new Runs(FREEZE_TRAINING);
const SETTING = { seed: 3, lr: 0.1 };

async function ownOf(program: string): Promise<OwnRun> {
  const path = new URL(`../../../lessons/mixed-train-step/${program}`, import.meta.url);
  const source = readFileSync(path, "utf8");
  const plan = planFor(drawSeedFor(program));
  const entry = loadTypeScript(source);
  const cases: CaseOutcome[] = [];
  for (const each of allCallsRequest(check, plan, source, "typescript").cases)
    cases.push(await answerTypeScript(entry, each));
  return ofVerdict(judgeAnswers(plan, cases, "typescript"), leaves);
}

function endOf(own: OwnRun, step = 300): number {
  if (own.kind !== "update") throw new Error(`no update, but ${own.kind}`);
  return runs.of(SETTING, own.rates).lossAt(step);
}

beforeAll(async () => {
  await startBackend("cpu");
});

it("goes where both go with a right program", async () => {
  const end = endOf(await ownOf("solution.ts"));
  expect(end / runs.moving("both", SETTING).lossAt(300)).toBeCloseTo(1, 1);
});

it("stands on the plateau of one half where one half moves", async () => {
  const end = endOf(await ownOf("wrong/only-nnx-moved--default-argnums.ts"));
  expect(end).toBeCloseTo(runs.moving("first", SETTING).lossAt(300), 3);
});

it("climbs with an ascent", async () => {
  const own = await ownOf("wrong/ascent--plus.ts");
  expect(endOf(own, 5)).toBeGreaterThan(endOf(own, 0));
});

it("goes twice as far with twice the rate", async () => {
  const own = await ownOf("wrong/lr-scaled--twice.ts");
  const twice = runs.moving("both", { seed: 3, lr: 0.2 });
  expect(endOf(own, 50) / twice.lossAt(50)).toBeCloseTo(1, 1);
});

it.each(["linen-first", "nnx-first"])("refuses one half after the other, %s", async (order) => {
  const own = await ownOf(`wrong/sequential-update--${order}.ts`);
  expect(own).toMatchObject({ kind: "none", why: expect.stringContaining("%") });
});
