import { parse, type Import } from "es-module-lexer/js";
import { nearestName } from "../../lib/nearest-name";
import { ProgramError } from "../program-error";
import { importedNames, starImport } from "./imported-names";

/** One module that programs may import: where it is loaded from, and the names it has. */
type ImportableModule = { address: string; names: readonly string[] };
export type ImportableModules = Readonly<Record<string, ImportableModule>>;

function lineAt(code: string, index: number): number {
  return code.slice(0, index).split("\n").length;
}

function list(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}

function findModule(specifier: string, modules: ImportableModules, line: number): ImportableModule {
  const found = Object.hasOwn(modules, specifier) ? modules[specifier] : undefined;
  if (found !== undefined) return found;
  const nearest = nearestName(specifier, Object.keys(modules));
  const hint = nearest === null ? "" : ` Did you mean "${nearest}"?`;
  throw new ProgramError(
    "ImportError",
    `This page has no "${specifier}".${hint} It has ${list(Object.keys(modules))}.`,
    line,
    "name-not-available",
  );
}

function checkNames(code: string, item: Import, specifier: string, module: ImportableModule): void {
  for (const { name, index } of importedNames(code.slice(item.importStart, item.importEnd))) {
    if (name === "default" || module.names.includes(name)) continue;
    const nearest = nearestName(name, module.names);
    const hint = nearest === null ? "" : ` The nearest name that is there is "${nearest}".`;
    throw new ProgramError(
      "ImportError",
      `"${specifier}" has no "${name}" on this page.${hint}`,
      lineAt(code, item.importStart + index),
      "name-not-available",
    );
  }
}

/** The text to put in place of an import's specifier, and where; null where it stays as it is. */
function replacement(code: string, item: Import, modules: ImportableModules) {
  if (item.type === "import-meta") return null;
  // `import(expression)` is left to the browser: the sandbox's policy lets nothing but blobs load.
  if (item.type === "dynamic" && (item.specifier === undefined || item.glob)) return null;
  const specifier = item.specifier ?? "";
  const module = findModule(specifier, modules, lineAt(code, item.importStart));
  if (item.type === "static") checkNames(code, item, specifier, module);
  const address = item.type === "dynamic" ? JSON.stringify(module.address) : module.address;
  return { start: item.start, end: item.end, text: address };
}

function parseImports(code: string): readonly Import[] {
  try {
    return parse(code)[0];
  } catch (error) {
    const index =
      typeof error === "object" && error !== null && "idx" in error ? Number(error.idx) : NaN;
    const line = Number.isFinite(index) ? lineAt(code, index) : null;
    throw new ProgramError("SyntaxError", "This line cannot be read as code.", line);
  }
}

/**
 * `import * as n` asks for the namespace object that the language makes, in which a missing name is
 * undefined; `import { default as n }` gives the page's own, which names the nearest. Null for the rest.
 */
function namespaceImport(code: string, item: Import) {
  if (item.type !== "static") return null;
  const star = starImport(code.slice(item.importStart, item.importEnd));
  if (star === null) return null;
  const start = item.importStart + star.index;
  return { start, end: start + star.text.length, text: `{ default as ${star.name} }` };
}

/**
 * Points the imports of a JavaScript module at the addresses of the modules that are there. Lines stay.
 * @throws {ProgramError} for a module or a name that is not there, with the nearest that is.
 */
export function rewriteImports(code: string, modules: ImportableModules): string {
  let result = "";
  let done = 0;
  for (const item of parseImports(code)) {
    const address = replacement(code, item, modules);
    for (const change of [namespaceImport(code, item), address]) {
      if (change === null || change.start < done) continue;
      result += code.slice(done, change.start) + change.text;
      done = change.end;
    }
  }
  return result + code.slice(done);
}
