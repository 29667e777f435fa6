import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { FOLLOWED_VERSIONS } from "../lib/followed-versions";
import { firstLesson } from "../lessons/testing/first-lesson";
import { notebookOf, scriptOf } from "./take-out";

const { check, programs } = firstLesson();
const source = programs.solution.python;
const taken = {
  source,
  title: "A lesson",
  check: {
    entry: check.entry,
    results: check.results,
    cases: check.visible.map((inputs) => ({
      inputs,
      here: [1, 0.5],
      expected: check.reference(inputs),
    })),
  },
};

it("keeps the program as it stands and calls it on each visible case", () => {
  const script = scriptOf(taken);
  expect(script.startsWith(source)).toBe(true);
  expect(script.match(/^ {8}\("case \d", \(\d+\.0, array\(\[/gm)).toHaveLength(
    check.visible.length,
  );
  expect(script).toContain("[1.0, 0.5]");
  expect(script).toContain(`in ${check.entry}(*inputs)]`);
  expect(script.trimEnd().endsWith("check_on_jax()")).toBe(true);
});

it("says nothing of the page where the program has not run", () => {
  const cases = taken.check.cases.map((one) => ({ ...one, here: null }));
  expect(scriptOf({ ...taken, check: { ...taken.check, cases } })).toContain("), None, [");
});

it("is a notebook of the same parts", () => {
  const notebook = JSON.parse(notebookOf(taken));
  expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  const code = notebook.cells
    .filter(({ cell_type }: { cell_type: string }) => cell_type === "code")
    .map(({ source: lines }: { source: string[] }) => lines.join(""));
  expect(code[0]).toContain(`jax==${FOLLOWED_VERSIONS.jax}`);
  expect(code[1]).toBe(source.trimEnd());
  expect(code[2]).toContain("check_on_jax()");
  const ids = notebook.cells.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it("gives a free program the plot() that the page has, and no main", () => {
  const script = scriptOf({ source: "plot([1])", title: "t", check: null });
  expect(script).toMatch(/def plot\(values[\s\S]*\nplot\(\[1\]\)\n$/);
  expect(script).not.toContain("__main__");
});

it("names the versions of the recordings", () => {
  const recorded = readdirSync("golden/recordings")
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(`golden/recordings/${name}`, "utf8")).recorded_from)
    .filter((from) => from !== undefined);
  expect(recorded.length).toBeGreaterThan(2);
  for (const from of recorded)
    for (const [name, version] of Object.entries(FOLLOWED_VERSIONS))
      expect(from[name] ?? version).toBe(version);
});
