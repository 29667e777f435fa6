import { build, type Plugin } from "vite";
import type { PartName } from "../../src/jax/part-modules";
import { narrowTfjs } from "../lib/narrow-tfjs.mjs";
import { onlyPart, PART_ENTRY, withoutParts } from "./facade-parts";

export type ScriptOptions = {
  /** Absolute path of the entry module. */
  entry: string;
  /** false keeps the names of functions and parameters, which JAX's texts contain. */
  minify?: boolean;
  /** A module with the entry's exports, for Node, instead of a classic script. */
  asModule?: boolean;
  /** With all that is in parts of the facade. */
  whole?: boolean;
};

/**
 * Bundles one entry module into the text of one classic script: workers inside the sandbox are classic
 * blob workers (Chromium refuses module workers there), so nothing in it may import at run time.
 */
export function bundleScript(options: ScriptOptions): Promise<string> {
  return bundle(options, options.whole === true ? [] : [withoutParts()]);
}

/** The script of one part of the facade, for the scripts that {@link bundleScript} makes. */
export function bundlePart(part: PartName): Promise<string> {
  return bundle({ entry: PART_ENTRY }, [onlyPart(part)]);
}

async function bundle(
  { entry, minify = true, asModule = false }: ScriptOptions,
  parts: Plugin[],
): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [narrowTfjs(), ...parts],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      target: "es2022",
      minify,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 8000,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: asModule ? "strict" : false,
        output: {
          ...(asModule ? { format: "es" } : { format: "iife", name: "__labBundle" }),
          codeSplitting: false,
          // Modules are strict, and so must their text be: a program could walk sloppy callers and their arguments.
          strict: true,
        },
        // The emscripten glue of the wasm backend names Node's modules behind a run-time check.
        onLog: (level, log, handler) => {
          if (log.message.includes("externalized for browser compatibility")) return;
          handler(level, log);
        },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((output) =>
    "output" in output ? output.output.filter((item) => item.type === "chunk") : [],
  );
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length !== 1) {
    throw new Error(`${entry} gave ${chunks.length} chunks; a runtime script must be exactly one.`);
  }
  return chunk.code;
}
