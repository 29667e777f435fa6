import { JaxArray } from "../array/array";
import { formatTree } from "./tree-text";

/** Python's repr of a value: containers with their arrays in full, objects by their own text. */
export function reprOf(value: unknown): string {
  return formatTree(value, ownRepr);
}

function ownRepr(value: object): string | null {
  if (value instanceof JaxArray) return value.repr();
  const repr: unknown = Reflect.get(value, "repr");
  return typeof repr === "function" ? String(Reflect.apply(repr, value, [])) : null;
}
