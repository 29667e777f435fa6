import type { SeededRandom } from "../../../lib/seeded-random";

/** Picks parts of a program, and remembers which. */
export class Composer {
  private readonly picked: string[] = [];
  constructor(private readonly random: SeededRandom) {}

  /** One of several spellings of a part, by their names. */
  pick<T>(part: string, spellings: Readonly<Record<string, T>>): T {
    const names = Object.keys(spellings);
    const name = names[this.random.integer(0, names.length - 1)] ?? "";
    this.picked.push(`${part}: ${name}`);
    return spellings[name] as T;
  }

  /** Which parts were picked, for a test's name. */
  get title(): string {
    return this.picked.join(", ");
  }
}

export type Composition = { title: string; source: string };

/** Lines with so many spaces before each. */
export function indented(text: string, spaces: number): string {
  return text.trim().replace(/^(?=.)/gm, " ".repeat(spaces));
}
