import type { ProgramTexts } from "./lesson";

/**
 * Programs that `import.meta.glob` read as text, by name and language: "./pitfalls/a.py" and "./pitfalls/a.ts"
 * become `{ a: { python, typescript } }`. Throws where a program is there in one language only.
 */
export function programTexts(
  files: Readonly<Record<string, string>>,
): Record<string, ProgramTexts> {
  const names = new Set(Object.keys(files).map((path) => path.replace(/\.\w+$/, "")));
  const textOf = (path: string): string => {
    const text = files[path];
    if (text === undefined) throw new Error(`${path} is missing`);
    return text;
  };
  return Object.fromEntries(
    [...names].map((path) => {
      const name = path.replace(/.*\//, "");
      return [name, { typescript: textOf(`${path}.ts`), python: textOf(`${path}.py`) }];
    }),
  );
}
