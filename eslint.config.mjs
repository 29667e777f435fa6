/**
 * The folders of src/ and what each may import: the table of docs/architecture.md as data. Rules are
 * generated from it, so a new folder without a row stops the linter, and an import against the
 * direction is an error.
 */
import { readdirSync } from "node:fs";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import globals from "globals";
import { importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const MAY_IMPORT = {
  lib: [],
  ui: ["lib"],
  reading: ["lib"],
  "figure-models": ["lib"],
  figures: ["ui", "figure-models", "lib"],
  prng: ["lib"],
  protocol: ["lib"],
  jax: ["prng", "lib"],
  python: ["jax", "protocol", "lib"],
  worker: ["jax", "python", "protocol", "lib"],
  runner: ["protocol", "lib"],
  grading: ["prng", "protocol", "lib"],
  lessons: ["grading", "prng", "protocol", "figure-models", "lib"],
  state: ["runner", "grading", "lessons", "protocol", "lib"],
  features: ["state", "ui", "figures", "figure-models", "reading", "protocol", "lib"],
  app: ["features", "state", "ui", "figures", "figure-models", "protocol", "lib"],
};

/**
 * The folders of src/jax from the ground up. A folder may import itself and every folder of a floor below: not its
 * neighbours, not upwards, and not the entries beside the folders.
 */
const JAX_FLOORS = [
  ["base"],
  ["format"],
  ["array"],
  ["device"],
  ["core"],
  ["tree"],
  ["linalg/host"],
  ["numpy"],
  ["transform"],
  ["linalg", "lax"],
  ["random"],
  ["nn"],
  ["optax"],
  ["linen", "nnx"],
  ["bridge"],
  ["namespace"],
  ["faces"],
];
/** Tests and what they are made of may import all of src/jax; nothing else may import them. */
const JAX_TESTS = ["src/jax/**/*.test.ts", "src/jax/testing/**/*.ts"];

/** A lesson's own React components. They may import more than the rest of its folder, and nobody imports them. */
const PICTURES = "src/lessons/**/pictures/*.tsx";
const PICTURES_MAY_IMPORT = ["lessons", ...MAY_IMPORT.lessons, "ui", "figures"];

/** Packages that only some folders may import. */
const PACKAGES = [
  { names: ["@tensorflow/*", "@tensorflow/**"], folders: ["jax"], what: "tfjs belongs to src/jax" },
  {
    names: ["react", "react-dom", "react/*", "react-dom/*"],
    folders: ["ui", "figures", "features", "app", "pictures"],
    what: "React belongs to the page's components",
  },
  {
    names: ["monaco-editor", "monaco-editor/*", "monaco-editor/**", "codemirror", "@codemirror/*"],
    folders: ["features/editor"],
    what: "editors belong to src/features/editor",
  },
  {
    names: ["@lezer/*"],
    folders: ["reading", "features/editor"],
    what: "parsers belong to src/reading",
  },
  {
    names: ["recharts"],
    folders: ["figures", "features/results", "features/explore", "features/playground"],
    what: "charts belong to figures, results, explore and playground",
  },
  {
    names: ["valibot"],
    folders: ["protocol", "state"],
    what: "schemas belong to src/protocol",
  },
];

const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name } of folders) {
  if (!(name in MAY_IMPORT)) throw new Error(`src/${name} has no row in eslint.config.mjs`);
}
const features = readdirSync("src/features", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const zones = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: "./src",
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `${folder}/ may import only: ${allowed.join(", ") || "nothing of src/"}`,
}));
const featureZones = features.map((feature) => ({
  target: `./src/features/${feature}`,
  from: "./src/features",
  except: [`./${feature}`],
  message: "a feature may not import another feature",
}));

