/** The contract suites as a script for a page: e2e/facade-backends.spec.ts bundles and drives it. */
import { countLiveArrays, loadPart, startBackend } from "../host";
import type { Backend } from "../host";
import type { CaseOutcome, Suite } from "./case";
import { runSuite } from "./case";

declare global {
  var contract: {
    start(
      backend: Backend,
      parts: readonly string[],
      binary?: ArrayBuffer,
    ): Promise<{ backend: Backend; precision: string }>;
    readonly suites: readonly string[];
    run(suite: number): CaseOutcome[];
  };
}

let suites: readonly Suite[] = [];

/**
 * Needs Chromium started with --expose-gc and --enable-precise-memory-info; null without them.
 * An ordinary collection inside a running task keeps garbage that would go after it; "last-resort"
 * leaves what is reachable. `performance.memory` is a snapshot, hence read after collecting.
 */
function heapBytes(): number | null {
  const collect: unknown = Reflect.get(globalThis, "gc");
  if (typeof collect !== "function") return null;
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
  const memory: unknown = Reflect.get(performance, "memory");
  if (typeof memory !== "object" || memory === null || !("usedJSHeapSize" in memory)) return null;
  return Number(memory.usedJSHeapSize);
}

globalThis.contract = {
  async start(backend, parts, binary) {
    countLiveArrays();
    for (const script of parts) loadPart(script);
    // Some suites call functions of parts while they are made.
    const [{ contractSuites }, { LONG_LOOPS }] = await Promise.all([
      import("./suites"),
      import("./leaks"),
    ]);
    suites = contractSuites(heapBytes, LONG_LOOPS);
    return startBackend(backend, binary);
  },
  get suites() {
    return suites.map(({ name }) => name);
  },
  run: (suite) => runSuite(suites[suite]),
};
