import type { Operation } from "./operation";

/** What a transformation makes of a staged function, made once per kind of use. */
export function memo<T>(call: Operation, key: string, make: () => T): T {
  // Each key belongs to one caller of this function, and so to one T.
  let value = call.cache.get(key) as T | undefined;
  if (value === undefined) {
    value = make();
    call.cache.set(key, value);
  }
  return value;
}

/** Text of a list of flags, for such keys. */
export function flags(list: readonly boolean[]): string {
  return list.map((flag) => (flag ? "1" : "0")).join("");
}
