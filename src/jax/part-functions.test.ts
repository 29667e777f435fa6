import { expect, it } from "vitest";
import { rowBehind } from "./numpy/function-table";
import { PARTS } from "./part-modules";

/** Export -> Python's name where it has a row in the table of functions, else null. */
async function functionsOf(path: string): Promise<Record<string, string | null>> {
  const module: Readonly<Record<string, unknown>> = await import(
    new URL(`${path}.ts`, import.meta.url).href
  );
  return Object.fromEntries(
    Object.entries(module).flatMap(([name, value]) => {
      // Other values cannot come later; the build fails where the main script needs one.
      if (typeof value !== "function") return [];
      const row = rowBehind(value);
      return [[name, row === undefined ? null : `${row.module}.${row.name}`]];
    }),
  );
}

// `npx vitest run src/jax/part-functions.test.ts -u` writes the file anew.
it("part-functions.json holds what the modules of parts export", async () => {
  const paths = Object.values(PARTS).flatMap(({ modules }) => modules);
  const functions = await Promise.all(
    paths.map(async (path) => [`jax/${path}`, await functionsOf(path)] as const),
  );
  const text = `${JSON.stringify(Object.fromEntries(functions), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("part-functions.json");
});
