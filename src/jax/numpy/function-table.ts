/**
 * The one table of functions: JAX's name, Python's signature, and the function that serves it.
 * TypeScript's exports are made by {@link define}; documentation and Python's face are made from the table.
 */
import { binderOf, missing, supportedOnly, type Keywords, type Run } from "./bind-arguments";
import { camelCase } from "./camel-case";
import type { Mismarked } from "./mismarked";
import { parseSignature, type Parameter, type Signature } from "./signature";

export interface FunctionRow {
  /** e.g. `jax.numpy`. */
  readonly module: string;
  /** Python's name, e.g. `expand_dims`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** In JAX a ufunc, whose signature Python shows as `(*args, out=None, where=None)`. */
  readonly ufunc: boolean;
  /** What is left out, in a few words for the support page; null if nothing is. */
  readonly note: string | null;
  /**
   * Calls the function with one value per parameter, in order: undefined for what was not given, a list
   * for `*args`, an object for `**kwargs`. Refuses parameters that are not supported.
   */
  readonly run: Run;
}

export interface Traits {
  readonly ufunc?: boolean;
  readonly note?: string;
  /** Arguments may be trees: a last plain object counts as options only if it holds nothing else. */
  readonly trees?: boolean;
}

const rows: FunctionRow[] = [];
const rowOf = new WeakMap<object, FunctionRow>();

/**
 * Every function defined so far. Its one-line summary is the doc comment of its export.
 * @public for other languages' faces and the documentation
 */
export function functionTable(): readonly FunctionRow[] {
  return rows;
}

function isObject(value: unknown): value is Keywords {
  if (typeof value !== "object" || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/**
 * Adds a function to the table and returns it for TypeScript: arguments by position in Python's order,
 * then keywords in one options object. `run` gets the supported ones by position; what was not given is
 * undefined. The text of the signature is that of {@link parseSignature}; where it says of a parameter that it takes
 * an array and the type of `run` says otherwise, or the other way round, the call does not compile.
 * @throws JaxTypeError with Python's text for an unknown, a missing or a doubled argument,
 *   NotImplementedError for one that JAX has and this page has not
 */
export function define<
  F,
  const Text extends string = string,
  Own extends (...args: never[]) => unknown = (...args: never[]) => unknown,
>(
  module: string,
  signature: Text,
  run: [Mismarked<Text, Own>] extends [never] ? Own : { mismarked: Mismarked<Text, Own> },
  traits: Traits = {},
): F {
  const parsed = parseSignature(signature);
  // The table's rows and the types of the exports are kept equal by hand and by the tests.
  return added(
    module,
    parsed,
    supportedOnly(parsed, run as unknown as Run),
    run as unknown as Run,
    traits,
  ) as F;
}

/**
 * One more name for a function of the table, with a row of its own. It takes the same arguments; JAX may
 * name them differently.
 */
export function alias<F extends object>(module: string, name: string, f: F, signature?: string): F {
  const row = rowOf.get(f);
  if (row === undefined) throw new Error(`${name} is an alias of a function without a row.`);
  const parsed = signature === undefined ? { ...row, name } : parseSignature(signature);
  // The alias is called as the original is, so it has its type.
  return added(module, parsed, row.run, row.run, { note: row.note ?? undefined }) as F;
}

function added(
  module: string,
  signature: Signature,
  byPosition: Run,
  direct: Run,
  { ufunc = false, note, trees = false }: Traits,
): Run {
  const { name, parameters } = signature;
  const { bind, knows, plain, required } = binderOf(signature);
  const needsAll = parameters.some(
    ({ kind, default: text }) => kind === "keyword-only" && text === null,
  );
  const call = (...args: unknown[]): unknown => {
    const last = args.length - 1;
    const keywords = last >= 0 && isObject(args[last]) ? args[last] : null;
    if (keywords !== null && (!trees || Object.keys(keywords).every(knows)))
      return byPosition(...bind(args.slice(0, last), keywords));
    if (args.length > plain || needsAll) return byPosition(...bind(args, null));
    for (let i = 0; i < required; i++)
      if (args[i] === undefined) throw missing(name, parameters[i]);
    return direct(...args);
  };
  Object.defineProperty(call, "name", { value: camelCase(name) });
  const row = { module, name, parameters, ufunc, note: note ?? null, run: byPosition };
  rows.push(row);
  rowOf.set(call, row);
  return call;
}
