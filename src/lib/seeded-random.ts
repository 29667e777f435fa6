/** A small deterministic generator: the same seed gives the same stream in every browser. */
export type SeededRandom = {
  /** Uniform in [0, 1), a multiple of 2⁻³². */
  uniform(): number;
  /** Uniform whole number, both ends included. */
  integer(low: number, high: number): number;
  /** A multiple of `step` (e.g. 0.01) in [low, high], rounded to float32. */
  rounded(low: number, high: number, step: number): number;
};

/**
 * mulberry32 (Tommy Ettinger, public domain). Enough for drawing test inputs; it is not JAX's
 * generator and must not stand in for it.
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  const rounded = (low: number, high: number, step: number) => {
    const perUnit = Math.round(1 / step);
    // Dividing by a whole number gives the double nearest to the decimal, which then prints short.
    return Math.fround(
      integer(Math.ceil(low * perUnit - 1e-9), Math.floor(high * perUnit + 1e-9)) / perUnit,
    );
  };
  return { uniform, integer, rounded };
}
