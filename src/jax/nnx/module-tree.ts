import { nodeOf } from "../tree/registry";
import { Variable } from "./variable";

/** Every object below a value that has attributes of its own, and the value itself, each once: modules, lists and dicts. */
export function ownersIn(value: unknown, seen = new Set<unknown>()): object[] {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return [];
  if (value instanceof Variable || seen.has(value)) return [];
  const node = nodeOf(value);
  if (node === null || node.name === "NoneType") return [];
  seen.add(value);
  return [value, ...Object.values(value).flatMap((child) => ownersIn(child, seen))];
}

/**
 * Sets attributes of a module and of all modules below it, where they are there already.
 * `train` and `eval` are made of it.
 */
export function setAttributes(module: object, attributes: Readonly<Record<string, unknown>>): void {
  for (const owner of ownersIn(module)) {
    if (typeof owner !== "function") continue;
    for (const [name, value] of Object.entries(attributes)) {
      if (Object.hasOwn(owner, name)) Reflect.set(owner, name, value);
    }
  }
}
