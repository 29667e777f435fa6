import { describe, expect, test } from "vitest";
import { bernoulli, rademacher } from "./bernoulli";
import { bits } from "./bits";
import { categorical } from "./categorical";
import { choice } from "./choice";
import { erf } from "./erf";
import { erfInv } from "./erf-inv";
import { exponential } from "./exponential";
import { fansOf } from "./fans";
import { gumbel } from "./gumbel";
import { lecunNormal, scaledTruncatedNormal } from "./initializers";
import { foldIn, keyFromSeed, split } from "./key";
import { laplace } from "./laplace";
import { linenKey } from "./linen-key";
import { logistic } from "./logistic";
import { NnxStream } from "./nnx-stream";
import { permutation } from "./permutation";
import { randint, randintUnsigned } from "./randint";
import { threefry2x32 } from "./threefry";
import { truncatedNormal } from "./truncated-normal";
import { uniform } from "./uniform";
import { varianceScaling } from "./variance-scaling";

/** The numbers below were printed by jax 0.10.2 on a CPU; key is PRNGKey(7) unless it says otherwise. */
const key = keyFromSeed(7);

/** Arrays as plain numbers; equality to the printed doubles is equality of float32 bits. */
function plain(values: ArrayLike<number>): number[] {
  return Array.from(values);
}

describe("keys", () => {
  test("threefry gives the vectors of its authors", () => {
    const out = new Uint32Array(2);
    threefry2x32(0, 0, 0, 0, out);
    expect(plain(out)).toEqual([0x6b200159, 0x99ba4efe]);
    threefry2x32(-1, -1, -1, -1, out);
    expect(plain(out)).toEqual([0x1cb996fc, 0xbb002be7]);
    threefry2x32(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, out);
    expect(plain(out)).toEqual([0xc4923a9c, 0x483df7a0]);
  });

  test("seeds keep their low 32 bits", () => {
    expect(keyFromSeed(-1)).toEqual([0, 4294967295]);
    expect(keyFromSeed(2 ** 32 + 5)).toEqual([0, 5]);
    expect(keyFromSeed(2n ** 63n - 1n)).toEqual([0, 4294967295]);
    expect(() => keyFromSeed(2n ** 63n)).toThrow(RangeError);
    expect(() => keyFromSeed(0.5)).toThrow(RangeError);
  });

  test("a child key does not depend on how many there are", () => {
    expect(split(key, 9).slice(0, 3)).toEqual(split(key, 3));
    expect(split(key, 3)[2]).toEqual(foldIn(key, 2));
    expect(foldIn(key, 2 ** 32 + 1)).toEqual(foldIn(key, 1));
  });

  test("Linen hashes path and counter, the bytes of 256 included", () => {
    expect(linenKey([0, 0], [], 1)).toEqual(foldIn([0, 0], 0xbf8b4530));
    expect(linenKey([0, 0], [], 2)).toEqual(foldIn([0, 0], 0xc4ea21bb));
    expect(linenKey([0, 0], ["RNGSubModule_0"], 1)).toEqual([3858825717, 2323087578]);
    expect(linenKey([0, 0], ["RNGSubModule_0", "RNGSubSubModule_0"], 1)).toEqual([
      234240654, 1028548813,
    ]);
    expect(linenKey(key, ["a"], 256)).not.toEqual(linenKey(key, ["a"], 1));
  });

  test("an NNX stream counts its draws and forks by drawing", () => {
    const stream = new NnxStream(key);
    expect(stream.next()).toEqual(foldIn(key, 0));
    const fork = stream.fork();
    expect(fork.next()).toEqual(foldIn(foldIn(key, 1), 0));
    expect([stream.count, fork.count]).toEqual([2, 1]);
  });
});

