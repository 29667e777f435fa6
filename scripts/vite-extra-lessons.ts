import type { Plugin } from "vite";

/** The modules that find lessons by their folders. */
const FINDERS = ["/src/lessons/index.ts", "/src/lesson-texts.ts"];
/** A pattern of theirs: what it begins with, and what is looked for in each folder. */
const PATTERN = /"\.\/(?:lessons\/)?\*\/([^"]+)"/g;

/**
 * Vite plugin: lets the page find the lessons of one more folder besides those that are shipped, e.g. those of the
 * tests.
 * @param folder relative to the project's root
 */
export function extraLessons(folder: string): Plugin {
  return {
    name: "extra-lessons",
    enforce: "pre",
    transform(code, id) {
      if (!FINDERS.some((file) => id.endsWith(file))) return null;
      const widened = code.replace(
        PATTERN,
        (shipped, inside: string) => `[${shipped}, "/${folder}/*/${inside}"]`,
      );
      if (widened === code) throw new Error(`${id} no longer finds lessons by a pattern`);
      return { code: widened, map: null };
    },
  };
}
