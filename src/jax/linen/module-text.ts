import { stringRepr } from "../format/string-repr";
import { hasBinding } from "./binding";
import { className } from "./class-name";

/** Flax's text of a module: `Dense(⏎    # attributes⏎    features = 3⏎    …⏎)`. */
export function moduleText(module: object): string {
  const names = pythonAttributes(module);
  const entries = Object.entries(module);
  const settings = entries.filter(([, value]) => !isModule(value));
  const children = entries.filter(([, value]) => isModule(value));
  const lines = [
    ...section("attributes", settings, names),
    ...section("children", children, names),
  ];
  return lines.length === 0
    ? `${className(module)}()`
    : [`${className(module)}(`, ...lines, ")"].join("\n");
}

function section(
  title: string,
  entries: readonly [string, unknown][],
  names: Readonly<Record<string, string>>,
): string[] {
  if (entries.length === 0) return [];
  const lines = entries.map(([name, value]) => {
    const shown = names[name] ?? name;
    return `    ${shown} = ${valueText(shown, value).replaceAll("\n", "\n    ")}`;
  });
  return [`    # ${title}`, ...lines];
}

function pythonAttributes(module: object): Readonly<Record<string, string>> {
  const type: unknown = module.constructor;
  if (typeof type !== "function" || !("pythonAttributes" in type)) return {};
  return type.pythonAttributes as Readonly<Record<string, string>>;
}

/** Whether a function is a module: those alone have a binding. */
function isModule(value: unknown): boolean {
  return typeof value === "function" && hasBinding(value);
}

function valueText(name: string, value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return name.endsWith("dtype") ? value : stringRepr(value);
  if (typeof value === "function" && !isModule(value)) return value.name || "<lambda>";
  if (Array.isArray(value)) return `[${value.map((item) => valueText(name, item)).join(", ")}]`;
  return String(value);
}
