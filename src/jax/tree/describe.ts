import { JaxArray } from "../array/array";
import { formatTree } from "./tree-text";
import { nodeOf } from "./registry";

/** Longer texts are cut. */
const MAX_LENGTH = 20_000;

/** Text of any value for console.log: never throws, and of bounded length. */
export function describe(value: unknown): string {
  try {
    const text = textOf(value);
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  } catch {
    return "(a value that cannot be shown)";
  }
}

function textOf(value: unknown): string {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  if (typeof value === "string") return value;
  if (typeof value === "function" && !hasOwnText(value))
    return `[function ${value.name === "" ? "(anonymous)" : value.name}]`;
  if (typeof value !== "object" && typeof value !== "function") return primitiveText(value);
  if (value instanceof JaxArray) return value.toString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return formatTree(value, leafText);
}

function primitiveText(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Arrays inside a tree are written as Python's repr, other objects by their own text if they have one. */
function leafText(value: object): string | null {
  if (value instanceof JaxArray) return value.repr();
  const node = nodeOf(value);
  if (node !== null && (node.name === "list" || node.name === "dict")) return null;
  if (ArrayBuffer.isView(value)) return viewText(value);
  return hasOwnText(value) ? String(value) : null;
}

function viewText(view: ArrayBufferView): string {
  const numbers = ArrayBuffer.isView(view) && "length" in view ? Array.from(Object(view)) : [];
  const shown = numbers.slice(0, 100).join(", ");
  return `${view.constructor.name} [${shown}${numbers.length > 100 ? ", …" : ""}]`;
}

/** Whether a value's class writes its own text. */
function hasOwnText(value: object): boolean {
  const { toString } = value;
  return (
    typeof toString === "function" &&
    toString !== Object.prototype.toString &&
    toString !== Function.prototype.toString &&
    toString !== Array.prototype.toString
  );
}
