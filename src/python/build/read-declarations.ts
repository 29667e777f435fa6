import { createRequire } from "node:module";
import path from "node:path";
import type ts from "typescript";
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
  "jax.numpy": "faces/numpy.ts",
  "jax.numpy.linalg": "linalg/index.ts",
  "jax.random": "random/index.ts",
};

const RESULTS: Readonly<Record<string, string>> = {
  JaxArray: "Array",
  boolean: "bool",
  string: "str",
};

/** By module, then by TypeScript's name. */
export type Declarations = Readonly<Record<string, Readonly<Record<string, Declared>>>>;

/** The compiler is large: it is loaded only where there is something to read. */
function loadCompiler(): typeof ts {
  return createRequire(import.meta.url)("typescript");
}

function resultOf(checker: ts.TypeChecker, symbol: ts.Symbol): string | null {
  const results = checker
    .getTypeOfSymbol(symbol)
    .getCallSignatures()
    .map((signature) => checker.typeToString(signature.getReturnType()));
  const [first] = results;
  return results.every((result) => result === first) ? (RESULTS[first] ?? null) : null;
}

function exportsOf(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  source: ts.SourceFile,
): Record<string, Declared> {
  const module = checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${source.fileName} exports nothing.`);
  const declared = checker.getExportsOfModule(module).map((exported) => {
    const alias = (exported.flags & compiler.SymbolFlags.Alias) !== 0;
    const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
    const comment = compiler.displayPartsToString(symbol.getDocumentationComment(checker));
    return [exported.name, { doc: pythonText(comment), gives: resultOf(checker, symbol) }] as const;
  });
  return Object.fromEntries(declared);
}

/** Reads the doc comments and results of the facade's functions; `folder` is that of the facade. */
export function readDeclarations(folder: string): Declarations {
  const compiler = loadCompiler();
  const program = compiler.createProgram(
    Object.values(FACES).map((file) => path.join(folder, file)),
    {
      target: compiler.ScriptTarget.ES2022,
      module: compiler.ModuleKind.ESNext,
      moduleResolution: compiler.ModuleResolutionKind.Bundler,
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
      return [module, exportsOf(compiler, checker, source)];
    }),
  );
}
