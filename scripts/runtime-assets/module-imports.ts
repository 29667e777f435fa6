import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url)).replaceAll("\\", "/");

/** A file as a module's path below src, without its ending; null for a file elsewhere. */
export function moduleOf(file: string): string | null {
  return file.startsWith(SRC) && file.endsWith(".ts") ? file.slice(SRC.length, -3) : null;
}

/** The file of a module below src. */
export function fileOf(module: string): string {
  return `${SRC}${module}.ts`;
}

type Import = { readonly module: string; readonly names: readonly string[] };
const STATEMENT = /^(?:import|export)\s+(?!type\b)(?:([^;"]*?)\sfrom\s+)?"(\.[^"]+)";/gm;

/** What a module imports of others below src, types left out. */
export function importsOf(module: string): Import[] {
  const file = fileOf(module);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return [...text.matchAll(STATEMENT)].map(([, clause = "", specifier = ""]) => ({
    module: path.posix.join(path.posix.dirname(module), specifier),
    names: clause
      .replace(/[{}]/g, "")
      .split(",")
      .map((name) => name.trim().split(/\s+as\s+/)[0] ?? "")
      .filter((name) => name !== "" && !name.startsWith("type ")),
  }));
}

/** Modules that are reached from some, without those at which to stop. */
export function reached(
  from: readonly string[],
  stops: (module: string) => boolean,
): ReadonlySet<string> {
  const found = new Set(from);
  for (const module of found)
    for (const each of importsOf(module)) if (!stops(each.module)) found.add(each.module);
  return found;
}
