/**
 * The facade taken apart. Modules named in src/jax/part-modules.ts leave the main script, which gets a stand-in
 * for each of their functions, and become scripts of their own. Such a script has the other modules that it imports
 * from the main script, by number: `shared-values.ts` and `shared-typescript.ts` are filled with them.
 */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { PARTS, type PartName } from "../../src/jax/part-modules";
import { LANGUAGES, type Language } from "../../src/protocol/backend";
import { fileOf, moduleOf } from "./module-imports";
import { isInPart, modulesOf, PART_NAMES, partGraph } from "./part-graph";

const VALUES = "jax/shared-values";
const TYPESCRIPT_VALUES = "jax/shared-typescript";
const SHARED = "\0shared:";

/** Module -> its functions -> their names in Python, or null for those without a row in the table. */
const FUNCTIONS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = JSON.parse(
  readFileSync(new URL("../../src/jax/part-functions.json", import.meta.url), "utf8"),
);
/** Where programs find the functions of a folder that have no row, and those whose names differ. */
const OWNERS: Readonly<Record<string, string>> = {
  bridge: "flax.nnx.bridge.",
  lax: "jax.lax.",
  numpy: "jax.numpy.",
  optax: "optax.",
  transform: "jax.",
  "core/jaxpr-text jaxprText": "jax.make_jaxpr",
  "flatten-util ravelPytree": "jax.flatten_util.ravel_pytree",
  "transform/debug print": "jax.debug.print",
};

function functionsOf(module: string): [name: string, python: string | null][] {
  return Object.entries(FUNCTIONS[module] ?? {});
}

/** Functions without a row, by module and export: the place in the list is their number. */
const plain = PART_NAMES.flatMap(modulesOf).flatMap((module) =>
  functionsOf(module).flatMap(([name, python]) => (python === null ? [`${module} ${name}`] : [])),
);

/** The name that errors show of a function without a row. */
function shownName(module: string, name: string): string {
  const [, folder = "", ...file] = module.split("/");
  return OWNERS[`${[folder, ...file].join("/")} ${name}`] ?? `${OWNERS[folder] ?? ""}${name}`;
}

function quoted(...texts: readonly string[]): string {
  return texts.map((text) => JSON.stringify(text)).join();
}

/** Text of a module that stands in for one in a part. */
function standInText(module: string): string {
  const stands = functionsOf(module).map(([name, python]) => {
    const number = plain.indexOf(`${module} ${name}`);
    const later =
      python === null
        ? `/* @__PURE__ */ functionLater(${number}, ${quoted(shownName(module, name))})`
        : `defineLater(${quoted(...python.split(/\.(?=\w+$)/))})`;
    return `export const ${name} = ${later};\n`;
  });
  return [
    `import { defineLater } from ${quoted(fileOf("jax/numpy/function-table"))};\n`,
    `import { functionLater } from ${quoted(fileOf("jax/function-later"))};\n`,
    ...stands,
  ].join("");
}

/** Text of a part's entry: its modules, whose rows find their stand-ins by themselves, and what has no row. */
function partText(part: PartName): string {
  const lines = modulesOf(part).map((module, i) => {
    const calls = functionsOf(module)
      .filter(([, python]) => python === null)
      .map(([name]) => `handIn(${plain.indexOf(`${module} ${name}`)}, m${i}.${name});\n`);
    return `import * as m${i} from ${quoted(fileOf(module))};\n${calls.join("")}`;
  });
  return `import { handIn } from ${quoted(fileOf("jax/function-later"))};\n${lines.join("")}`;
}

/** The names that tell that a program needs a part, in lower case and without `_`. */
export function wordsOf(part: PartName): string[] {
  const names =
    PARTS[part].names ??
    modulesOf(part)
      .flatMap(functionsOf)
      .map(([name, python]) => python?.split(".").pop() ?? name);
  return [...new Set(names.map((name) => name.replaceAll("_", "").toLowerCase()))].sort();
}

/** The languages whose programs may need a part. */
export function languagesOf(part: PartName): Language[] {
  return PARTS[part].typescriptOnly === true ? ["typescript"] : [...LANGUAGES];
}

/** Values of modules, each `module name`, as a list. */
function listText(values: readonly string[]): string {
  const imports = values.map((each, i) => {
    const [module = "", name = ""] = each.split(" ");
    return `import { ${name} as s${i} } from ${quoted(fileOf(module))};\n`;
  });
  return `${imports.join("")}const list = [${values.map((_, i) => `s${i}`).join()}];\n`;
}

/** Vite plugin for scripts that hold the facade: what is in parts is left out of them. */
export function withoutParts(): Plugin {
  const { shared, common } = partGraph();
  return {
    name: "facade-without-parts",
    enforce: "pre",
    load(file) {
      const module = moduleOf(file);
      if (module === VALUES)
        return `${listText(shared.slice(0, common))}export const shared = list;\n`;
      if (module === TYPESCRIPT_VALUES)
        return `${listText(shared.slice(common))}import { shared } from ${quoted(fileOf(VALUES))};\nshared.push(...list);\n`;
      return module !== null && isInPart(module) ? standInText(module) : null;
    },
  };
}

/** The entry of a part's script for {@link onlyPart}. */
export const PART_ENTRY = "\0facade-part";

/** Vite plugin for the script of one part. */
export function onlyPart(part: PartName): Plugin {
  const { isShared, shared } = partGraph();
  return {
    name: "facade-part",
    enforce: "pre",
    async resolveId(id, importer) {
      if (id === PART_ENTRY) return id;
      const found = await this.resolve(id, importer, { skipSelf: true });
      const module = found === null ? null : moduleOf(found.id);
      return module !== null && isShared(part, module) ? `${SHARED}${module}` : found;
    },
    load(id) {
      if (id === PART_ENTRY) return partText(part);
      if (!id.startsWith(SHARED)) return null;
      const values = shared.map((each, i) => ({ value: each.split(" "), i }));
      return values
        .filter(({ value: [module] }) => module === id.slice(SHARED.length))
        .map(
          ({ value: [, name], i }) => `export const ${name} = globalThis.__facadeShared[${i}];\n`,
        )
        .join("");
    },
  };
}
