/** Which modules are the second script of a worker. */
import path from "node:path";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url)).replaceAll("\\", "/");

/** Modules that few programs need, by folder below src/jax; "*" stands for all of one. */
const RARE: Readonly<Record<string, string>> = {
  bridge: "*",
  core: "jaxpr-names jaxpr-params jaxpr-text pretty",
  lax: "associative-scan integers rare-structure reductions slicing slicing-along-axes",
  linalg: "*",
  namespace: "*",
  nn: "rare-activations",
  numpy:
    "differences flipping grids histograms index-helpers inserting-and-deleting limits nan-reductions padding polynomials quantiles selecting sets sign-and-type-tests signals stacking statistics vector-products windows",
  optax: "*",
  random: "derived",
  transform:
    "checkpoint custom-arguments custom-jvp custom-vjp debug flatten-util jacobian linear-transpose numpy-callbacks",
};

/** Their paths below src, without an ending; of whole folders those. */
export function rareModules(): string[] {
  return Object.entries(RARE).flatMap(([folder, names]) =>
    names.split(" ").map((name) => `jax/${folder}${name === "*" ? "" : `/${name}`}`),
  );
}

function isRare(file: string): boolean {
  const [folder, name] = path.posix.relative(`${SRC}jax`, file).replace(/\.ts$/, "").split("/");
  const rare = RARE[folder]?.split(" ") ?? [];
  return rare.includes("*") || rare.includes(name);
}

/** Absolute paths of the modules that a module imports. */
export type ImportsOf = (file: string) => readonly string[];

/**
 * Tells which modules are a worker's first script: all that its entry and that of the second one reach without the rare
 * ones, but for those that import some of what the second script has.
 * @throws where the first script's entry is among those.
 */
export function inFirstScript(
  entries: { readonly first: string; readonly second: string },
  importsOf: ImportsOf,
): (file: string) => boolean {
  const first = new Set([entries.first, entries.second]);
  for (const file of first) for (const each of importsOf(file)) if (!isRare(each)) first.add(each);
  let ofSecond = [entries.second];
  while (ofSecond.length > 0) {
    for (const file of ofSecond) first.delete(file);
    ofSecond = [...first].filter((file) => importsOf(file).some((each) => !first.has(each)));
  }
  if (!first.has(entries.first))
    throw new Error(`${entries.first} imports what is in the second script.`);
  // The bundler's own helpers are nobody's import.
  return (file) => first.has(file) || !file.startsWith(SRC);
}
