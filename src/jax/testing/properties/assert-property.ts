import fc from "fast-check";

/** How long a failure is shrunk for; then the simplest one found so far is shown. */
const SHRINKING_MS = 4000;

/** Holds a property on so many draws, however slow they are; only the shrinking of a failure has a limit. */
export function assertProperty<T>(
  property: fc.IProperty<T>,
  options: { seed: number; numRuns: number },
): void {
  const found = fc.check(property, { ...options, endOnFailure: true });
  if (!found.failed) return;
  const shrunk = fc.check(property, {
    ...options,
    ...(found.counterexamplePath === null ? {} : { path: found.counterexamplePath }),
    interruptAfterTimeLimit: SHRINKING_MS,
  });
  const { errorInstance, counterexample } = shrunk.errorInstance === null ? found : shrunk;
  const draw = JSON.stringify(counterexample);
  throw new Error(`${String(errorInstance)}\nseed ${options.seed}, draw ${draw}`, {
    cause: errorInstance,
  });
}
