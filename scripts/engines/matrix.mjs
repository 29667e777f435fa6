import { readFile, writeFile } from "node:fs/promises";
import { format, resolveConfig } from "prettier";

const PAGE = "docs/browsers.md";
const BEGIN = "<!-- engines: written by `npm run engines -- --write` -->";
const END = "<!-- end of engines -->";
const LANGUAGES = { python: "Python", typescript: "TypeScript" };

/** A row a step, a column an engine and language; the note of what does not work below. */
export function matrixText(columns) {
  const names = columns[0]?.steps.map(({ name }) => name) ?? [];
  const cell = ({ ok, note }) => (ok ? (note === "" ? "works" : note) : "does not work");
  const head = columns.map(({ title, language }) => `${title}, ${LANGUAGES[language]}`);
  const rows = names.map((name, i) => [name, ...columns.map(({ steps }) => cell(steps[i]))]);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const table = [line(["", ...head]), line(["-", ...head.map(() => "-")]), ...rows.map(line)];
  const notes = columns.flatMap(({ title, language, steps }) =>
    steps
      .filter(({ ok }) => !ok)
      .map(({ name, note }) => `- ${title}, ${LANGUAGES[language]}, ${name}: ${note}`),
  );
  return [...table, ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
}

/** Puts the matrix between its marks in docs/browsers.md. */
export async function writeMatrix(columns) {
  const page = await readFile(PAGE, "utf8");
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} has no place for the matrix (${BEGIN}).`);
  const text = `${before}${BEGIN}\n\n${matrixText(columns)}\n\n${END}${after}`;
  const options = await resolveConfig(PAGE);
  await writeFile(PAGE, await format(text, { ...options, parser: "markdown" }));
}
