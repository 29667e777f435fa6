import { keystr, SequenceKey, type KeyPath } from "../tree/keys";
import { leavesWithPath } from "../tree/path";

/** The text between the brackets that open at `start`. */
function bracketed(source: string, start: number): string {
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    if ("([{".includes(source[i])) depth++;
    else if (")]}".includes(source[i]) && --depth === 0) return source.slice(start + 1, i);
  }
  return "";
}

/** The parts of a list between commas that stand outside of all brackets. */
function parts(list: string): string[] {
  const found = [""];
  let depth = 0;
  for (const letter of list) {
    if ("([{".includes(letter)) depth++;
    if (")]}".includes(letter)) depth--;
    if (letter === "," && depth === 0) found.push("");
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim()).filter((part) => part !== "");
}

/**
 * The names of a function's parameters, read off its source; null for those that have none (taken
 * apart in place, or rest parameters).
 */
export function parameterNames(f: (...args: never[]) => unknown): (string | null)[] {
  const source = Function.prototype.toString.call(f);
  const arrow = /^(?:async\s+)?([\w$]+)\s*=>/.exec(source);
  if (arrow !== null) return [arrow[1]];
  const start = source.indexOf("(");
  if (start < 0) return [];
  return parts(bracketed(source, start)).map((part) => /^[\w$]+/.exec(part)?.[0] ?? null);
}

/** The function's own name, or what Python calls a function without one. */
export function functionName(f: (...args: never[]) => unknown): string {
  return typeof f.name === "string" && f.name !== "" ? f.name : "<lambda>";
}

/** What each leaf of a list of arguments is called in JAX's texts: `x`, `params['w']`, `args[1][0]`. */
export function argumentNames(
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
  positions: readonly number[] = args.map((_, i) => i),
): string[] {
  const names = parameterNames(f);
  return leavesWithPath(args).map(([path]) => {
    const [first, ...rest]: KeyPath = path;
    const position = first instanceof SequenceKey ? positions[first.idx] : 0;
    return `${names[position] ?? `args[${position}]`}${keystr(rest)}`;
  });
}
