import { setImmediate as nextTask } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, it } from "vitest";
import { countLiveArrays, startBackend } from "../../host";
import { LONG_LOOPS } from "./leaks";
import { contractSuites, deviceFreeSuites } from "./suites";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

function heapBytes(): number | null {
  if (typeof collect !== "function") return null;
  collect();
  return process.memoryUsage().heapUsed;
}

beforeAll(async () => {
  countLiveArrays();
  await startBackend("cpu");
  // The count begins with the next task; vitest may run many tests in one.
  await nextTask();
});

const suites = [...contractSuites(heapBytes, LONG_LOOPS), ...deviceFreeSuites(heapBytes)];
for (const { name, cases } of suites) {
  describe(name, () => {
    for (const each of cases) it(each.name, each.run);
  });
}
