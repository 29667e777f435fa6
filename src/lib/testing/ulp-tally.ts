/** Counts, over many arrays, how far float32 values lie from recorded ones in units in the last place. */
export class UlpTally {
  private readonly counts = new Map<number, number>();

  /** Adds every element of `got` against `expected`; they must have equal length. */
  add(got: Float32Array, expected: readonly (number | boolean | string)[]): void {
    if (got.length !== expected.length) {
      throw new Error(`${got.length} elements where ${expected.length} were recorded`);
    }
    const wanted = Float32Array.from(expected, Number);
    for (let i = 0; i < got.length; i++) this.count(ulpsBetween(got[i], wanted[i]));
  }

  private count(ulps: number): void {
    this.counts.set(ulps, (this.counts.get(ulps) ?? 0) + 1);
  }

  /** How many elements were compared. */
  get total(): number {
    return [...this.counts.values()].reduce((a, b) => a + b, 0);
  }

  /** How many of them had equal bits. */
  get equal(): number {
    return this.counts.get(0) ?? 0;
  }

  /** The largest distance seen. */
  get worst(): number {
    return Math.max(0, ...this.counts.keys());
  }

  toString(): string {
    return `${this.equal} of ${this.total} elements bit-equal, worst ${this.worst} ulp`;
  }
}

/** How many float32 steps lie between two values; 0 only if their bits are equal. */
function ulpsBetween(a: number, b: number): number {
  return Math.abs(ordinal(a) - ordinal(b));
}

/** The float32 values in their order, numbered; -0 and 0 are one step apart, every NaN is far off. */
function ordinal(x: number): number {
  if (Number.isNaN(x)) return 2 ** 40;
  const bits = new Int32Array(new Float32Array([x]).buffer)[0];
  return bits >= 0 ? bits : -1 - (bits & 0x7fffffff);
}
