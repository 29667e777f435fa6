/** Flax's texts of variables, states and modules. */
import { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { ITEM_SIZE } from "../base/dtype";
import { pythonFloat } from "../format/scalar-text";
import { stringRepr } from "../format/string-repr";
import { flatten } from "../tree/flatten";

/** How many elements and bytes of arrays a value holds. */
export type Size = { readonly elements: number; readonly bytes: number };

/** A text that may span lines; those after the first are indented as it is nested. */
type Show = (value: unknown) => string;

/** The size of all arrays in a value. */
export function sizeOfValue(value: unknown): Size {
  let elements = 0;
  let bytes = 0;
  for (const leaf of flatten(value).leaves) {
    if (!(leaf instanceof JaxArray)) continue;
    elements += sizeOf(leaf.shape);
    bytes += sizeOf(leaf.shape) * ITEM_SIZE[leaf.dtype];
  }
  return { elements, bytes };
}

const UNITS: readonly (readonly [over: number, name: string])[] = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "KB"],
];

/** `12 (48 B)`, `64,000 (256.0 KB)`. */
export function sizeText({ elements, bytes }: Size): string {
  const unit = UNITS.find(([over]) => bytes > over);
  const amount = unit === undefined ? `${bytes} B` : `${(bytes / unit[0]).toFixed(1)} ${unit[1]}`;
  return `${elements.toLocaleString("en-US")} (${amount})`;
}

/** `Name( # comment⏎  a=…,⏎  b=…⏎)`. */
export function objectText(
  name: string,
  comment: string,
  attributes: readonly (readonly [name: string, text: string])[],
): string {
  const head = comment === "" ? `${name}(` : `${name}( # ${comment}`;
  if (attributes.length === 0) return `${head})`;
  const lines = attributes.map(([key, text]) => `  ${key}=${nested(text)}`);
  return `${head}\n${lines.join(",\n")}\n)`;
}

/** `{⏎  'a': …⏎}`, as states show their entries. */
export function mappingText(entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return "{}";
  const lines = entries.map(([key, text]) => `  ${keyText(key)}: ${nested(text)}`);
  return `{\n${lines.join(",\n")}\n}`;
}

/** A key as Python writes it: whole numbers are integers there, as the places of an `nnx.List` are. */
function keyText(key: string): string {
  return /^\d+$/.test(key) ? key : stringRepr(key);
}

function nested(text: string): string {
  return text.replaceAll("\n", "\n  ");
}

/** The name of a value's class, as Python has it; a learner's class has its own name. */
export function className(value: object): string {
  const type: unknown = value.constructor;
  if (typeof type !== "function") return "object";
  const own: unknown = Object.hasOwn(type, "pythonName") && Reflect.get(type, "pythonName");
  return typeof own === "string" ? own : type.name;
}

/** The method by which containers write themselves, given how to write an item. */
export const TEXT_WITH = Symbol("textWith");

/** Python's text of a static value. */
export function staticText(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "string") return stringRepr(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "function" && Object.getPrototypeOf(value) === Function.prototype) {
    return `<function ${value.name || "<lambda>"}>`;
  }
  if (typeof value === "number" && !Number.isInteger(value)) return pythonFloat(value);
  if (Array.isArray(value)) return `[${value.map(staticText).join(", ")}]`;
  return String(value);
}

/** An array inside a module: its type alone, unless it is a single number. */
export function briefArrayText(array: JaxArray): string {
  if (sizeOf(array.shape) <= 1) return String(array.repr());
  const shape = `(${array.shape.join(", ")}${array.shape.length === 1 ? "," : ""})`;
  const dtype = array.dtype === "key<fry>" ? array.dtype : `dtype('${array.dtype}')`;
  return `Array(shape=${shape}, dtype=${dtype})`;
}

/** An array's or other value's full text. */
export function fullText(value: unknown): string {
  return value instanceof JaxArray ? value.repr() : staticText(value);
}

/** A variable's text; `show` writes its value. */
export function variableText(variable: object, show: Show = fullText): string {
  const size = sizeOfValue(variable);
  const value: unknown = Reflect.get(variable, "value");
  const metadata = Object.entries(variable);
  return objectText(className(variable), size.elements > 0 ? sizeText(size) : "", [
    ["value", show(value)],
    ...metadata.map(([name, item]) => [name, staticText(item)] as const),
  ]);
}
