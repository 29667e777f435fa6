import { nodeOf } from "./registry";

/**
 * The name Python gives to a value's type, as texts such as `<class 'list'>` need it.
 * Every JavaScript number is a `float`, since the facade has no integer scalars.
 */
export function pythonTypeName(value: unknown): string {
  const node = nodeOf(value);
  if (node !== null) return node.name;
  switch (typeof value) {
    case "number":
      return "float";
    case "bigint":
      return "int";
    case "string":
      return "str";
    case "boolean":
      return "bool";
    case "function":
      return "function";
    default:
      return classNameOf(value);
  }
}

/** The class name of an object: its own `pythonName` if its class has one, else the constructor's name. */
function classNameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return typeof value;
  const owner: unknown = value.constructor;
  if (typeof owner !== "function") return "object";
  if ("pythonName" in owner && typeof owner.pythonName === "string") return owner.pythonName;
  return owner.name || "object";
}
