/** The contract suites as a script for a page: e2e/facade-backends.spec.ts bundles and drives it. */
import { countLiveArrays, startBackend } from "../../host";
import type { Backend } from "../../host";
import type { CaseOutcome } from "./case";
import { runSuite } from "./case";
import { BROWSER_LOOPS } from "./leaks";
import { contractSuites } from "./suites";

declare global {
  var contract: {
    start(backend: Backend): Promise<{ backend: Backend; precision: string }>;
    readonly suites: readonly string[];
    run(suite: number): CaseOutcome[];
  };
}

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

countLiveArrays();
const suites = contractSuites(heapBytes, BROWSER_LOOPS);

globalThis.contract = {
  start: startBackend,
  suites: suites.map(({ name }) => name),
  run: (suite) => runSuite(suites[suite]),
};
