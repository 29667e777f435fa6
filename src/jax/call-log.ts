/**
 * What a program calls of the facade, in order, so that explanations can point at its lines. Off unless a run
 * asks for it, and short: a call in a hot loop costs one comparison.
 */

/**
 * One call: its name in Python's spelling, words about it, and the program's line.
 *
 * | name                   | words                                                      |
 * | ---------------------- | ---------------------------------------------------------- |
 * | `grad value_and_grad`  | the argnums; logged when the derivative is taken           |
 * | `vjp`                  | the positions of its arguments                             |
 * | `tree.map`             | the number of trees, then the paths of the first's leaves  |
 * | `init apply`           | the Linen module's class                                   |
 * | `nnx.Linear`           | the sizes in and out                                       |
 * | `nnx.call`             | the NNX layer's class                                      |
 * | `nnx.Rngs PRNGKey`     | the seed                                                   |
 */
export type LoggedCall = {
  readonly name: string;
  readonly about: readonly string[];
  readonly line: number | null;
};

const MOST_CALLS = 48;
const MOST_WORDS = 12;
const MOST_CHARACTERS = 40;

let log: LoggedCall[] | null = null;
let lookups = 0;
let findLine: () => number | null = () => null;

/** Begins a new log; `find` gives the line that the program is in, and may be slow. */
export function startCallLog(find: () => number | null): void {
  log = [];
  lookups = 0;
  findLine = find;
}

/** Ends the log and gives what was in it; empty where none was begun. */
export function endCallLog(): readonly LoggedCall[] {
  const ended = log ?? [];
  log = null;
  return ended;
}

/** The line that the program is in while a log is kept and has room; null otherwise. */
export function programLine(): number | null {
  if (log === null || lookups >= MOST_CALLS) return null;
  lookups += 1;
  return findLine();
}

/** Logs a call, by default at the line that the program is in. `about` is asked only while a log is kept. */
export function logCall(
  name: string,
  about: () => readonly unknown[],
  line: number | null = programLine(),
): void {
  if (log === null || log.length >= MOST_CALLS) return;
  log.push({ name, about: words(about), line });
}

/** What a program handed in may be anything; a call that is about to raise is logged all the same. */
function words(about: () => readonly unknown[]): readonly string[] {
  try {
    return about()
      .slice(0, MOST_WORDS)
      .map((word) => String(word).slice(0, MOST_CHARACTERS));
  } catch {
    return [];
  }
}
