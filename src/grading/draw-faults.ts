import type { CaseInputs, LessonCheck, MistakeReading } from "./lesson-check";
import { budgetUsed } from "./tolerance";

/** Two mistakes are told apart by a case whose results differ by this many tolerances. */
const TOLD_APART = 4;
/** A wrong step must miss by this many tolerances … */
export const CLEAR_MISS = 20;
/** … on at least this many fresh cases. */
const CLEAR_MISSES_NEEDED = 3;

/** What code that makes a mistake returns, computed where it is asked for. */
type Answers = { mistake: string; id: string; at(position: number): readonly number[] };

/**
 * What a drawn set of cases cannot tell, in words, found one by one; nothing for a good set. Each reading of a mistake
 * has to miss clearly on several cases, and no two mistakes may agree on all of them.
 */
export function* drawFaults(check: LessonCheck, fresh: readonly CaseInputs[]): Generator<string> {
  // Most readings show in the first few cases that are looked at, so those come first that cost least.
  const cases = fresh.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const expected = cases.map((inputs) => check.reference(inputs));
  const answers = check.mistakes.flatMap(({ id, readings }) =>
    readings.map((reading) => answersOf(id, reading, cases)),
  );
  for (const one of answers) if (!missesClearly(one, expected)) yield `${one.id} looks right`;
  for (const [i, one] of answers.entries()) {
    for (const other of answers.slice(i + 1)) {
      if (other.mistake !== one.mistake && !toldApart(one, other, cases.length))
        yield `${one.id} looks like ${other.id}`;
    }
  }
}

function answersOf(
  mistake: string,
  reading: MistakeReading,
  cases: readonly CaseInputs[],
): Answers {
  const known = new Map<number, readonly number[]>();
  const at = (position: number) => {
    const inputs = cases[position];
    const answer = known.get(position) ?? (inputs ? reading.run(inputs) : []);
    known.set(position, answer);
    return answer;
  };
  return { mistake, id: reading.id, at };
}

function missesClearly({ at }: Answers, expected: readonly (readonly number[])[]): boolean {
  let misses = 0;
  for (const [i, right] of expected.entries()) {
    if (budgetUsed(at(i), right) >= CLEAR_MISS) misses++;
    if (misses === CLEAR_MISSES_NEEDED) return true;
  }
  return false;
}

function toldApart(one: Answers, other: Answers, cases: number): boolean {
  for (let i = 0; i < cases; i++) if (budgetUsed(one.at(i), other.at(i)) > TOLD_APART) return true;
  return false;
}

function sizeOf(inputs: CaseInputs): number {
  return inputs.reduce((sum, { data }) => sum + data.length, 0);
}
