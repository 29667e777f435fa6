import { expect, it } from "vitest";
import { LANGUAGES } from "../protocol/backend";
import { findLesson, LESSONS } from "./index";

it("finds lessons by slug", () => {
  for (const lesson of LESSONS) expect(findLesson(lesson.slug)).toBe(lesson);
  expect(findLesson("no-such-lesson")).toBeNull();
});

it.each(LESSONS.map((lesson) => [lesson.slug, lesson] as const))(
  "%s exports the graded function from both programs of each language",
  (_, { check, programs }) => {
    const definitions = { typescript: "export function", python: "\ndef" };
    for (const language of LANGUAGES) {
      const { start, solution } = programs[language];
      const definition = `${definitions[language]} ${check.entry}(${check.parameters[0]}`;
      expect(start).toContain(definition);
      expect(solution).toContain(definition);
      expect(start).not.toBe(solution);
    }
  },
);

it.each(LESSONS.map((lesson) => [lesson.slug, lesson] as const))(
  "%s passes the parameters of its visible cases in the order of the function",
  (_, { check }) => {
    for (const inputs of check.visible) {
      expect(inputs.map(({ name }) => name)).toEqual(check.parameters);
      expect(check.reference(inputs)).toHaveLength(check.results.length);
    }
  },
);
