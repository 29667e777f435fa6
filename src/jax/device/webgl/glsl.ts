/** GLSL functions that bodies of primitives call; each is included where its name occurs. */
const HELPERS: readonly (readonly [name: string, source: string])[] = [
  // atanh series for arguments near 1, where GPUs' log has an absolute error of 2^-21.
  [
    "log1pSmall",
    `float log1pSmall(float x) {
      float s = x / (2.0 + x);
      float z = s * s;
      return 2.0 * s * (1.0 + z * (1.0/3.0 + z * (1.0/5.0 + z * (1.0/7.0 + z * (1.0/9.0 + z * (1.0/11.0 + z * (1.0/13.0 + z / 15.0)))))));
    }`,
  ],
  [
    "expm1Small",
    `float expm1Small(float x) {
      return x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0 * (1.0 + x / 7.0 * (1.0 + x / 8.0)))))));
    }`,
  ],
  // 64 bits of 2/pi, from where they count, times the 24 bits of x: 2 bits of the quadrant, 30 within it.
  [
    "bigAngle",
    `int bigAngle(float x, out float r) {
      uint bits = floatBitsToUint(x);
      uint m = (bits & 0x7fffffu) | 0x800000u;
      int at = int((bits >> 23) & 0xffu) - 120;
      const uint[7] words = uint[7](0u, 0xa2f9836eu, 0x4e441529u, 0xfc2757d1u, 0xf534ddc0u, 0xdb629599u, 0x3c439041u);
      int word = at / 32;
      int shift = at - 32 * word;
      uint high = words[word] << shift;
      uint low = words[word + 1] << shift;
      if (shift > 0) {
        high |= words[word + 1] >> (32 - shift);
        low |= words[word + 2] >> (32 - shift);
      }
      uint a = low & 0xffffu;
      uint b = low >> 16;
      uint c = m & 0xffffu;
      uint d = m >> 16;
      uint mid = b * c + ((a * c) >> 16);
      uint turn = high * m + b * d + (mid >> 16) + ((a * d + (mid & 0xffffu)) >> 16);
      int q = int(turn >> 30);
      int part = int(turn & 0x3fffffffu);
      if (part >= 0x20000000) { part -= 0x40000000; q++; }
      r = float(part) * 1.4629180792671596e-9;
      if (x < 0.0) { r = -r; q = -q; }
      return q & 3;
    }`,
  ],
  // Cody-Waite reduction to [-pi/4, pi/4] in three parts (constants of Cephes), then its polynomials.
  [
    "sinCos",
    `vec2 sinCos(float x) {
      if (isinf(x)) return vec2(NAN);
      float k = floor(x * 0.63661977236758134 + 0.5);
      float r = ((x - k * 1.5703125) - k * 4.837512969970703125e-4) - k * 7.54978995489188216e-8;
      float q = k - 4.0 * floor(k * 0.25);
      if (abs(x) > 30000.0) q = float(bigAngle(x, r));
      float z = r * r;
      float s = r + r * z * (-1.6666654611e-1 + z * (8.3321608736e-3 - z * 1.9515295891e-4));
      float c = 1.0 - 0.5 * z + z * z * (4.166664568298827e-2 + z * (-1.388731625493765e-3 + z * 2.443315711809948e-5));
      if (q < 0.5) return vec2(s, c);
      if (q < 1.5) return vec2(c, -s);
      if (q < 2.5) return vec2(-s, -c);
      return vec2(-c, s);
    }`,
  ],
  // The rational form that XLA uses for float32.
  [
    "erfOf",
    `float erfOf(float x) {
      float y = clamp(x, -3.7439211627767994, 3.7439211627767994);
      float z = y * y;
      float p = 0.00022905065861350646;
      p = p * z + 0.0034082910107109506;
      p = p * z + 0.050955695062380861;
      p = p * z + 0.18520832239976145;
      p = p * z + 1.128379143519084;
      float q = -1.1791602954361697e-7;
      q = q * z + 2.3547966471313185e-5;
      q = q * z + 1.0179625278914885e-3;
      q = q * z + 0.014070470171167667;
      q = q * z + 0.11098505178285362;
      q = q * z + 0.49746925110067538;
      q = q * z + 1.0;
      return y * p / q;
    }`,
  ],
  // Fits of the functions in array/bessel: in x² below 4, in 1/x beyond; their error is below half a float's step.
  [
    "besselI0e",
    `float besselI0e(float x) {
      float a = abs(x);
      if (a < 4.0) {
        float z = a * a / 16.0;
        return exp(-a) * (1.0 + z * (4.00000007 + z * (3.99999813 + z * (1.77779589 + z * (0.444361679
          + z * (0.0713098916 + z * (0.00764431518 + z * 0.000811967612)))))));
      }
      float z = 4.0 / a;
      return (0.398942281 + z * (0.0124669064 + z * (0.00175086053 + z * (0.000534353003 + z * (-0.000637052619
        + z * (0.0040992666 + z * (-0.0104483146 + z * (0.0147268526 + z * (-0.00997179841 + z * 0.00254049382)))))))))
        / sqrt(a);
    }`,
  ],
  [
    "besselI1e",
    `float besselI1e(float x) {
      float a = abs(x);
      if (a < 4.0) {
        float z = a * a / 16.0;
        return exp(-a) * x * (0.5 + z * (1.00000001 + z * (0.666666532 + z * (0.222223436 + z * (0.0444392105
          + z * (0.00593793138 + z * (0.000549418651 + z * 0.0000497543454)))))));
      }
      float z = 4.0 / a;
      return sign(x) * (0.39894228 + z * (-0.037400851 + z * (-0.00291752237 + z * (-0.000747969328
        + z * (0.00080497483 + z * (-0.00494776203 + z * (0.0122183783 + z * (-0.0168480048
        + z * (0.0112178699 - z * 0.00281972002))))))))) / sqrt(a);
    }`,
  ],
];

/** Helper functions that a snippet calls. */
export function helpersFor(snippet: string): string {
  // What a helper calls stands before it.
  let found = "";
  for (const [name, source] of HELPERS.toReversed())
    if (`${found}${snippet}`.includes(name)) found = `${source}\n${found}`;
  return found;
}
