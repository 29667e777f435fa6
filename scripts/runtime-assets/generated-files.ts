import path from "node:path";
import { declaredFunctions } from "../../src/python/build/declared-functions";
import type * as generated from "../../src/python/generated-files";
import { bundleScript } from "./bundle-script";

type Generated = ReturnType<typeof generated.generatedFiles>;

/**
 * The files of our Python packages that are made from the facade. It is bundled and imported, since Vite's own
 * loader of modules gives up after a minute, which a busy machine needs for so many files.
 */
export async function generatedFiles(root: string): Promise<Generated> {
  const entry = path.join(root, "src/python/generated-files.ts");
  const code = await bundleScript({ entry, minify: false, form: "module" });
  const address = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const module: typeof generated = await import(/* @vite-ignore */ address);
  const declared = await declaredFunctions(
    path.join(root, "src/jax"),
    path.join(root, ".cache/python"),
  );
  return module.generatedFiles(declared);
}
