/** Calls a function with arguments that TypeScript's own types refuse. */
export function loosely(f: unknown, ...args: unknown[]): unknown {
  return Reflect.apply(f as (...args: unknown[]) => unknown, undefined, args);
}