const rooms = readdirSync("src/jax", { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
for (const { name } of rooms) {
  if (name !== "testing" && !JAX_FLOORS.flat().includes(name))
    throw new Error(`src/jax/${name} has no floor in eslint.config.mjs`);
}
const jaxZones = JAX_FLOORS.flatMap((floor, i) =>
  floor.map((folder) => {
    const below = JAX_FLOORS.slice(0, i).flat();
    return {
      target: `./src/jax/${folder}`,
      from: "./src/jax",
      except: [folder, ...below].map((name) => `./${name}`),
      message: `jax/${folder} may import only: ${below.join(", ") || "nothing of src/jax"}`,
    };
  }),
);
const testingZone = {
  target: "./src",
  from: "./src/jax/testing",
  message: "src/jax/testing is for tests",
};

const proseZones = Object.keys(MAY_IMPORT).map((folder) => ({
  target: `./src/${folder}`,
  from: ["./src/lessons/**/pictures/**", "./src/lessons/**/*.mdx"],
  message: "a lesson's prose and pictures are for the composition root",
}));

/** One `no-restricted-imports` entry a folder: a later one for the same file replaces the earlier. */
const packageRules = [
  ...Object.keys(MAY_IMPORT).map((folder) => [folder, `src/${folder}/**/*.{ts,tsx}`]),
  ...features.map((name) => [`features/${name}`, `src/features/${name}/**/*.{ts,tsx}`]),
  ["pictures", PICTURES],
].map(([folder, files]) => ({
  files: [files],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: PACKAGES.filter(
          ({ folders: allowed }) => !allowed.some((name) => `${folder}/`.startsWith(`${name}/`)),
        ).map(({ names, what }) => ({ group: names, message: what })),
      },
    ],
  },
}));

/** Learners' programs: they import `jax` and `flax`, which are not packages here. */
const PROGRAMS = [
  "src/lessons/**/{start,solution}.ts",
  "src/lessons/**/{right,wrong,pitfalls,sugar}/*.ts",
  "src/features/playground/examples/*.ts",
];

export default tseslint.config(
  {
    ignores: [
      "dist/**",
      ".cache/**",
      "node_modules/**",
      "test-results/**",
      "golden/**",
      ...PROGRAMS,
    ],
  },
  ...tseslint.configs.recommended,
  importX.flatConfigs.typescript,
  {
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      ...reactHooks.configs.recommended.rules,
      eqeqeq: "error",
      "no-console": "off",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "import-x/no-default-export": "error",
      "import-x/no-restricted-paths": [
        "error",
        {
          basePath: import.meta.dirname,
          zones: [...zones, ...featureZones, ...jaxZones, testingZone, ...proseZones],
        },
      ],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  ...packageRules,
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: [
      "src/worker/**",
      "src/features/editor/**",
      "src/lessons/index.ts",
      "src/lessons/**/lesson.ts",
      "src/lesson-texts.ts",
      "src/features/playground/examples.ts",
    ],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Worker']",
          message: "workers are made in src/worker and the editor only",
        },
        {
          selector:
            "CallExpression[callee.object.type='MetaProperty'][callee.property.name='glob']",
          message:
            "import.meta.glob finds lessons, their programs and the playground's examples, nothing else",
        },
      ],
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**/*.ts", "src/jax/testing/contract/**/*.ts"],
    rules: { "max-lines": "off" },
  },
  {
    files: JAX_TESTS,
    rules: {
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }],
    },
  },
  {
    files: [PICTURES],
    rules: {
      "import-x/no-restricted-paths": [
        "error",
        {
          basePath: import.meta.dirname,
          zones: [
            {
              target: "./src/lessons",
              from: "./src",
              except: PICTURES_MAY_IMPORT.map((name) => `./${name}`),
              message: `a lesson's pictures may import only: ${PICTURES_MAY_IMPORT.join(", ")}`,
            },
          ],
        },
      ],
    },
  },
  {
    // The texts of a lesson's cards stand in one file, however many they are.
    files: ["src/lessons/*/cards.ts"],
    rules: { "max-lines": "off" },
  },
  {
    // A lesson's programs are tried on the facade itself; the lesson's own code may not import it.
    files: [
      "src/lessons/*/{attempts,compositions,evidence,python-attempts}.test.ts",
      "src/lessons/*/testing/answer-{python,typescript}.ts",
    ],
    rules: { "import-x/no-restricted-paths": "off" },
  },
  {
    // What a figure shows is its own work on the lesson's arithmetic: its numbers are tried with both.
    files: ["src/features/explore/**/*.test.ts"],
    rules: { "import-x/no-restricted-paths": "off" },
  },
  {
    files: ["*.config.{ts,mjs}", "src/**/*.d.ts"],
    rules: { "import-x/no-default-export": "off" },
  },
);
