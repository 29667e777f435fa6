import { JaxArray } from "../array/array";
import { adopt, type Scope } from "../array/scope";
import { leaves } from "../tree/flatten";
import { settle } from "./settle";

/** Runs a computation and frees at once what it made on the device, except the arrays in its result. */
export function settled<T>(body: () => T): T {
  const created: Scope = [];
  const outer = adopt(created);
  let result: T;
  try {
    result = body();
  } finally {
    adopt(outer);
  }
  settle(
    created,
    leaves(result).filter((leaf) => leaf instanceof JaxArray),
  );
  return result;
}
