import { foldIn } from "./key";
import type { PrngKey } from "./key";

/**
 * One stream of NNX's `Rngs`: a key and a count of the draws so far. Draw number n (from 0) is
 * `foldIn(key, n)`; the stream's name plays no part. A Linear layer draws twice: kernel, then bias.
 */
export class NnxStream {
  constructor(
    readonly key: PrngKey,
    public count = 0,
  ) {}

  /** The next key; advances the count. */
  next(): PrngKey {
    return foldIn(this.key, this.count++);
  }

  /** A new stream that starts at count 0 from a key drawn here. */
  fork(): NnxStream {
    return new NnxStream(this.next());
  }
}
