import { pythonTypeName } from "./python-type-name";
import { stringRepr } from "../format/string-repr";

/** Text of a value that is not a plain container, or null to let {@link formatTree} write it. */
export type LeafText = (value: object) => string | null;

/** Longer texts are cut, so that printing a huge tree stays cheap. */
const MAX_LENGTH = 20_000;

/**
 * A tree as Python prints it: `{'w': Array(…), 'b': [1, None]}`. Dicts keep the order in which they
 * were filled, strings are quoted, numbers stay as JavaScript writes them. A container inside itself
 * is `{...}` or `[...]`.
 *
 * @param leafText writes arrays and other objects that have a text of their own
 */
export function formatTree(tree: unknown, leafText: LeafText): string {
  return write(tree, leafText, { open: [], left: MAX_LENGTH });
}

interface Progress {
  /** The containers around the value being written. */
  readonly open: object[];
  /** Characters that may still be written. */
  left: number;
}

function write(value: unknown, leafText: LeafText, progress: Progress): string {
  const text =
    typeof value === "object" && value !== null
      ? objectText(value, leafText, progress)
      : ((typeof value === "function" ? leafText(value) : null) ?? primitiveText(value));
  progress.left -= text.length;
  return text;
}

function primitiveText(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "string") return stringRepr(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "function")
    return `<function ${value.name === "" ? "<lambda>" : value.name}>`;
  return Object.is(value, -0) ? "-0" : String(value);
}

function objectText(value: object, leafText: LeafText, progress: Progress): string {
  const own = leafText(value);
  if (own !== null) return own;
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value)) return `<${pythonTypeName(value)} object>`;
  const [start, end] = isList ? ["[", "]"] : ["{", "}"];
  if (progress.open.includes(value)) return `${start}...${end}`;
  progress.open.push(value);
  const items: string[] = [];
  for (const [key, child] of Object.entries(value)) {
    if (progress.left <= 0) {
      items.push("...");
      break;
    }
    const text = write(child, leafText, progress);
    items.push(isList ? text : `${stringRepr(key)}: ${text}`);
  }
  progress.open.pop();
  return start + items.join(", ") + end;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
