import { JaxArray } from "../array/array";
import { nodeOf } from "../tree/registry";
import {
  briefArrayText,
  className,
  mappingText,
  objectText,
  sizeOfValue,
  sizeText,
  staticText,
  TEXT_WITH,
  variableText,
} from "./repr";
import type { Size } from "./repr";
import { Variable } from "./variable";

/** A class may say how Flax spells its attributes; those of learners' classes are shown as they are. */
function pythonAttributes(module: object): Readonly<Record<string, string>> {
  const type: unknown = module.constructor;
  if (typeof type !== "function" || !("pythonAttributes" in type)) return {};
  return type.pythonAttributes as Readonly<Record<string, string>>;
}

/** The text of a module: its variables counted by class, its attributes in the order they were set. */
export function moduleText(module: object): string {
  const names = pythonAttributes(module);
  const attributes = Object.entries(module).map(([name, value]) => {
    const shown = names[name] ?? name;
    return [shown, ownText(module, shown, value) ?? attributeText(value)] as const;
  });
  return objectText(className(module), countText(module), attributes);
}

/** Names of types stand without quotes, and axes are a tuple. */
function ownText(module: object, name: string, value: unknown): string | null {
  if (name.endsWith("dtype") && typeof value === "string") {
    return name === "dtype" && keepsArrayType(module) ? `dtype('${value}')` : value;
  }
  if (!name.endsWith("_dims") || !Array.isArray(value)) return null;
  return `(${value.join(", ")}${value.length === 1 ? "," : ""})`;
}

/** Some layers take over the type of one of their arrays, which Python writes differently. */
function keepsArrayType(module: object): boolean {
  const type: unknown = module.constructor;
  return typeof type === "function" && "dtypeOfArray" in type;
}

/** An attribute's text: arrays in a module show only their type. */
export function attributeText(value: unknown): string {
  if (value instanceof Variable) return variableText(value, attributeText);
  if (value instanceof JaxArray) return briefArrayText(value);
  if (typeof value === "function" && TEXT_WITH in value) {
    const write: unknown = value[TEXT_WITH];
    if (typeof write === "function") return String(Reflect.apply(write, value, [attributeText]));
  }
  const node = nodeOf(value);
  if (node !== null && Array.isArray(value)) return `[${value.map(attributeText).join(", ")}]`;
  if (node?.name === "dict") {
    return mappingText(Object.entries(value ?? {}).map(([k, v]) => [k, attributeText(v)] as const));
  }
  return node !== null && node.name !== "NoneType" ? String(value) : staticText(value);
}

/** `Variable: 1 (4 B), Param: 13 (52 B), Total: 14 (56 B)`; empty without variables. */
function countText(module: object): string {
  const counts = new Map<string, Size>();
  for (const variable of variablesOf(module, new Set())) {
    const name = countedClass(variable);
    counts.set(name, sum([counts.get(name), sizeOfValue(variable)]));
  }
  const parts = [...counts].filter(([, size]) => size.elements > 0);
  const texts = parts.map(([name, size]) => `${name}: ${sizeText(size)}`);
  if (parts.length > 1) texts.push(`Total: ${sizeText(sum(parts.map(([, size]) => size)))}`);
  return texts.join(", ");
}

/** The class under which a variable is counted: Flax counts keys and counts of streams together. */
function countedClass(variable: Variable<unknown>): string {
  const type: unknown = variable.constructor;
  if (typeof type === "function" && "countedAs" in type) return String(type.countedAs);
  return className(variable);
}

function sum(sizes: readonly (Size | undefined)[]): Size {
  return {
    elements: sizes.reduce((total, size) => total + (size?.elements ?? 0), 0),
    bytes: sizes.reduce((total, size) => total + (size?.bytes ?? 0), 0),
  };
}

/** All variables below a value, each once, in order of attribute names. */
function variablesOf(value: unknown, seen: Set<unknown>): Variable<unknown>[] {
  if (seen.has(value)) return [];
  if (value instanceof Variable) {
    seen.add(value);
    return [value];
  }
  const node = nodeOf(value);
  if (node === null) return [];
  return node.flatten(value).children.flatMap((child) => variablesOf(child, seen));
}
