import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { camelCase } from "../../jax/numpy/camel-case";
import { cached, hashOf } from "./cached";
import { pythonText } from "./python-text";

/** What TypeScript's declaration of a table's function says about it. */
export type Declared = {
  /** The doc comment. */
  readonly doc: string;
  /** Python's name of the result's class, where every way of calling the function gives that. */
  readonly gives: string | null;
};

/** Python's module → the file whose exports are its functions in TypeScript. */
const FACES: Readonly<Record<string, string>> = {
  "jax.lax": "lax/index.ts",
  "jax.nn": "nn/index.ts",
  "jax.numpy": "numpy/index.ts",
  "jax.numpy.linalg": "linalg/index.ts",
  "jax.random": "random/index.ts",
};

const RESULTS: Readonly<Record<string, string>> = {
  JaxArray: "Array",
  boolean: "bool",
  string: "str",
};

/** By module, then by TypeScript's name. */
type Declarations = Readonly<Record<string, Readonly<Record<string, Declared>>>>;

async function sourcesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")).sort();
  return Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
}

function resultOf(checker: ts.TypeChecker, symbol: ts.Symbol): string | null {
  const results = checker
    .getTypeOfSymbol(symbol)
    .getCallSignatures()
    .map((signature) => checker.typeToString(signature.getReturnType()));
  const [first] = results;
  return results.every((result) => result === first) ? (RESULTS[first] ?? null) : null;
}

function exportsOf(checker: ts.TypeChecker, source: ts.SourceFile): Record<string, Declared> {
  const module = checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${source.fileName} exports nothing.`);
  const declared = checker.getExportsOfModule(module).map((exported) => {
    const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
    const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    return [exported.name, { doc: pythonText(comment), gives: resultOf(checker, symbol) }] as const;
  });
  return Object.fromEntries(declared);
}

function readDeclarations(folder: string): Declarations {
  const program = ts.createProgram(
    Object.values(FACES).map((file) => path.join(folder, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      // Comments and annotations are all that is read: neither needs the language's own declarations.
      noLib: true,
      types: [],
    },
  );
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    Object.entries(FACES).map(([module, file]) => {
      const source = program.getSourceFile(path.join(folder, file));
      if (source === undefined) throw new Error(`${file} is not there.`);
      return [module, exportsOf(checker, source)];
    }),
  );
}

/**
 * Asks TypeScript for the doc comment and the result of the facade's functions, so that `help()` says in Python
 * what the editor says in TypeScript. `folder` is that of the facade; it is read once per state of its files.
 */
export async function declaredFunctions(
  folder: string,
  cacheFolder: string,
): Promise<(module: string, name: string) => Declared> {
  const here = ["declared-functions.ts", "python-text.ts"];
  const own = here.map((file) => readFile(path.join(import.meta.dirname, file), "utf8"));
  const name = `declarations-${hashOf(...(await Promise.all(own)), ...(await sourcesBelow(folder)))}.json`;
  const kept = await cached(cacheFolder, name, async () =>
    Buffer.from(JSON.stringify(readDeclarations(folder))),
  );
  const declarations: Declarations = JSON.parse(Buffer.from(kept).toString("utf8"));
  return (module, name) => {
    const found = declarations[module]?.[camelCase(name)] ?? declarations[module]?.[`${name}_`];
    if (!found?.doc) throw new Error(`${module}.${name} has no doc comment in TypeScript.`);
    return found;
  };
}
