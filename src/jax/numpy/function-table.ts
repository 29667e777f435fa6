/**
 * The one table of functions: JAX's name, Python's signature, and the TypeScript function that serves
 * it. TypeScript's exports are made by {@link define}; the table is what documentation and other
 * languages' faces are generated from.
 */
import { JaxTypeError } from "../errors";

export interface Parameter {
  readonly name: string;
  /** Python's text of the default; null if the argument is required. */
  readonly default: string | null;
}

export interface FunctionRow {
  /** e.g. `jax.numpy`. */
  readonly module: string;
  /** Python's name, e.g. `expand_dims`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

const rows: FunctionRow[] = [];

/**
 * Every function defined so far.
 * @public for other languages' faces and the documentation
 */
export function functionTable(): readonly FunctionRow[] {
  return rows;
}

/** TypeScript's spelling of a Python name: `expand_dims` → `expandDims`. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Reads `sum(a, axis=None)`; defaults hold no commas outside brackets in this project's signatures. */
function parseSignature(signature: string): { name: string; parameters: Parameter[] } {
  const match = /^(\w+)\((.*)\)$/.exec(signature);
  if (match === null) throw new Error(`Not a signature: ${signature}`);
  const parts = match[2] === "" ? [] : match[2].split(/,\s*(?![^()]*\))/);
  const parameters = parts.map((part) => {
    const [name, value] = part.split("=");
    return { name, default: value ?? null };
  });
  return { name: match[1], parameters };
}

function isOptions(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/**
 * Adds a function to the table and returns it for TypeScript: arguments by position in Python's order,
 * then keywords in one options object. `run` gets them by position; what was not given is undefined.
 * @throws JaxTypeError with Python's text for an unknown, a missing or a doubled argument
 */
export function define<F>(
  module: string,
  signature: string,
  run: (...args: never[]) => unknown,
): F {
  const { name, parameters } = parseSignature(signature);
  rows.push({ module, name, parameters });
  const required = parameters.filter((parameter) => parameter.default === null).length;
  const slots = new Map(parameters.map((parameter, i) => [camelCase(parameter.name), i]));
  const call = (...args: unknown[]): unknown => {
    const last = args.length - 1;
    if (last >= 0 && isOptions(args[last])) spread(name, args, last, slots);
    if (args.length > parameters.length) throw tooMany(name, parameters, args.length);
    for (let i = 0; i < required; i++)
      if (args[i] === undefined) throw missing(name, parameters[i].name);
    // The table's rows and the types of the exports are kept equal by hand and by the tests.
    return run(...(args as never[]));
  };
  Object.defineProperty(call, "name", { value: camelCase(name) });
  return call as F;
}

function spread(
  name: string,
  args: unknown[],
  last: number,
  slots: ReadonlyMap<string, number>,
): void {
  const options = args[last] as Readonly<Record<string, unknown>>;
  args.length = last;
  for (const key of Object.keys(options)) {
    const slot = slots.get(key) ?? slots.get(camelCase(key));
    if (slot === undefined)
      throw new JaxTypeError(
        `${name}() got an unexpected keyword argument '${key}'. It takes: ${[...slots.keys()].join(", ")}.`,
      );
    if (slot < last) throw new JaxTypeError(`${name}() got multiple values for argument '${key}'`);
    args[slot] = options[key];
  }
}

function tooMany(name: string, parameters: readonly Parameter[], given: number): JaxTypeError {
  const n = parameters.length;
  return new JaxTypeError(
    `${name}() takes ${n} positional argument${n === 1 ? "" : "s"} but ${given} were given`,
  );
}

function missing(name: string, parameter: string): JaxTypeError {
  return new JaxTypeError(`${name}() missing 1 required positional argument: '${parameter}'`);
}
