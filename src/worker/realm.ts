/**
 * What the runtime itself uses of the worker's globals, taken before any learner's code runs: a bound
 * function does not look at prototypes that a program may have changed since.
 */
export const realm = {
  now: performance.now.bind(performance),
  setTimeout: globalThis.setTimeout.bind(globalThis),
  apply: Reflect.apply,
  Promise: globalThis.Promise,
  Error: globalThis.Error,
  Float32Array: globalThis.Float32Array,
  /** In a function of its own, so that bundlers leave the address alone. */
  importModule: (address: string): Promise<unknown> => import(/* @vite-ignore */ address),
} as const;

/** Resolves in a later task, so that what earlier code left behind (rejections, timers due) comes first. */
export function nextTask(): Promise<void> {
  return new realm.Promise<void>((resolve) => {
    realm.setTimeout(() => resolve(), 0);
  });
}
