/**
 * Parts of the facade that few programs need, each with the names by which a program reaches it in either
 * language. A program that gets there without naming it is told so by an error.
 */
const NAMES = {
  linalg: /linalg|polyfit|multivariate_?normal|safe_?norm/i,
} as const;

export type PartName = keyof typeof NAMES;

const PARTS = Object.keys(NAMES) as PartName[];

/** The parts whose names occur in a program, be it in a comment. */
export function partsNamedIn(source: string): PartName[] {
  return PARTS.filter((name) => NAMES[name].test(source));
}
