import { JaxArray } from "../array/array";
import {
  ApplyScopeInvalidVariablesStructureError,
  ApplyScopeInvalidVariablesTypeError,
  InvalidRngError,
  ValueError,
} from "../base/errors";
import { checkKeys } from "../random/key-argument";
import { isDict } from "./scope";
import type { Collection, Streams, Variables } from "./scope";

/** A key, or keys by stream name. */
export type RngArgument = JaxArray | Readonly<Record<string, JaxArray>>;

/** What `apply` takes after the inputs. */
export type ApplyOptions = {
  /** Keys for the streams that the module draws from. */
  readonly rngs?: RngArgument;
  /** The method to run, by name or itself; "call" by default. */
  readonly method?: MethodArgument;
  /** Collections that may change; true for all. The result is then [result, changed]. */
  readonly mutable?: boolean | string | readonly string[];
};
const APPLY_OPTIONS = ["rngs", "method", "mutable"];

/** A method of a module: its name, or the function. */
export type MethodArgument = string | ((...args: never[]) => unknown);

/** What `init` takes after the inputs. */
export type InitOptions = { readonly method?: MethodArgument };

/** Whether a collection may change, for each form of `mutable`. */
export function mutability(
  mutable: boolean | string | readonly string[],
): (collection: string) => boolean {
  if (typeof mutable === "boolean") return () => mutable;
  if (typeof mutable === "string") return (collection) => collection === mutable;
  return (collection) => mutable.includes(collection);
}

/** Whether each stream's key is one; raises the ValueError of Flax's `apply` for other values. */
export function checkApplyRngs(rngs: RngArgument): Streams {
  try {
    return checkRngs(rngs, "");
  } catch (error) {
    if (!(error instanceof InvalidRngError)) throw error;
    throw new ValueError(
      "The ``rngs`` argument passed to an apply function should be a ``jax.PRNGKey`` " +
        "or a dictionary mapping strings to ``jax.PRNGKey``.",
    );
  }
}

/** The inputs of a call and the options after them, if the last argument is options. */
export function splitOptions(given: readonly unknown[]): [unknown[], ApplyOptions] {
  const last = given.at(-1);
  return isOptions(last) ? [given.slice(0, -1), last] : [[...given], {}];
}

function isOptions(value: unknown): value is ApplyOptions {
  if (!isDict(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => APPLY_OPTIONS.includes(name));
}

/** Keys by stream name; a single key is the stream `params`. Raises Flax's InvalidRngError. */
export function checkRngs(rngs: unknown, owner: string): Streams {
  const streams = isDict(rngs) ? rngs : { params: rngs };
  return Object.fromEntries(
    Object.entries(streams).map(([name, key]) => [name, checkStream(key, owner, rngs)]),
  );
}

function checkStream(key: unknown, owner: string, given: unknown): JaxArray {
  try {
    const array = checkKeys(key);
    if (array.shape.length === (array.dtype === "key<fry>" ? 0 : 1)) return array;
  } catch {
    // Told below in Flax's words.
  }
  throw new InvalidRngError(
    `RNGs should be of shape (2,) or PRNGKey in Module ${owner}, but rngs are: ${rngText(given)}`,
  );
}

function rngText(given: unknown): string {
  if (given instanceof JaxArray) return given.repr();
  if (!isDict(given)) return String(given);
  const entries = Object.entries(given).map(([name, key]) => `'${name}': ${rngText(key)}`);
  return `{${entries.join(", ")}}`;
}

/** A dict of collections, copied as far as dicts go; raises Flax's errors for other structures. */
export function checkVariables(variables: unknown): Variables {
  if (!isDict(variables)) throw notCollections();
  const copy: Variables = {};
  for (const [name, collection] of Object.entries(variables)) {
    if (!isDict(collection)) throw notCollections();
    copy[name] = copyOf(collection);
  }
  if (copy.params !== undefined && "params" in copy.params) {
    throw new ApplyScopeInvalidVariablesStructureError(
      "Expect the `variables` (first argument) passed to apply() to be a dict with the structure " +
        '{"params": ...}, but got a dict with an extra params layer, i.e.  {"params": {"params": ... } }. ' +
        'You should instead pass in your dict\'s ["params"].',
    );
  }
  return copy;
}

function notCollections(): ApplyScopeInvalidVariablesTypeError {
  return new ApplyScopeInvalidVariablesTypeError(
    "The first argument passed to an apply function should be a dictionary of collections. " +
      "Each collection should be a dictionary with string keys.",
  );
}

function copyOf(collection: Collection): Collection {
  return Object.fromEntries(
    Object.entries(collection).map(([name, value]) => [
      name,
      isDict(value) ? copyOf(value) : value,
    ]),
  );
}
