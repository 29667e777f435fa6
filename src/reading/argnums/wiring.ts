/** Which arguments of a loss a program differentiates, as its text says it; nothing is guessed. */

/** A stretch of the program. */
export type Stretch = { from: number; to: number };

/** One call of `jax.grad` or `jax.value_and_grad`. */
export type GradCall = Stretch & {
  transform: "grad" | "value_and_grad";
  /** The loss as the call names it; the function's own text has no place in a diagram. */
  loss: string;
  /** The loss's parameters in order. */
  parameters: readonly string[];
  /** Positions from 0, in the order of the gradients. */
  argnums: readonly number[];
  /** A number was given, or nothing: one gradient comes back instead of a tuple of them. */
  single: boolean;
  /** What to put in the program for other argnums. */
  place: ArgnumsPlace;
};

/** Where argnums stand: their value, or where they would have to be written and what comes around them. */
export type ArgnumsPlace = Stretch & { before: string; after: string };

export type Wiring =
  | { kind: "wired"; calls: readonly GradCall[] }
  /** There is no call of grad yet. */
  | { kind: "none" }
  | { kind: "cannot-tell"; why: string };

/** A reader could not tell, and why, as a clause after "because". */
export class CannotTell extends Error {
  override name = "CannotTell";
}

/** The wiring that some work finds; what it cannot tell is a wiring too. */
export function wiringOf(work: () => readonly GradCall[]): Wiring {
  try {
    const calls = work();
    return calls.length === 0 ? { kind: "none" } : { kind: "wired", calls };
  } catch (error) {
    if (error instanceof CannotTell) return { kind: "cannot-tell", why: error.message };
    throw error;
  }
}

/** Positions of arguments from argnums as they are written, which may count from the end. */
export function positionsOf(
  written: readonly number[],
  parameters: readonly string[],
  loss: string,
): number[] {
  const count = parameters.length;
  const positions = written.map((each) => (each < 0 ? each + count : each));
  if (positions.some((each) => !Number.isInteger(each) || each < 0 || each >= count))
    throw new CannotTell(`argnums name an argument that ${loss} does not have`);
  if (new Set(positions).size < positions.length)
    throw new CannotTell("argnums name an argument twice");
  if (positions.length === 0) throw new CannotTell("argnums name no argument");
  return positions;
}

export type ProgramLanguage = "python" | "typescript";

/** Argnums as a program writes them: one number alone, several as a tuple or an array. */
export function argnumsText(argnums: readonly number[], language: ProgramLanguage): string {
  if (argnums.length === 1) return String(argnums[0]);
  return language === "python" ? `(${argnums.join(", ")})` : `[${argnums.join(", ")}]`;
}

/** The change that gives a call other argnums. */
export function argnumsChange(
  { place: { from, to, before, after } }: GradCall,
  argnums: readonly number[],
  language: ProgramLanguage,
): Stretch & { insert: string } {
  return { from, to, insert: `${before}${argnumsText(argnums, language)}${after}` };
}