describe("draws", () => {
  test("a shorter draw is a prefix of a longer one", () => {
    expect(bits(key, 100).subarray(0, 7)).toEqual(bits(key, 7));
  });

  test("whole numbers", () => {
    expect(plain(randint(key, 4, -(2 ** 31), 2 ** 31 - 1))).toEqual([
      752193311, 1400917350, -455323268, -325042195,
    ]);
    expect(plain(randint(key, 3, 5, 5))).toEqual([5, 5, 5]);
    expect(plain(randintUnsigned(key, 4, 0, 2e9))).toEqual([
      899676959, 1548400998, 1692160380, 1822441453,
    ]);
    expect(plain(rademacher(key, 9))).toEqual([-1, -1, 1, 1, -1, -1, 1, 1, 1]);
    expect(plain(permutation(key, 2000).subarray(0, 8))).toEqual([
      1785, 5, 1002, 442, 880, 109, 1429, 1338,
    ]);
    expect(plain(permutation(key, 1))).toEqual([0]);
  });

  test("the whole range of int32 and beyond is clamped, and covered", () => {
    const draw = randint(key, 2000, -Infinity, Infinity);
    expect(Math.min(...draw)).toBeLessThan(-2.1e9);
    expect(Math.max(...draw)).toBeGreaterThan(2.1e9);
  });

  test("weighted choice and classes", () => {
    const p = new Float32Array([0.1, 0.2, 0.05, 0.4, 0.25]);
    expect(plain(choice(key, 5, 8, { p }))).toEqual([2, 0, 3, 3, 1, 3, 3, 3]);
    expect(plain(choice(key, 5, 3, { p, replace: false }))).toEqual([1, 4, 3]);
    expect(() => choice(key, 3, 5, { replace: false })).toThrow(RangeError);
    const logits = new Float32Array([0, 1, 2, 2, 1, 0]);
    expect(plain(categorical(key, logits, 3, 4))).toEqual([1, 0, 1, 2, 2, 0, 2, 0]);
  });

  test("bounds and chances per element", () => {
    const low = new Float32Array([0, 10, -5]);
    const high = new Float32Array([1, 20, 5]);
    expect(plain(uniform(key, 3, low, high))).toEqual([
      0.6740899085998535, 19.74616813659668, -1.9715642929077148,
    ]);
    expect(plain(bernoulli(key, 2, new Float32Array([0, 1])))).toEqual([0, 1]);
  });

  test("floats", () => {
    expect(plain(laplace(key, 5))).toEqual([
      -0.42798662185668945, -2.980525016784668, 0.501391589641571, 0.11887689679861069,
      -0.619475245475769,
    ]);
    expect(plain(logistic(key, 5))).toEqual([
      0.7267420291900635, 3.6479601860046387, -0.8337934017181396, -0.225111722946167,
      0.9991253614425659,
    ]);
    expect(plain(exponential(key, 3))).toEqual([
      1.121133804321289, 3.673671007156372, 0.36074545979499817,
    ]);
    expect(plain(gumbel(key, 3))).toEqual([
      0.9304105043411255, 3.6608431339263916, -0.17776018381118774,
    ]);
    expect(plain(truncatedNormal(key, 5, -4.5, 0.3))).toEqual([
      -0.21078133583068848, 0.2591155767440796, -0.8885112404823303, -0.599772572517395,
      -0.12155918776988983,
    ]);
  });

  test("the error function and its inverse", () => {
    const f = Math.fround;
    expect([0.1, -1.3, 3.7, 3.79, 5].map((x) => erf(f(x)))).toEqual([
      0.11246291548013687, -0.934008002281189, 0.9999999403953552, 0.9999998807907104, 1,
    ]);
    expect([0.1, -0.5, 0.9, 0.999, 0.9999999, 1].map((x) => erfInv(f(x)))).toEqual([
      0.08885598927736282,
      -0.4769362807273865,
      1.163087010383606,
      2.3267576694488525,
      3.7439212799072266,
      Infinity,
    ]);
  });
});

describe("initialisers", () => {
  test("fans, modes and axes other than the default", () => {
    const fanOut = varianceScaling(key, [2, 3], 2, "fan_out", "normal", {
      inAxis: 0,
      outAxis: [1],
    });
    expect(plain(fanOut)).toEqual([
      0.368431955575943, 1.594986081123352, -0.4215077757835388, -0.11507727205753326,
      0.5025509595870972, 0.2729682922363281,
    ]);
    expect(plain(varianceScaling(key, [2, 3], 2, "fan_geo_avg", "uniform"))).toEqual([
      0.5449308753013611, 1.4856311082839966, -0.6171329617500305, -0.17541931569576263,
      0.7227140665054321, 0.4098317623138428,
    ]);
    expect(plain(lecunNormal(key, [2, 3, 2], { batchAxis: 0 }).subarray(0, 4))).toEqual([
      0.28181323409080505, 1.0993263721466064, -0.32208481431007385, -0.08827228844165802,
    ]);
    expect(plain(scaledTruncatedNormal(key, [2, 3], 0.5, -1, 3))).toEqual([
      0.29871124029159546, 1.0007284879684448, -0.10986298322677612, 0.039618730545043945,
      0.37371206283569336, 0.24598944187164307,
    ]);
  });

  test("a shape of one axis has no fans", () => {
    expect(() => fansOf([3])).toThrow(
      "Can't compute input and output sizes of a 1-dimensional weights tensor with default in_axis. " +
        "Must be at least 2D or specify in_axis explicitly.",
    );
    expect(fansOf([3, 2, 5])).toEqual({ fanIn: 6, fanOut: 15 });
  });
});
