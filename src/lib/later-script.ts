/**
 * Scripts that come after a worker's first one. The build makes each the text of a function of what the first one
 * exports (scripts/runtime-assets/bundle-script.ts), so that a program cannot reach what they share.
 */

/** What the first script exports, by the names that the build gave; the build fills it. */
export const firstScript: Record<string, unknown> = {};

/** Evaluates such a script and returns what it exports. Only texts that the page has sent may come here. */
export function evaluateLater(script: string): unknown {
  // An indirect eval runs in the global scope.
  const second: (first: typeof firstScript) => unknown = (0, eval)(script);
  return second(firstScript);
}
