/**
 * A contract test as data: the same list runs under vitest on the CPU backend and inside a page on
 * every backend of a browser. A case fails by throwing.
 */
export interface Case {
  readonly name: string;
  run(): void;
}

/** Cases about one thing. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Outcome of one case; `problem` is null if it held. */
export interface CaseOutcome {
  readonly name: string;
  readonly problem: string | null;
}

/** Runs every case of a suite, each on its own. */
export function runSuite({ name, cases }: Suite): CaseOutcome[] {
  return cases.map((each) => ({ name: `${name}: ${each.name}`, problem: problemOf(each) }));
}

function problemOf({ run }: Case): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
