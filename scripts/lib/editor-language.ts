/** TypeScript's language service over files in memory, set up as the page's editor sets it up. */
import path from "node:path";
import ts from "typescript";

/** The options of src/features/editor/monaco/language-service.ts. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  lib: ["lib.es2022.d.ts"],
  strict: true,
  noImplicitAny: false,
  allowNonTsExtensions: true,
  types: [],
};

const PROGRAM = "/program.ts";

/** What the editor would say of one program. */
export interface EditorLanguage {
  /** Error texts with their line, as `3: Cannot find name 'x'.` */
  problems(source: string): string[];
  /** Names offered where `|` stands in the source. */
  completions(source: string): string[];
  /** Signature and documentation of what stands before `|`. */
  hover(source: string): string;
}

/** A language service that knows nothing but these declaration files and the language's library. */
export function editorLanguage(
  files: readonly { readonly path: string; readonly text: string }[],
): EditorLanguage {
  const texts = new Map(files.map((file) => [file.path.replace(/^file:\/\//, ""), file.text]));
  let version = 0;
  const service = ts.createLanguageService(serviceHost(texts, () => version));
  const at = (source: string): number => {
    const place = source.indexOf("|");
    texts.set(PROGRAM, source.replace("|", ""));
    version++;
    return place;
  };
  return {
    problems(source) {
      at(source);
      return [
        ...service.getSyntacticDiagnostics(PROGRAM),
        ...service.getSemanticDiagnostics(PROGRAM),
      ].map(problemText);
    },
    completions(source) {
      const found = service.getCompletionsAtPosition(PROGRAM, at(source), undefined);
      return found?.entries.map(({ name }) => name) ?? [];
    },
    hover(source) {
      const info = service.getQuickInfoAtPosition(PROGRAM, at(source) - 1);
      const parts = [...(info?.displayParts ?? []), ...(info?.documentation ?? [])];
      return ts.displayPartsToString(parts);
    },
  };
}

function problemText({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
  return `${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}

function serviceHost(
  texts: ReadonlyMap<string, string>,
  version: () => number,
): ts.LanguageServiceHost {
  const library = path.dirname(ts.getDefaultLibFilePath(OPTIONS));
  const read = (file: string): string | undefined =>
    texts.get(file) ?? (file.startsWith(library) ? ts.sys.readFile(file) : undefined);
  return {
    getCompilationSettings: () => OPTIONS,
    getScriptFileNames: () => [...texts.keys()],
    getScriptVersion: (file) => (file === PROGRAM ? String(version()) : "0"),
    getScriptSnapshot(file) {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (file) => read(file) !== undefined,
    readFile: read,
    directoryExists: (folder) =>
      folder === library || [...texts.keys()].some((file) => file.startsWith(`${folder}/`)),
  };
}
