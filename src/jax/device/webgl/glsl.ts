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
  // Cody-Waite reduction to [-pi/4, pi/4] in three parts (constants of Cephes), then its polynomials.
  [
    "sinCos",
    `vec2 sinCos(float x) {
      float k = floor(x * 0.63661977236758134 + 0.5);
      float r = ((x - k * 1.5703125) - k * 4.837512969970703125e-4) - k * 7.54978995489188216e-8;
      float z = r * r;
      float s = r + r * z * (-1.6666654611e-1 + z * (8.3321608736e-3 - z * 1.9515295891e-4));
      float c = 1.0 - 0.5 * z + z * z * (4.166664568298827e-2 + z * (-1.388731625493765e-3 + z * 2.443315711809948e-5));
      float q = k - 4.0 * floor(k * 0.25);
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
];

/** Helper functions that a snippet calls. */
export function helpersFor(snippet: string): string {
  return HELPERS.filter(([name]) => snippet.includes(name))
    .map(([, source]) => source)
    .join("\n");
}
