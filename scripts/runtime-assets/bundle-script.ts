import { build, type Rolldown } from "vite";
import { narrowTfjs } from "../lib/narrow-tfjs.mjs";
import { inFirstScript, type ImportsOf } from "./second-script";

export type ScriptOptions = {
  /** Absolute path of the entry module. */
  entry: string;
  /** false keeps the names of functions and parameters, which JAX's texts contain. */
  minify?: boolean;
  /** A classic script, or a module with the entry's exports for Node. */
  form?: "script" | "module";
};

/**
 * Bundles one entry module into the text of one script: workers inside the sandbox are classic blob workers (Chromium
 * refuses module workers there), so nothing in it may import at run time.
 */
export async function bundleScript({
  entry,
  minify = true,
  form = "script",
}: ScriptOptions): Promise<string> {
  const chunks = await bundle(minify, {
    input: entry,
    preserveEntrySignatures: form === "script" ? false : "strict",
    output: {
      ...(form === "script" ? { format: "iife", name: "__labBundle" } : { format: "es" }),
      codeSplitting: false,
    },
  });
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length !== 1)
    throw new Error(`${entry} gave ${chunks.length} chunks; a runtime script must be exactly one.`);
  return chunk.code;
}

/**
 * Bundles a worker into two classic scripts by {@link inFirstScript}. What the second one needs of the first is put into
 * the first one's export `firstScript`; both are given as absolute paths of their entry modules.
 */
export async function bundleWorker(entries: {
  readonly first: string;
  readonly second: string;
}): Promise<{ first: string; second: string }> {
  let importsOf: ImportsOf = () => [];
  let isFirst: ((file: string) => boolean) | null = null;
  const chunks = await bundle(true, {
    input: entries,
    preserveEntrySignatures: "allow-extension",
    plugins: {
      name: "module-graph",
      buildEnd() {
        importsOf = (file) => this.getModuleInfo(file)?.importedIds ?? [];
      },
    },
    output: {
      format: "es",
      entryFileNames: "[name].js",
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          { name: "first", test: (file) => (isFirst ??= inFirstScript(entries, importsOf))(file) },
        ],
      },
    },
  });
  const codeOf = (name: string): string => chunks.find((chunk) => chunk.name === name)?.code ?? "";
  if (chunks.length !== 2)
    throw new Error(`${entries.first} gave ${chunks.length} chunks instead of two scripts.`);
  return { first: asFirst(codeOf("first")), second: asFunction(codeOf("second")) };
}

async function bundle(
  minify: boolean,
  options: Rolldown.InputOptions & { output: Rolldown.OutputOptions },
): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [narrowTfjs()],
    define: {
      "process.env.NODE_ENV": JSON.stringify("production"),
      // A classic script has none, and may not even name it.
      "import.meta.resolve": "undefined",
      "import.meta.url": "undefined",
    },
    build: {
      write: false,
      target: "es2022",
      minify,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 8000,
      rolldownOptions: {
        ...options,
        // Modules are strict, and so must their text be: a program could walk sloppy callers and their arguments.
        output: { strict: true, ...options.output },
        // The emscripten glue of the wasm backend names Node's modules behind a run-time check.
        onLog: (level, log, handler) => {
          if (log.message.includes("externalized for browser compatibility")) return;
          handler(level, log);
        },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((output) =>
    "output" in output ? output.output.filter((item) => item.type === "chunk") : [],
  );
}

/** A module as the build writes it: at most one import, from the first script, and one list of exports at its end. */
const MODULE = /^(?:import\s*(\{[^{}]*\})\s*from\s*"[^"]*";)?([^]*)\bexport\s*(\{[^{}]*\});?\s*$/;

/** A module taken apart: what it imports as a pattern, its code, and what it exports as an object. */
function apart(code: string): { imports: string; body: string; exports: string } {
  const [, imports = "{}", body = "", exports] = MODULE.exec(code) ?? [];
  if (exports === undefined || /^\s*import\b/.test(body))
    throw new Error("A script of the runtime has other imports or exports than the build expects.");
  return {
    imports: imports.replaceAll(" as ", ":"),
    body,
    exports: exports.replace(/([\w$]+) as ([\w$]+)/g, "$2:$1"),
  };
}

/** The text of a function of what the first script exports, which returns what the module does. */
function asFunction(code: string): string {
  const { imports, body, exports } = apart(code);
  return `"use strict";((${imports})=>{${body};return${exports}})`;
}

/** A classic script that leaves its exports in the one called `firstScript`. */
function asFirst(code: string): string {
  const { body, exports } = apart(code);
  const [, list] = /\bfirstScript:([\w$]+)/.exec(exports) ?? [];
  if (list === undefined)
    throw new Error("The first script's entry does not export `firstScript`.");
  return `"use strict";(()=>{${body};Object.assign(${list},${exports})})();`;
}
