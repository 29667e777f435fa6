import type { Meaning, PythonClass } from "./meaning";
import type { NameEntry, PythonNames } from "./python-names";

/** Everything that can be imported, by path. */
export interface Library {
  /** Modules that an import may name. */
  readonly modules: readonly string[];
  module(path: string): Meaning | null;
  /** What `module.name` is; null if the module has no such name. */
  member(module: string, name: string): Meaning | null;
  memberNames(module: string): readonly string[];
  classAt(path: string): PythonClass | null;
}

function splitAtLast(path: string): [string, string] {
  const dot = path.lastIndexOf(".");
  return [path.slice(0, dot), path.slice(dot + 1)];
}

/** The library that the build has described. */
export function createLibrary(names: PythonNames): Library {
  const classes = new Map<string, PythonClass | null>();
  const modules = Object.keys(names)
    .filter((path) => names[path].hidden !== true && path !== "builtins")
    .sort();

  function entryAt(path: string): NameEntry | null {
    const [module, name] = splitAtLast(path);
    if (!Object.hasOwn(names, module) || !Object.hasOwn(names[module].names, name)) return null;
    const found = names[module].names[name];
    return typeof found === "string" ? entryAt(found) : found;
  }

  /** The path under which a thing is described. */
  function homeOf(path: string): string {
    const [module, name] = splitAtLast(path);
    const found = names[module]?.names[name];
    return typeof found === "string" ? found : path;
  }

  function classAt(path: string): PythonClass | null {
    const home = homeOf(path);
    const known = classes.get(home);
    if (known !== undefined) return known;
    const entry = entryAt(home);
    const made = entry?.kind === "class" ? libraryClass(entry, home) : null;
    classes.set(home, made);
    return made;
  }

  function libraryClass(entry: NameEntry, path: string): PythonClass {
    const own = entry.members ?? {};
    const bases = () => (entry.bases ?? []).map(classAt).filter((base) => base !== null);
    return {
      name: splitAtLast(path)[1],
      path,
      doc: entry.doc ?? "",
      parameters: entry.parameters ?? null,
      member(name) {
        if (Object.hasOwn(own, name)) return meaningOf(own[name], name, null);
        for (const base of bases()) {
          const found = base.member(name);
          if (found !== null) return found;
        }
        return null;
      },
      memberNames: () =>
        new Set([...Object.keys(own), ...bases().flatMap((base) => [...base.memberNames()])]),
    };
  }

  function meaningOf(entry: NameEntry, name: string, path: string | null): Meaning | null {
    const { kind, gives, doc = "" } = entry;
    const result = () => (gives === undefined ? null : classAt(gives));
    if (kind === "module") return entry.path === undefined ? null : module(entry.path);
    if (kind === "class") {
      const of = path === null ? null : classAt(path);
      return of && { kind, of };
    }
    if (kind === "value") return { kind, of: result(), doc };
    return { kind, name, path, parameters: entry.parameters ?? null, doc, gives: result };
  }

  function module(path: string): Meaning | null {
    return Object.hasOwn(names, path) ? { kind: "module", path, doc: names[path].doc ?? "" } : null;
  }

  function member(path: string, name: string): Meaning | null {
    const home = homeOf(`${path}.${name}`);
    const entry = entryAt(home);
    if (entry !== null) return meaningOf(entry, name, home);
    return module(`${path}.${name}`);
  }

  return {
    modules,
    module,
    member,
    memberNames(path) {
      const below = modules.filter((other) => splitAtLast(other)[0] === path);
      const inside = below.map((other) => splitAtLast(other)[1]);
      return [...new Set([...Object.keys(names[path]?.names ?? {}), ...inside])];
    },
    classAt,
  };
}
