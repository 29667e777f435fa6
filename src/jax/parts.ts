/**
 * Parts of the facade that few programs need are scripts of their own: the page sends their texts along
 * with what needs them, and the worker evaluates them before any program runs. The part of wasm hands over how
 * that backend starts; the parts of functions define functions for which the main script has stand-ins.
 */
import type { StartBackend } from "./array/started-backend";

/** What a part's script hands over. */
interface Parts {
  wasm: StartBackend;
}

declare global {
  /** Where a part's script leaves what it holds; there while it is evaluated, and no longer. */
  var __facadePart: ((part: Partial<Parts>) => void) | undefined;
  /** What the main script has for a part's script; there as long. */
  var __facadeShared: readonly unknown[] | undefined;
}

const loaded: Partial<Parts> = {};

/** Called by a part's script. */
export function handOver<Name extends keyof Parts>(name: Name, value: Parts[Name]): void {
  globalThis.__facadePart?.({ [name]: value });
}

/**
 * Evaluates the script of a part, which gets `shared` by number. Only scripts that the page has sent may come
 * here.
 */
export function evaluatePart(script: string, shared: readonly unknown[]): void {
  globalThis.__facadePart = (given) => void Object.assign(loaded, given);
  globalThis.__facadeShared = shared;
  try {
    // An indirect eval runs in the global scope.
    (0, eval)(script);
  } finally {
    delete globalThis.__facadePart;
    delete globalThis.__facadeShared;
  }
}

/** A loaded part; undefined before. */
export function part<Name extends keyof Parts>(name: Name): Parts[Name] | undefined {
  return loaded[name];
}
