import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

/** The table of docs/architecture.md, written again here so that a slip in the linter's copy shows. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  lib: [],
  ui: ["lib"],
  reading: ["lib"],
  prng: ["lib"],
  protocol: ["lib"],
  jax: ["prng", "lib"],
  python: ["jax", "protocol", "lib"],
  worker: ["jax", "python", "protocol", "lib"],
  runner: ["protocol", "lib"],
  grading: ["prng", "protocol", "lib"],
  lessons: ["grading", "prng", "protocol", "lib"],
  state: ["runner", "grading", "lessons", "protocol", "lib"],
  "features/editor": ["state", "ui", "reading", "protocol", "lib"],
  "features/lesson": ["state", "ui", "reading", "protocol", "lib"],
  "features/results": ["state", "ui", "reading", "protocol", "lib"],
  app: ["features/editor", "features/lesson", "features/results", "state", "ui", "protocol", "lib"],
};

const FOLDERS = Object.keys(MAY_IMPORT);
const eslint = new ESLint();

describe("import directions", () => {
  test.each(FOLDERS)("src/%s imports only what its row allows", async (folder) => {
    const source = `src/${folder}/probe.ts`;
    const others = FOLDERS.filter((name) => name !== folder);
    const probes = others.map((other, i) => {
      const target = relative(`src/${folder}`, firstModule(`src/${other}`)).replace(/\.tsx?$/, "");
      return `export * as probe${i} from "${target}";`;
    });
    const [result] = await eslint.lintText(probes.join("\n"), { filePath: source });
    const lines = result.messages
      .filter(({ ruleId }) => ruleId === "import-x/no-restricted-paths")
      .map(({ line }) => others[line - 1]);
    const refused = others.filter((other) => lines.includes(other));
    expect(refused).toEqual(others.filter((other) => !MAY_IMPORT[folder].includes(other)));
  });

  test.each([
    ["src/state/probe.ts", "@tensorflow/tfjs-core"],
    ["src/state/probe.ts", "react"],
    ["src/app/probe.tsx", "monaco-editor/editor/editor.api"],
    ["src/features/editor/probe.tsx", "recharts"],
    ["src/grading/probe.ts", "valibot"],
  ])("%s may not import %s", async (filePath, name) => {
    const code = `import * as probe from "${name}";\nexport const used = probe;\n`;
    const [result] = await eslint.lintText(code, { filePath });
    expect(result.messages.map(({ ruleId }) => ruleId)).toContain("no-restricted-imports");
  });
});

/** Some module of a folder, found anew so that renaming a file does not break this test. */
function firstModule(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true });
  const file = entries.find(({ name }) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name));
  if (file) return join(folder, file.name);
  const nested = entries.find((entry) => entry.isDirectory());
  if (!nested) throw new Error(`${folder} holds no module`);
  return firstModule(join(folder, nested.name));
}
