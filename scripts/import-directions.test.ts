import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

/** Folder → the folders it may import, as docs/architecture.md tells people; the linter must do the same. */
const MAY_IMPORT = new Map(documentedRows());
const FOLDERS = [...MAY_IMPORT.keys()];
const eslint = new ESLint();

function documentedRows(): [folder: string, allowed: string[]][] {
  const rows = readFileSync("docs/architecture.md", "utf8").matchAll(
    /^\| `src\/([^`.]+)\/`\s*\|.*\| ([^|]+?)\s*\|$/gm,
  );
  return [...rows].flatMap(([, path, allowed]) => {
    const folder = path.replace("/<slug>", "");
    const names = allowed === "nothing" ? [] : allowed.split(", ");
    // Features are not one folder to the linter: no feature may import another.
    const parts = folder === "features" ? subfolders("src/features") : [""];
    return parts.map((part): [string, string[]] => [join(folder, part), names]);
  });
}

/** The folders of src/jax by floor, from the ground up, as docs/architecture.md tells people. */
function documentedFloors(): string[][] {
  const text = readFileSync("docs/architecture.md", "utf8");
  const [, table = ""] = text.split("from the ground up");
  const rows = table.split("`src/features`")[0].matchAll(/^\| ((?:`[\w/-]+`(?:, )?)+)\s*\|/gm);
  return [...rows].map(([, names]) => names.replaceAll("`", "").split(", "));
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** The rules of the linter that a file with this code would break. */
async function brokenRules(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result.messages.map(({ ruleId }) => ruleId);
}

/** Which of some folders code in a folder may not import. */
async function refused(folder: string, others: readonly string[]): Promise<string[]> {
  const probes = others.map((other, i) => importOf(folder, firstModule(other), `probe${i}`));
  const [result] = await eslint.lintText(probes.join("\n"), { filePath: `${folder}/probe.ts` });
  const lines = result.messages
    .filter(({ ruleId }) => ruleId === "import-x/no-restricted-paths")
    .map(({ line }) => line - 1);
  return others.filter((_, i) => lines.includes(i));
}

const FLOORS = documentedFloors();
const LESSON = `src/lessons/${subfolders("src/lessons").find((name) => name !== "testing")}`;
const PICTURES = `${LESSON}/pictures`;

describe("import directions", () => {
  test("every folder of src has a row in docs/architecture.md", () => {
    const tops = new Set(FOLDERS.map((folder) => folder.split("/")[0]));
    expect([...tops].sort()).toEqual(subfolders("src").sort());
  });

  test.each(FOLDERS)("src/%s imports only what its row allows", async (folder) => {
    const others = FOLDERS.filter((name) => name !== folder);
    const against = await refused(
      `src/${folder}`,
      others.map((name) => `src/${name}`),
    );
    const allowed = MAY_IMPORT.get(folder);
    expect(others.filter((other) => !against.includes(`src/${other}`))).toEqual(
      others.filter((other) => allowed?.includes(other.split("/")[0])),
    );
  });

  test("every folder of src/jax is on a floor in docs/architecture.md", () => {
    const folders = FLOORS.flat().filter((name) => !name.includes("/"));
    expect([...folders, "testing"].sort()).toEqual(subfolders("src/jax").sort());
  });

  test.each(FLOORS.flatMap((floor, i) => floor.map((name) => [name, i] as const)))(
    "src/jax/%s imports only from floors below",
    async (folder, i) => {
      const others = FLOORS.flat().filter(
        (name) => name !== folder && !name.startsWith(`${folder}/`),
      );
      const below = FLOORS.slice(0, i).flat();
      const against = await refused(
        `src/jax/${folder}`,
        [...others, "testing"].map((name) => `src/jax/${name}`),
      );
      expect(against).toEqual(
        [...others.filter((name) => !below.includes(name)), "testing"].map(
          (name) => `src/jax/${name}`,
        ),
      );
    },
  );

  test.each([
    ["src/jax/core", "src/jax/host.ts"],
    ["src/python", firstModule("src/jax/testing")],
    ["src/features/lesson", firstModule("src/features/results")],
    ["src/state", firstModule(PICTURES)],
    ["src/lessons", firstModule(PICTURES)],
    ["src/app", `${LESSON}/lesson.mdx`],
    [PICTURES, firstModule("src/state")],
    [LESSON, firstModule("src/figures")],
  ])("%s may not import %s", async (folder, target) => {
    const broken = await brokenRules(`${folder}/probe.tsx`, importOf(folder, target));
    expect(new Set(broken)).toEqual(new Set(["import-x/no-restricted-paths"]));
  });

  test.each([
    [PICTURES, firstModule("src/figures")],
    [PICTURES, firstModule("src/ui")],
    [PICTURES, firstModule(LESSON)],
  ])("%s may import %s", async (folder, target) => {
    expect(await brokenRules(`${folder}/probe.tsx`, importOf(folder, target))).toEqual([]);
  });

  test.each([
    ["src/state/probe.ts", "@tensorflow/tfjs-core"],
    ["src/state/probe.ts", "react"],
    [`${LESSON}/probe.ts`, "react"],
    ["src/app/probe.tsx", "monaco-editor/editor/editor.api"],
    ["src/features/editor/probe.tsx", "recharts"],
    ["src/features/playground/probe.ts", "@lezer/python"],
    ["src/grading/probe.ts", "valibot"],
  ])("%s may not import the package %s", async (filePath, name) => {
    const code = `import * as probe from "${name}";\nexport const used = probe;\n`;
    expect(await brokenRules(filePath, code)).toContain("no-restricted-imports");
  });
});

/** Code in a folder that takes all of a module. */
function importOf(folder: string, target: string, name = "probe"): string {
  const path = relative(folder, target).replace(/\.tsx?$/, "");
  return `export * as ${name} from "${path.startsWith(".") ? path : `./${path}`}";`;
}

/** Some module of a folder, found anew so that renaming a file does not break this test. */
function firstModule(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true });
  const file = entries.find(({ name }) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name));
  if (file) return join(folder, file.name);
  const nested = entries.find((entry) => entry.isDirectory());
  if (!nested) throw new Error(`${folder} holds no module`);
  return firstModule(join(folder, nested.name));
}
