import type { ImportableModules } from "./rewrite-imports";

type Namespaces = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const HANDLE = "$labModules";

/** Text of a module that hands out the names of one namespace; `default` is the namespace itself. */
function shimText(specifier: string, names: readonly string[]): string {
  const own = `const m = globalThis.${HANDLE}[${JSON.stringify(specifier)}];`;
  const bindings = names.map((name, i) => `const v${i} = m[${JSON.stringify(name)}];`);
  const exports = names.map((name, i) => `v${i} as ${name}`);
  return `${own}\n${bindings.join("\n")}\nexport { ${exports.join(", ")} };\nexport default m;\n`;
}

/**
 * Makes one blob module a namespace and evaluates it, while the global through which the shims reach the
 * namespaces is there; afterwards an import of the address gives the module that is loaded already.
 */
export async function makeModuleShims(
  namespaces: Namespaces,
  importModule: (address: string) => Promise<unknown>,
): Promise<ImportableModules> {
  const modules: Record<string, { address: string; names: readonly string[] }> = {};
  Object.defineProperty(globalThis, HANDLE, { value: namespaces, configurable: true });
  for (const [specifier, namespace] of Object.entries(namespaces)) {
    const names = Object.keys(namespace).filter(
      (name) => IDENTIFIER.test(name) && name !== "default",
    );
    const text = shimText(specifier, names);
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    await importModule(address);
    modules[specifier] = { address, names };
  }
  Reflect.deleteProperty(globalThis, HANDLE);
  return modules;
}
