/** Namespaces that raise an error for names they do not have, where JavaScript would give undefined. */
import { isAskedOfAll } from "./is-asked-of-all";
import { missingName } from "./missing-name";

type Namespace = Readonly<Record<string, unknown>>;
type Namespaces = Readonly<Record<string, Namespace>>;

/**
 * The names themselves are properties of the object, so reading them costs nothing more; only a name that
 * is not among them reaches the prototype, which raises the error.
 */
function checked(module: string, namespace: Namespace): Record<string, unknown> {
  const bare: object = Object.create(null, { [Symbol.toStringTag]: { value: "Module" } });
  const raising = new Proxy(bare, {
    get(target, name): unknown {
      if (typeof name === "symbol") return Reflect.get(target, name);
      if (isAskedOfAll(name)) return undefined;
      throw missingName(module, name, Object.keys(namespace));
    },
  });
  const made: Record<string, unknown> = Object.create(raising);
  return Object.assign(made, namespace);
}

/**
 * The same namespaces, import specifier → names, with an AttributeError for a missing name. A namespace
 * inside another is replaced as well.
 */
export function checkedNamespaces(namespaces: Namespaces): Namespaces {
  const replaced = new Map<unknown, Record<string, unknown>>();
  for (const [specifier, namespace] of Object.entries(namespaces))
    replaced.set(namespace, checked(specifier.replaceAll("/", "."), namespace));
  for (const namespace of replaced.values()) {
    for (const [name, value] of Object.entries(namespace))
      namespace[name] = replaced.get(value) ?? value;
    Object.freeze(namespace);
  }
  return Object.fromEntries(
    Object.entries(namespaces).map(([specifier, each]) => [specifier, replaced.get(each) ?? each]),
  );
}
