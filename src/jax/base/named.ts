/** Gives a function its name: texts show it, and minification would drop it. */
export function named<F extends (...args: never[]) => unknown>(name: string, f: F): F {
  return Object.defineProperty(f, "name", { value: name });
}
