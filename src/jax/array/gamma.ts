/** Lanczos's series for the logarithm of the gamma function, g = 7, n = 9; 15 digits. */
const G = 7;
const SERIES = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** log |Γ(x)|; +∞ at the poles 0, −1, −2, …. */
export function lgamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (!Number.isFinite(x)) return Math.abs(x);
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
  const t = x + G - 0.5;
  let sum = SERIES[0];
  for (let i = 1; i < SERIES.length; i++) sum += SERIES[i] / (x - 1 + i);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The derivative of {@link lgamma}; NaN at the poles. */
export function digamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return NaN;
  if (x < 0.5) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  let shift = 0;
  let at = x;
  for (; at < 10; at++) shift -= 1 / at;
  const z = 1 / (at * at);
  const tail = z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z / 132))));
  return shift + Math.log(at) - 0.5 / at - tail;
}
