import { pythonFloat } from "../format/scalar-text";
import { stringRepr } from "../format/string-repr";
import { bindingOf, isModule } from "./binding";
import { className } from "./class-name";

/** Flax's text of a module: `Dense(⏎    # attributes⏎    features = 3⏎    …⏎)`. */
export function moduleText(module: object): string {
  const names = pythonAttributes(module);
  const { setUpNames, scope } = bindingOf(module);
  const settings = Object.entries(module).filter(([name]) => !setUpNames.has(name));
  const children = scope === null ? [] : Object.values(module).flatMap(namedModules);
  const lines = [
    ...section("attributes", settings, names),
    ...section("children", children, names),
  ];
  return lines.length === 0
    ? `${className(module)}()`
    : [`${className(module)}(`, ...lines, ")"].join("\n");
}

/** The modules in an attribute, with their names among the variables. */
function namedModules(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(namedModules);
  const name = isModule(value) ? bindingOf(value).name : null;
  return name === null ? [] : [[name, value]];
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

function valueText(name: string, value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return name.endsWith("dtype") ? value : stringRepr(value);
  if (typeof value === "function" && !isModule(value)) return value.name || "<lambda>";
  if (typeof value === "number" && !Number.isInteger(value)) return pythonFloat(value);
  if (Array.isArray(value)) return listText(name, value);
  return String(value);
}

/** Axes are a tuple, other lists are lists. */
function listText(name: string, items: readonly unknown[]): string {
  const text = items.map((item) => valueText(name, item)).join(", ");
  if (!name.endsWith("_dims")) return `[${text}]`;
  return `(${text}${items.length === 1 ? "," : ""})`;
}
