import { checkPrecision } from "./check-precision";
import { JaxTypeError, NotImplementedError } from "../base/errors";
import { camelCase } from "./camel-case";
import type { Parameter, Signature } from "./signature";

export type Keywords = Readonly<Record<string, unknown>>;
export type Run = (...values: readonly unknown[]) => unknown;

/** A call in TypeScript as one value per parameter: undefined where nothing was given. */
export interface Binder {
  bind(args: readonly unknown[], keywords: Keywords | null): unknown[];
  /** Whether a keyword belongs to this function. */
  knows(key: string): boolean;
  /** So many arguments or fewer by position need no sorting; negative if there always is a rest to gather. */
  readonly plain: number;
  /** How many of the first parameters have no default. */
  readonly required: number;
}

function takesPosition({ kind }: Parameter): boolean {
  return kind === "positional-only" || kind === "positional-or-keyword";
}

function leading(
  parameters: readonly Parameter[],
  holds: (parameter: Parameter) => boolean,
): number {
  const end = parameters.findIndex((parameter) => !holds(parameter));
  return end < 0 ? parameters.length : end;
}

/** How a function's arguments are sorted to its parameters, with Python's errors. */
export function binderOf({ name, parameters }: Signature): Binder {
  const positions = leading(parameters, takesPosition);
  const varargs = parameters.findIndex(({ kind }) => kind === "varargs");
  const varkw = parameters.findIndex(({ kind }) => kind === "varkw");
  const slots = new Map<string, number>();
  parameters.forEach((parameter, i) => {
    if (parameter.kind === "positional-or-keyword" || parameter.kind === "keyword-only")
      for (const key of [parameter.name, camelCase(parameter.name)]) slots.set(key, i);
  });

  function bindKeyword(values: unknown[], key: string, value: unknown): void {
    const slot = slots.get(key);
    if (slot === undefined && varkw >= 0)
      values[varkw] = { ...(values[varkw] as Keywords | undefined), [key]: value };
    else if (slot === undefined) throw unexpected(name, parameters, key);
    else if (values[slot] !== undefined)
      throw new JaxTypeError(`${name}() got multiple values for argument '${key}'`);
    else values[slot] = value;
  }

  return {
    plain: varargs >= 0 ? -1 : leading(parameters, (each) => takesPosition(each) && each.supported),
    required: leading(parameters, (each) => takesPosition(each) && each.default === null),
    knows: (key) => slots.has(key),
    bind(args, keywords) {
      if (args.length > positions && varargs < 0) throw tooMany(name, positions, args.length);
      const values: unknown[] = args.slice(0, positions);
      if (varargs >= 0) values[varargs] = args.slice(positions);
      if (keywords !== null)
        for (const key of Object.keys(keywords)) bindKeyword(values, key, keywords[key]);
      parameters.forEach((parameter, i) => {
        if (isRequired(parameter) && values[i] === undefined) throw missing(name, parameter);
      });
      return values;
    },
  };
}

function isRequired({ kind, default: value }: Parameter): boolean {
  return value === null && kind !== "varargs" && kind !== "varkw";
}

/** The value as Python writes it, for comparison with a default's text. */
function pythonText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? `'${value}'` : String(value);
}

/** Whether a value says nothing else than the default does. */
function isDefault(value: unknown, parameter: Parameter): boolean {
  return value === undefined || value === null || pythonText(value) === parameter.default;
}

/** `run` behind a check that nothing was given for what is not supported; it gets the supported values alone. */
export function supportedOnly({ name, parameters }: Signature, run: Run): Run {
  if (parameters.every(({ supported }) => supported)) return run;
  const kept = parameters.flatMap(({ supported }, i) => (supported ? [i] : []));
  return (...values) => {
    parameters.forEach((parameter, i) => {
      if (parameter.name === "precision") checkPrecision(values[i]);
      else if (!parameter.supported && !isDefault(values[i], parameter))
        throw new NotImplementedError(
          `${name}() takes no '${parameter.name}' on this page; JAX does.`,
        );
    });
    return run(...kept.map((i) => values[i]));
  };
}

function unexpected(name: string, parameters: readonly Parameter[], key: string): JaxTypeError {
  const known = parameters
    .filter(({ kind, supported }) => supported && kind !== "positional-only" && kind !== "varargs")
    .map((parameter) => camelCase(parameter.name));
  const others = known.length === 0 ? "It takes none." : `It takes: ${known.join(", ")}.`;
  return new JaxTypeError(`${name}() got an unexpected keyword argument '${key}'. ${others}`);
}

function tooMany(name: string, n: number, given: number): JaxTypeError {
  return new JaxTypeError(
    `${name}() takes ${n} positional argument${n === 1 ? "" : "s"} but ${given} were given`,
  );
}

/** Python's error for an argument that has to be given and was not. */
export function missing(name: string, parameter: Parameter): JaxTypeError {
  const kind = parameter.kind === "keyword-only" ? "keyword-only" : "positional";
  return new JaxTypeError(`${name}() missing 1 required ${kind} argument: '${parameter.name}'`);
}
