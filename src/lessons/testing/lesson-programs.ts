import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "../../protocol/backend";

/** A program of a lesson's text; `id` is its name in golden/recordings/lesson_snippets.json. */
export type LessonProgram = { id: string; source: string };

const FENCE: Record<Language, string> = { python: "python", typescript: "ts" };
const ENDING: Record<Language, string> = { python: ".py", typescript: ".ts" };
const folder = new URL("../", import.meta.url);

function lessonFolders(): { slug: string; url: URL }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ slug: name, url: new URL(`${name}/`, folder) }))
    .filter(({ url }) => readdirSync(url).includes("lesson.mdx"));
}

/** Every `<Snippet>` of every lesson's text as a complete program, set-up first. */
export function lessonSnippets(language: Language): LessonProgram[] {
  const fence = new RegExp(`\`\`\`${FENCE[language]}[^\\n]*\\n(.*?)\`\`\``, "gs");
  return lessonFolders().flatMap(({ slug, url }) => {
    const text = readFileSync(new URL("lesson.mdx", url), "utf8");
    return [...text.matchAll(/<Snippet id="([\w-]+)">(.*?)<\/Snippet>/gs)].map(
      ([, id = "", body = ""]) => ({
        id: `${slug}/${id}`,
        source: [...body.matchAll(fence)].map(([, code]) => code).join("\n"),
      }),
    );
  });
}

/** Every broken program in a lesson's `pitfalls/`. */
export function lessonPitfalls(language: Language): LessonProgram[] {
  return lessonFolders()
    .filter(({ url }) => readdirSync(url).includes("pitfalls"))
    .flatMap(({ slug, url }) =>
      readdirSync(new URL("pitfalls/", url))
        .filter((name) => name.endsWith(ENDING[language]))
        .map((name) => ({
          id: `${slug}/${name.replace(ENDING[language], "")}`,
          source: readFileSync(new URL(`pitfalls/${name}`, url), "utf8"),
        })),
    );
}
