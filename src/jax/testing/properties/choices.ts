/** Drawn numbers as a source of decisions: what a program is made of, so that shrinking shrinks it. */
export class Choices {
  constructor(
    private readonly numbers: readonly number[],
    private next = 0,
  ) {}

  /** The same decisions from here on. */
  fork(): Choices {
    return new Choices(this.numbers, this.next);
  }

  /** A whole number from 0 to n − 1; 0 once the numbers are used up. */
  below(n: number): number {
    return (this.numbers[this.next++] ?? 0) % n;
  }

  /** One of several values; the first is the simplest. */
  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  /** A float32 number from −1 to 2; equal decisions give other numbers at other positions. */
  number(position = 0): number {
    return Math.fround(((this.below(3001) + 577 * position) % 3001) / 1000 - 0.99877);
  }

  /** True once in n times. */
  once(n: number): boolean {
    return this.below(n) === n - 1;
  }
}
