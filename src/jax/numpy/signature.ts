/** How an argument may be given, in Python's terms. */
export type ParameterKind =
  | "positional-only"
  | "positional-or-keyword"
  /** `*args`: the rest by position. */
  | "varargs"
  | "keyword-only"
  /** `**kwargs`: keywords without a parameter of their own. */
  | "varkw";

/**
 * What a parameter takes: a value as it is, an array, a list of arrays, or either a value or an array. Of values
 * that have to be whole numbers, Python's floats are refused even where JavaScript could not tell them apart.
 */
export type Taken = "value" | "array" | "arrays" | "either" | "seed" | "shape" | "count";
const MARKS: Readonly<Record<string, Taken>> = {
  "": "value",
  "@": "array",
  "~": "either",
  "[": "arrays",
};

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly takes: Taken;
  /** Python's text of the default; null if the argument is required or gathers a rest. */
  readonly default: string | null;
  /** False for what JAX takes and this page does not; giving it raises an error. */
  readonly supported: boolean;
}

export interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

function parameterOf(part: string, kind: ParameterKind): Parameter {
  const match = /^([@~[]?)(\w+)\]?(?:: (seed|shape|count))?(!?)(?:=(.*))?$/.exec(part);
  if (match === null) throw new Error(`Not a parameter: ${part}`);
  const [, mark, name, whole, unsupported, text = null] = match;
  const takes = kind === "varargs" ? "arrays" : ((whole ?? MARKS[mark]) as Taken);
  return { name, kind, takes, default: text, supported: unsupported === "" };
}

/**
 * Reads a signature in Python's text: `/` ends the positional-only parameters, `*` starts the keyword-only
 * ones, `*args` and `**kwargs` gather. Beside Python's text it says what each parameter takes ({@link Taken}):
 * `axis` a value as it is, `@x` an array, `~x` an array or a value as it is, `[xs]` a list of arrays, as `*args`
 * does, `n: count` whole numbers. A `!` behind a name marks what is not supported: `out!=None`.
 */
export function parseSignature(signature: string): Signature {
  const match = /^(\w+)\((.*)\)$/.exec(signature);
  if (match === null) throw new Error(`Not a signature: ${signature}`);
  const parts = match[2] === "" ? [] : match[2].split(/,\s*(?![^()]*\))/);
  const slash = parts.indexOf("/");
  let kind: ParameterKind = slash < 0 ? "positional-or-keyword" : "positional-only";
  const parameters: Parameter[] = [];
  for (const part of parts) {
    if (part === "/") kind = "positional-or-keyword";
    else if (part === "*") kind = "keyword-only";
    else if (part.startsWith("**")) parameters.push(parameterOf(part.slice(2), "varkw"));
    else if (part.startsWith("*")) {
      parameters.push(parameterOf(part.slice(1), "varargs"));
      kind = "keyword-only";
    } else parameters.push(parameterOf(part, kind));
  }
  return { name: match[1], parameters };
}
