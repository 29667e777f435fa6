/** Half a unit in the last place of float32, for which the results are. */
const EPS = 2 ** -24;

function signOf(x: number): number {
  return x < 0 || Object.is(x, -0) ? -1 : 1;
}

/** The smaller singular value of [[f, g], [0, h]]. */
export function smallerOf(f: number, g: number, h: number): number {
  const [small, large] = [Math.min(Math.abs(f), Math.abs(h)), Math.max(Math.abs(f), Math.abs(h))];
  if (small === 0) return 0;
  const size = Math.abs(g);
  return (2 * small * large) / (Math.hypot(small + large, size) + Math.hypot(large - small, size));
}

/** The singular values of [[f, g], [0, h]] with their signs, and the rotations (cosine, sine). */
export function pairOf(
  f: number,
  g: number,
  h: number,
): {
  readonly large: number;
  readonly small: number;
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
} {
  const isSwapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = isSwapped ? [h, f] : [f, h];
  const { large, small, left, right } = orderedPair(ft, g, ht);
  const [cosL, sinL] = isSwapped ? [right[1], right[0]] : left;
  const [cosR, sinR] = isSwapped ? [left[1], left[0]] : right;
  let sign = signOf(cosR) * signOf(cosL) * signOf(f);
  if (Math.abs(g) > Math.abs(ft)) sign = signOf(sinR) * signOf(cosL) * signOf(g);
  else if (isSwapped) sign = signOf(sinR) * signOf(sinL) * signOf(h);
  return {
    large: large * sign,
    small: small * sign * signOf(f) * signOf(h),
    left: [cosL, sinL],
    right: [cosR, sinR],
  };
}

/** The same for |f| ≥ |h|, with both values positive. */
function orderedPair(f: number, g: number, h: number): ReturnType<typeof pairOf> {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  if (ga === 0) return { large: fa, small: ha, left: [1, 0], right: [1, 0] };
  if (fa / ga < EPS)
    return { large: ga, small: (fa / ga) * ha, left: [1, h / g], right: [f / g, 1] };
  const [d, m] = [fa - ha, g / f];
  const l = d / fa;
  const [s, r] = [Math.hypot(2 - l, m), Math.hypot(l, m)];
  const a = (s + r) / 2;
  const t = (m / (s + (2 - l)) + m / (r + l)) * (1 + a);
  const length = Math.hypot(t, 2);
  const [cosR, sinR] = [2 / length, t / length];
  const left = [(cosR + sinR * m) / a, ((h / f) * sinR) / a] as const;
  return { large: fa * a, small: ha / a, left, right: [cosR, sinR] };
}
