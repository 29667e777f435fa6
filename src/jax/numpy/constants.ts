/** π. */
export const pi = Math.PI;
/** Euler's number. */
export const e = Math.E;
/** The Euler–Mascheroni constant. */
export const eulerGamma = 0.5772156649015329;
/** Infinity. */
export const inf = Infinity;
/** Not a number. */
export const nan = NaN;
/** A new axis in an index. */
export const newaxis = null;
