import path from "node:path";
import { runnerImport } from "vite";
import type * as generated from "../../src/python/generated-files";

/** The files of our Python packages that are made from the facade, which Vite has to load for that. */
export async function generatedFiles(root: string): Promise<Record<string, string | Uint8Array>> {
  const { module } = await runnerImport<typeof generated>(
    path.join(root, "src/python/generated-files.ts"),
    { configFile: false, logLevel: "error" },
  );
  return module.generatedFiles();
}
