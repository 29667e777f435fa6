/** The forms' programs, in both languages: they print what real Flax prints, and the same losses as each other. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSamePrint, run } from "../../../../scripts/lib/printed-programs";
import { startBackend } from "../../../jax/host";
import { SUGAR } from "../../../lessons/mixed-train-step/sugar";
import { SUGAR_PROGRAMS } from "../../../lessons/mixed-train-step/sugar-programs";
import { createFacadeModule } from "../../../python/facade-module";
import { startPython } from "../../../python/testing/start-python";
import type { TestPython } from "../../../python/testing/start-python";
import { printedRun, sameSentence } from "./printed-run";
import { treeRows } from "./tree-rows";

const golden: { python: Record<string, string> } = JSON.parse(
  readFileSync(
    new URL("../../../../golden/recordings/sugar_programs.json", import.meta.url),
    "utf8",
  ),
);
const FORMS = SUGAR.forms.map(({ id }) => id);

const done = (text: string) => printedRun({ status: "done", error: null, console: [{ text }] });

it("are recorded, listed and written, one for one", () => {
  expect(Object.keys(golden.python).toSorted()).toEqual(FORMS.toSorted());
  expect(Object.keys(SUGAR_PROGRAMS).toSorted()).toEqual(FORMS.toSorted());
});

it.each(SUGAR.forms)("the tree of $id is what Flax has", ({ id, leaves }) => {
  expect(done(golden.python[id] ?? "")).toMatchObject({ kind: "ran", leaves });
});

it("Flax itself gives the same losses to the last digit in all forms", () => {
  expect(sameSentence(FORMS.map((id) => done(golden.python[id] ?? "")))).toMatch(/^The same two/);
});

describe("run here", () => {
  let python: TestPython;
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade: createFacadeModule() });
  }, 120_000);

  const printed = {
    typescript(source: string): string {
      const { lines, error } = run(source);
      expect(error).toBeNull();
      return lines.join("\n");
    },
    python(source: string): string {
      const { stdout, error } = python.run(source);
      expect(error).toBeNull();
      return stdout;
    },
  };

  it.each(["python", "typescript"] as const)("in %s they print what Flax prints", (language) => {
    const texts = Object.entries(SUGAR_PROGRAMS).map(([id, programs]) => {
      const text = printed[language](programs[language]);
      expectSamePrint(text, golden.python[id] ?? "");
      return done(text);
    });
    expect(sameSentence(texts)).toMatch(/^The same two losses in all 3/);
  });
});

describe("what a run printed", () => {
  it("is told apart from one that failed or did not end", () => {
    const error = { type: "TypeError", message: "no", line: 3, explain: null };
    expect(printedRun({ status: "error", error, console: [] })).toEqual({
      kind: "failed",
      why: "It raised TypeError in line 3: no",
    });
    expect(done("before 1.0").kind).toBe("failed");
  });

  it("is compared digit by digit, once all have run", () => {
    const one = done("before 1.0\nafter 0.5");
    expect(sameSentence([one, undefined])).toBeNull();
    expect(sameSentence([one, done("before 1.0\nafter 0.50000006")])).toMatch(/differ/);
  });
});

describe("treeRows", () => {
  it("puts names without a fork on one row", () => {
    const rows = treeRows(SUGAR.forms[1]?.leaves ?? []).map(
      ({ depth, names, shape }) => `${depth} ${names.join("/")} ${shape ?? ""}`,
    );
    expect(rows).toEqual([
      "0 encoder ",
      "1 bias/value 4",
      "1 kernel/value 3x4",
      "0 head ",
      "1 bias/value 2",
      "1 kernel/value 4x2",
      "1 to_nnx__rngs/default ",
      "2 count/value scalar",
      "2 key/value scalar",
    ]);
  });
});
