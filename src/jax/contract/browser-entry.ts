/** The contract suites as a script for a page: e2e/facade-backends.spec.ts bundles and drives it. */
import * as core from "@tensorflow/tfjs-core";
import { startBackend } from "../host";
import type { Backend } from "../host";
import type { CaseOutcome } from "./case";
import { runSuite } from "./case";
import { contractSuites } from "./suites";

declare global {
  var __tfCore: unknown;
  var contract: {
    start(
      backend: Backend,
      wasmBinary?: ArrayBuffer,
    ): Promise<{ backend: Backend; precision: string }>;
    readonly suites: readonly string[];
    run(suite: number): CaseOutcome[];
  };
}

// The wasm backend is a script of its own and shares this page's tfjs core.
globalThis.__tfCore = core;

const suites = contractSuites(heapBytes);

/** Needs Chromium started with --expose-gc and --enable-precise-memory-info; null without them. */
function heapBytes(): number | null {
  const collect: unknown = Reflect.get(globalThis, "gc");
  const memory: unknown = Reflect.get(performance, "memory");
  if (typeof collect !== "function" || typeof memory !== "object" || memory === null) return null;
  collect();
  return "usedJSHeapSize" in memory ? Number(memory.usedJSHeapSize) : null;
}

globalThis.contract = {
  start: (backend, wasmBinary) =>
    startBackend(backend, wasmBinary === undefined ? {} : { wasmBinary }),
  suites: suites.map(({ name }) => name),
  run: (suite) => runSuite(suites[suite]),
};
