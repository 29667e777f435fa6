/** What may differ between two prints of one cell, rule by rule; the numbers' own rule is `sameOutput`. */
const RULES = [
  // Where an object lies in memory.
  [/\b0x[0-9a-f]{6,}/g, "0x…"],
  // Python's and IPython's durations, and those that programs print with a unit.
  [/\b\d+(\.\d+)?(e[+-]?\d+)? ?(seconds|secs|sec|ms|µs|us|ns|s)\b/g, "… $3"],
  // Sets print in the order of their hashes: {…} of words alone, sorted.
  [/\{('[^'{}:]*'(, )?)+\}/g, (set) => `{${set.slice(1, -1).split(", ").sort().join(", ")}}`],
];

/** A cell's print with everything that the rules name made alike. */
export function normalised(printed) {
  return RULES.reduce((text, [pattern, by]) => text.replace(pattern, by), printed);
}

/**
 * How a cell went: "same", "differs" or "fails" here, "not there" where real JAX does not run it.
 * @param {{ printed: string, error: string | null }} here
 * @param {{ printed: string, error: string | null }} there
 * @param {(a: string, b: string) => boolean} sameOutput
 */
export function compareCell(here, there, sameOutput) {
  if (there.error !== null) return "not there";
  if (here.error !== null) return "fails";
  return sameOutput(normalised(here.printed), normalised(there.printed)) ? "same" : "differs";
}
