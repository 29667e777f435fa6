import { logCall } from "../base/call-log";
import { JaxArray } from "../array/array";
import { AttributeError, KeyError, ValueError } from "../base/errors";
import { array, zeros } from "../numpy/creation";
import type { ShapeLike } from "../random/draw";
import { foldIn, key as makeKey, split, wrapKeyData } from "../random/keys";
import { KeySource } from "./key-source";
import { Variable } from "./variable";

/** State of a random stream: its key or its count. */
export class RngState extends Variable {
  static readonly countedAs = "RngState";
}
/** The key of a stream: a typed key of shape (). */
export class RngKey extends RngState {
  static override readonly pythonName: string = "RngKey";
  declare readonly tag: string;
}
/** How many keys a stream has given: uint32 of shape (). */
export class RngCount extends RngState {
  static override readonly pythonName: string = "RngCount";
  declare readonly tag: string;
}

/** A stream's seed: a whole number, a typed key, a raw key, or a stream, whose key is taken. */
export type Seed = number | JaxArray | RngStream;

/**
 * One stream of random keys. Call it for the next key: draw number n, from 0, is `foldIn(key, n)`.
 */
export class RngStream extends KeySource {
  static override readonly pythonName: string = "RngStream";
  readonly tag: string;
  readonly key: RngKey;
  readonly count: RngCount;

  constructor(tag: string, key: JaxArray) {
    super();
    this.tag = tag;
    this.key = new RngKey(key, { tag });
    this.count = new RngCount(zeros([...key.shape], { dtype: "uint32" }), { tag });
  }

  /** The next key, typed; advances the count. */
  override call(): JaxArray {
    const key = foldIn(this.key.value, this.count.value);
    this.count.value = this.count.value.add(array(1, { dtype: "uint32" }));
    return key;
  }

  /** A new stream at count 0, from a key drawn here. */
  fork(): RngStream {
    return new RngStream(this.tag, this.call());
  }

  /** A stream of many keys, for `jax.vmap`: those that a key drawn here is split into. */
  split(num: ShapeLike): RngStream {
    return new RngStream(this.tag, split(this.call(), num));
  }
}

function keyFrom(seed: unknown): JaxArray {
  if (seed instanceof RngStream) return seed.key.value;
  if (typeof seed === "number" && Number.isInteger(seed)) return makeKey(seed);
  if (seed instanceof JaxArray) {
    if (seed.dtype === "key<fry>") return seed;
    if (seed.dtype === "uint32" && seed.shape.length === 1 && seed.shape[0] === 2) {
      return wrapKeyData(seed);
    }
  }
  throw new ValueError(
    `Invalid rng value: ${String(seed)}, expected a jax.Array of jax.dtypes.prng_key sub-dtype`,
  );
}

/** Streams by name. */
export type Streams = Readonly<Record<string, Seed>>;

/** The streams that Flax's layers ask for; any other name works too, and falls back to `default`. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- streams are found by the look-up at the end of this file
export interface Rngs {
  readonly default: RngStream;
  readonly params: RngStream;
  readonly dropout: RngStream;
  readonly carry: RngStream;
  readonly noise: RngStream;
}

/**
 * Named streams of random keys for building modules. `new nnx.Rngs(0)` has one stream, `default`, which
 * serves every name; `new nnx.Rngs({ params: 0, dropout: 1 })` and `new nnx.Rngs(0, { params: 1 })` name streams.
 *
 * ```ts
 * const rngs = new nnx.Rngs(0);
 * const key = rngs.params(); // fold_in(key(0), 0), then 1, …
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see the interface
export class Rngs extends KeySource {
  static override readonly pythonName: string = "Rngs";

  constructor(seed?: Seed | Streams | null, streams: Streams = {}) {
    super();
    logCall("nnx.Rngs", () => [isStreams(seed) ? Object.values(seed)[0] : seed]);
    const named = isStreams(seed) ? { ...seed, ...streams } : { ...streams, default: seed };
    for (const [name, value] of Object.entries(named)) {
      if (value === undefined || value === null) continue;
      Reflect.set(this, name, new RngStream(name, keyFrom(value)));
    }
  }

  /** The next key of the stream `default`. */
  override call(): JaxArray {
    return this.default();
  }

  /** New streams at count 0, each from a key drawn from the one of its name. */
  fork(): Rngs {
    return this.each((stream) => stream.fork());
  }

  /** Streams of many keys, for `jax.vmap`: each from a key drawn from the one of its name. */
  split(num: ShapeLike): Rngs {
    return this.each((stream) => stream.split(num));
  }

  /** Whether there is a stream of this name: Python's `name in rngs`. */
  has(name: string): boolean {
    return Object.hasOwn(this, name);
  }

  /** The stream of this name, else `default`: Python's `rngs[name]`. Raises KeyError if there is neither. */
  get(name: string): RngStream {
    const streams = new Map(streamsOf(this).map((stream) => [stream.tag, stream]));
    const stream = streams.get(name) ?? streams.get("default");
    if (stream !== undefined) return stream;
    throw new KeyError(`"No RngStream named '${name}' found in Rngs."`);
  }

  private each(change: (stream: RngStream) => RngStream): Rngs {
    return new Rngs(
      Object.fromEntries(streamsOf(this).map((stream) => [stream.tag, change(stream)])),
    );
  }
}

/** The streams in the order in which they were given. */
export function streamsOf(rngs: Rngs): RngStream[] {
  return Object.values(rngs).filter((stream) => stream instanceof RngStream);
}

function isStreams(seed: unknown): seed is Streams {
  return (
    typeof seed === "object" && seed !== null && Object.getPrototypeOf(seed) === Object.prototype
  );
}

/** Names that JavaScript and its tools look up on any object; they are no streams. */
const LOOKED_UP = /^(then|toJSON|asymmetricMatch|[_$@].*)$/;

/**
 * A name without a stream means the stream `default`. The lookup stands behind the class's own members in
 * the prototype chain, so it is asked last, also on instances that a tree operation has made.
 */
const fallback = new Proxy(Object.create(KeySource.prototype), {
  get(target: object, name, rngs: Rngs) {
    if (typeof name === "symbol" || name in target || LOOKED_UP.test(name)) {
      return Reflect.get(target, name, rngs);
    }
    if (Object.hasOwn(rngs, "default")) return rngs.default;
    throw new AttributeError(`No RngStream named '${name}' found in Rngs.`);
  },
});
Object.setPrototypeOf(Rngs.prototype, fallback);
