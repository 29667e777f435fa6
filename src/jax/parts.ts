/**
 * Parts of the facade that few programs need are scripts of their own: the page sends their texts along
 * with what needs them, and the worker evaluates them before any program runs.
 */
import type { StartBackend } from "./device/started-backend";
import type { Solvers } from "./linalg/host/part";

/** What each part's script hands over. */
interface Parts {
  wasm: StartBackend;
  linalg: Solvers;
}

declare global {
  /** Where a part's script leaves what it holds; there while it is evaluated, and no longer. */
  var __facadePart: ((part: Partial<Parts>) => void) | undefined;
}

const loaded: Partial<Parts> = {};

function take(given: Partial<Parts>): void {
  Object.assign(loaded, given);
}

/** Called by a part's script; in unit tests, which import the scripts as modules, the part is kept at once. */
export function handOver<Name extends keyof Parts>(name: Name, value: Parts[Name]): void {
  (globalThis.__facadePart ?? take)({ [name]: value });
}

/** Evaluates the script of a part. Only scripts that the page has sent may come here. */
export function loadPart(script: string): void {
  globalThis.__facadePart = take;
  try {
    // An indirect eval runs in the global scope.
    (0, eval)(script);
  } finally {
    delete globalThis.__facadePart;
  }
}

/** A loaded part; undefined before. */
export function part<Name extends keyof Parts>(name: Name): Parts[Name] | undefined {
  return loaded[name];
}
