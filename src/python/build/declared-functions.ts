import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { camelCase } from "../../jax/numpy/camel-case";
import { cached, hashOf } from "./cached";
import { readDeclarations, type Declarations, type Declared } from "./read-declarations";

async function sourcesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")).sort();
  return Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
}

/**
 * Asks TypeScript for the doc comment and the result of the facade's functions, so that `help()` says in Python
 * what the editor says in TypeScript. `folder` is that of the facade; it is read once per state of its files.
 */
export async function declaredFunctions(
  folder: string,
  cacheFolder: string,
): Promise<(module: string, name: string) => Declared> {
  const here = ["read-declarations.ts", "python-text.ts"];
  const own = here.map((file) => readFile(path.join(import.meta.dirname, file), "utf8"));
  const name = `declarations-${hashOf(...(await Promise.all(own)), ...(await sourcesBelow(folder)))}.json`;
  const kept = await cached(cacheFolder, name, async () =>
    Buffer.from(JSON.stringify(readDeclarations(folder))),
  );
  const declarations: Declarations = JSON.parse(Buffer.from(kept).toString("utf8"));
  return (module, name) => {
    const found = declarations[module]?.[camelCase(name)] ?? declarations[module]?.[`${name}_`];
    if (!found?.doc) throw new Error(`${module}.${name} has no doc comment in TypeScript.`);
    return found;
  };
}
