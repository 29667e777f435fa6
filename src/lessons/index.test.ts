import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../protocol/backend";
import { LESSONS } from "./index";
import { lesson as lineStep } from "./testing/line-step/lesson";

/** Folder and lesson, those of the tests included. */
const lessons = [
  ...LESSONS.map((lesson) => [`src/lessons/${lesson.check.slug}`, lesson] as const),
  ["src/lessons/testing/line-step", lineStep] as const,
];

it("finds every folder that holds a lesson, each with a place of its own in the list", () => {
  const folders = readdirSync("src/lessons").filter((name) =>
    existsSync(`src/lessons/${name}/lesson.ts`),
  );
  expect(LESSONS.map(({ check }) => check.slug).sort()).toEqual(folders.sort());
  expect(new Set(LESSONS.map(({ order }) => order)).size).toBe(LESSONS.length);
});

describe.each(lessons)("%s", (folder, { check, programs, steps, pitfalls, figures, marks }) => {
  const text = readFileSync(`${folder}/lesson.mdx`, "utf8");
  const named = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name]) => name));

  it("has a slug that is no other address", () => {
    expect(check.slug).toBe(basename(folder));
    expect(check.slug).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(["playground", "lessons", "figure", "testing"]).not.toContain(check.slug);
  });

  it("defines the graded function in both programs of each language", () => {
    const definitions = { typescript: "export function", python: "\ndef" };
    for (const language of LANGUAGES) {
      const [start, solution] = [programs.start[language], programs.solution[language]];
      const definition = `${definitions[language]} ${check.entry}(${check.parameters[0]}`;
      expect(start).toContain(definition);
      expect(solution).toContain(definition);
      expect(start).not.toBe(solution);
    }
  });

  it("passes the parameters of its visible cases in the order of the function", () => {
    for (const inputs of check.visible) {
      expect(inputs.map(({ name }) => name)).toEqual(check.parameters);
      expect(check.reference(inputs)).toHaveLength(check.results.length);
    }
  });

  it("has words for each step that the check looks for", () => {
    expect(steps.map(({ id }) => id)).toEqual(check.steps.map(({ id }) => id));
  });

  it("places each of its figures and broken programs, and no others", () => {
    expect(named(/<Figure\s+id="([^"]+)"/g)).toEqual(new Set(Object.keys(figures)));
    expect(named(/<Broken\s+program="([^"]+)"/g)).toEqual(new Set(Object.keys(pitfalls)));
  });

  it("names components of its own by their files, and marks lines only by its marks", () => {
    const pictures = existsSync(`${folder}/pictures`) ? readdirSync(`${folder}/pictures`) : [];
    const shared = "Broken Contents Figure Only Snippet Steps VisibleCases".split(" ");
    const known = [...shared, ...pictures.map((name) => name.replace(".tsx", ""))];
    expect(known).toEqual(expect.arrayContaining([...named(/<([A-Z]\w*)/g)]));
    const fences = [...text.matchAll(/^```\w+ (.*)$/gm)].map(([, words = ""]) => words).join(" ");
    const used = [...fences.matchAll(/(\w+)=/g)].map(([, mark]) => mark);
    expect(Object.keys(marks)).toEqual(expect.arrayContaining([...new Set(used)]));
  });
});
