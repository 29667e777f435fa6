/** W. J. Cody, "Rational Chebyshev approximations for the error function" (1969), to double precision. */
const A = [
  3.1611237438705656, 113.864154151050156, 377.485237685302021, 3209.37758913846947,
  0.185777706184603153,
];
const B = [23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062];
const C = [
  0.564188496988670089, 8.88314979438837594, 66.1191906371416295, 298.635138197400131,
  881.95222124176909, 1712.04761263407058, 2051.07837782607147, 1230.33935479799725,
  2.15311535474403846e-8,
];
const D = [
  15.7449261107098347, 117.693950891312499, 537.181101862009858, 1621.38957456669019,
  3290.79923573345963, 4362.61909014324716, 3439.36767414372164, 1230.33935480374942,
];

/** The error function. */
export function erf(x: number): number {
  const y = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (y <= 0.46875) return x * small(y * y);
  if (y >= 6) return Math.sign(x);
  return Math.sign(x) * (1 - Math.exp(-y * y) * middle(y));
}

/** 1 − erf(x), without cancellation for large x. */
export function erfc(x: number): number {
  if (x < 0.46875) return 1 - erf(x);
  return Math.exp(-x * x) * (x < 26 ? middle(x) : 0);
}

function small(z: number): number {
  let p = A[4] * z;
  let q = z;
  for (let i = 0; i < 3; i++) {
    p = (p + A[i]) * z;
    q = (q + B[i]) * z;
  }
  return (p + A[3]) / (q + B[3]);
}

/** erfc(y)·exp(y²) for 0.46875 ≤ y ≤ 4; its error beyond 4 is far below float32. */
function middle(y: number): number {
  let p = C[8] * y;
  let q = y;
  for (let i = 0; i < 7; i++) {
    p = (p + C[i]) * y;
    q = (q + D[i]) * y;
  }
  return (p + C[7]) / (q + D[7]);
}
