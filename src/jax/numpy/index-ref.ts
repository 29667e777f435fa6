import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { fullLike } from "../core/ops";
import { concreteOf } from "./concrete-value";
import { asarray, type ArraySource } from "./creation";
import { divide, power } from "./elementwise";
import type { IndexEntry } from "./index-entries";
import { parseIndex } from "./index-expression";
import { selection } from "./index-positions";
import { readIndex, writeIndex, type IndexOptions, type ReadOptions } from "./indexing";

/** A place in an array that can be read or replaced: what `x.at(…)` gives. */
export class IndexRef {
  constructor(
    private readonly array: JaxArray,
    private readonly entries: readonly IndexEntry[],
  ) {}
  /** The values there. */
  get(options?: ReadOptions): JaxArray {
    return readIndex(this.array, this.entries, options);
  }
  /** A copy of the array with these values there; of several for one place the last one counts. */
  set(values: ArraySource, options?: IndexOptions): JaxArray {
    return writeIndex(this.array, this.entries, "set", values, options);
  }
  /** A copy with the values added; repeated places add up. */
  add(values: ArraySource, options?: IndexOptions): JaxArray {
    return writeIndex(this.array, this.entries, "add", values, options);
  }
  /** A copy with the values subtracted; repeated places add up. */
  subtract(values: ArraySource, options?: IndexOptions): JaxArray {
    return this.add(asarray(values).neg(), options);
  }
  /** A copy multiplied by the values there. */
  multiply(values: ArraySource, options?: IndexOptions): JaxArray {
    return writeIndex(this.array, this.entries, "mul", values, options);
  }
  /** {@link multiply} by its shorter name. */
  mul(values: ArraySource, options?: IndexOptions): JaxArray {
    return this.multiply(values, options);
  }
  /** A copy divided by the values there. */
  divide(values: ArraySource, options?: IndexOptions): JaxArray {
    return divide(this.array, this.factors(values, options));
  }
  /** A copy raised to the power of the values there. */
  power(values: ArraySource, options?: IndexOptions): JaxArray {
    return power(this.array, this.factors(values, options));
  }
  /** A copy with the smaller of old and new there. */
  min(values: ArraySource, options?: IndexOptions): JaxArray {
    return writeIndex(this.array, this.entries, "min", values, options);
  }
  /** A copy with the larger of old and new there. */
  max(values: ArraySource, options?: IndexOptions): JaxArray {
    return writeIndex(this.array, this.entries, "max", values, options);
  }
  /** A copy with a function applied there, once for each time that a place is named. */
  apply(f: (values: JaxArray) => JaxArray, options?: IndexOptions): JaxArray {
    const flat = this.array.ravel();
    let result = flat;
    for (const places of roundsOf(this.array, this.entries, options)) {
      const ref = new IndexRef(result, [places]);
      result = ref.set(f(ref.get()));
    }
    return result.reshape(this.array.shape);
  }

  /** Ones, with the values multiplied into the places. */
  private factors(values: ArraySource, options?: IndexOptions): JaxArray {
    const ones = fullLike(this.array, 1);
    return new IndexRef(ones, this.entries).multiply(values, options);
  }
}

/** The flat places in rounds, each place at most once in a round; traced places all in one. */
export function roundsOf(
  array: JaxArray,
  entries: readonly IndexEntry[],
  options: IndexOptions = {},
): (JaxArray | Int32Array)[] {
  const { positions, inside } = selection(parseIndex(entries, array.shape), array.shape);
  const known = concreteOf(positions);
  if (known === null) return [positions];
  const flags = inside === null ? null : (concreteOf(inside)?.values() ?? null);
  const seen = new Map<number, number>();
  const rounds: number[][] = [];
  const places = known.values();
  for (const i of range(places.length)) {
    if (options.mode !== "clip" && flags !== null && flags[i] === 0) continue;
    const turn = seen.get(places[i]) ?? 0;
    seen.set(places[i], turn + 1);
    (rounds[turn] ??= []).push(places[i]);
  }
  return rounds.map((round) => Int32Array.from(round));
}
