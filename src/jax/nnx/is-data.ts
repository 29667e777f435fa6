import { JaxArray } from "../array/array";
import { nodeOf } from "../tree/registry";
import { Variable } from "./variable";

/**
 * Whether a module's attribute is data, a child in its tree, and not a static setting: arrays, variables, modules
 * and other registered nodes are; lists and dicts are if they hold any.
 */
export function isData(value: unknown): boolean {
  if (value instanceof JaxArray || value instanceof Variable) return true;
  if (value === null || value === undefined) return false;
  const node = nodeOf(value);
  if (node === null) return false;
  if (node.name !== "list" && node.name !== "dict") return true;
  return node.flatten(value).children.some(isData);
}
