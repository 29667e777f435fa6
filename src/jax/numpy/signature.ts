/** How an argument may be given, in Python's terms. */
export type ParameterKind =
  | "positional-only"
  | "positional-or-keyword"
  /** `*args`: the rest by position. */
  | "varargs"
  | "keyword-only"
  /** `**kwargs`: keywords without a parameter of their own. */
  | "varkw";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Python's text of the default; null if the argument is required or gathers a rest. */
  readonly default: string | null;
  /** False for what JAX takes and this page does not; giving it raises an error. */
  readonly supported: boolean;
}

export interface Signature {
  /** All of it, as it was read. */
  readonly text: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

function parameterOf(part: string, kind: ParameterKind): Parameter {
  const [text, ...rest] = part.split("=");
  const supported = !text.endsWith("!");
  const name = text.replace(/!$/, "");
  return { name, kind, default: rest.length === 0 ? null : rest.join("="), supported };
}

/**
 * Reads a signature in Python's text: `/` ends the positional-only parameters, `*` starts the keyword-only
 * ones, `*args` and `**kwargs` gather. A `!` behind a name marks what is not supported: `out!=None`.
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
  return { text: signature, name: match[1], parameters };
}
