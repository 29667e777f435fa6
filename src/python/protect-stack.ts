import type { PyodideAPI } from "pyodide";

/** What is used here of Pyodide's inside: CPython's own functions, and WebAssembly's stack pointer. */
interface Inside {
  stackSave(): number;
  _PyThreadState_Get(): number;
  _PyUnstable_ThreadState_SetStackProtection(thread: number, start: number, size: number): number;
}

/**
 * Bytes of WebAssembly's stack that Python may use where calls of JavaScript can be {@link DEPTH} deep. Python knows that
 * stack alone, but each of its calls takes more of the engine's stack, whose end Python does not survive: a method that calls
 * itself through C, such as `__getattr__`, took 118 KB here when that end was reached, a metaclass 94 KB.
 */
const SIZE = 84 * 1024;
const DEPTH = 13_700;

/** How deep calls of a small function can be here. */
function callDepth(): number {
  let depth = 0;
  const down = (): void => {
    depth++;
    down();
  };
  try {
    down();
  } catch {
    return depth;
  }
  return depth;
}

/** Lets runaway recursion end as Python's RecursionError before the engine's stack ends, and the interpreter with it. */
export function protectStack(python: PyodideAPI): void {
  const { _module: inside } = python as unknown as { readonly _module: Inside };
  const size = Math.floor((SIZE * callDepth()) / DEPTH);
  const start = inside.stackSave() - size;
  const thread = inside._PyThreadState_Get();
  if (inside._PyUnstable_ThreadState_SetStackProtection(thread, start, size) !== 0)
    throw new Error("Python takes no limit of its stack.");
}
