import { JaxTypeError, ValueError } from "../base/errors";
import type { Aval } from "../array/aval";

const isKey = ({ dtype }: Aval): boolean => dtype === "key<fry>";
const NUMBERS = "integer, floating, complexfloating";
const ACCEPTED: Readonly<Record<string, string>> = {
  neg: NUMBERS,
  add: NUMBERS,
  sub: NUMBERS,
  mul: NUMBERS,
  div: NUMBERS,
  pow: NUMBERS,
  abs: "floating, complexfloating, signedinteger",
  sign: NUMBERS,
  square: NUMBERS,
  max: "integer, floating, bool",
  min: "integer, floating, bool",
  lt: "integer, floating, bool",
  le: "integer, floating, bool",
  gt: "integer, floating, bool",
  ge: "integer, floating, bool",
};

/** Raises JAX's error where arithmetic of single elements is asked of random keys. */
export function refuseKeys(name: string, args: readonly Aval[]): void {
  const at = args.findIndex(isKey);
  if (at < 0 || name === "stop_gradient") return;
  const accepted = ACCEPTED[name] ?? "integer, floating, bool";
  const place = args.length > 1 ? ` at position ${at}` : "";
  throw new JaxTypeError(
    `${name} does not accept dtype key<fry>${place}. Accepted dtypes${place} are subtypes of ${accepted}.`,
  );
}

/** Raises JAX's error for sums, products and extremes of random keys. */
export function refuseKeySums(x: Aval): void {
  if (isKey(x)) throw new JaxTypeError("Cannot interpret 'key<fry>' as a data type");
}

/** Raises JAX's error for keys that are turned into numbers, or numbers into keys. */
export function refuseKeyConversion(from: Aval, to: string): void {
  if (isKey(from) !== (to === "key<fry>"))
    throw new ValueError(`Cannot convert_element_type from ${from.dtype} to ${to}`);
}

/** Functions that compute on the host take keys only to draw from them. */
export function refuseKeysOnHost(name: string, args: readonly Aval[]): void {
  if (args.some(isKey) && !name.startsWith("random_"))
    throw new JaxTypeError(`${name} does not accept dtype key<fry>.`);
}
