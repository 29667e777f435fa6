let started: Promise<void> | null = null;

/** Starts TypeScript's worker with the facade's declarations: completion, hover, errors. Safe to call again. */
export function startLanguageService(): void {
  started ??= start();
  started.catch(() => {
    // Without the worker the editor still edits; the next editor tries once more.
    started = null;
  });
}

async function start(): Promise<void> {
  const [typescript, mode, { facadeTypes }] = await Promise.all([
    import("monaco-editor/languages/features/typescript/register"),
    import("monaco-editor/languages/features/typescript/tsMode"),
    import("virtual:facade-types"),
  ]);
  const { typescriptDefaults, ModuleKind, ModuleResolutionKind, ScriptTarget } = typescript;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    lib: ["lib.es2022.d.ts"],
    strict: true,
    // Layers have `bias: Param | null`; a beginner writes `layer.bias.value`, as in Python.
    strictNullChecks: false,
    noImplicitAny: false,
    allowNonTsExtensions: true,
  });
  typescriptDefaults.setExtraLibs(
    facadeTypes.map(({ path, text }) => ({ filePath: path, content: text })),
  );
  // The editor asked for its language before this arrived, so the service is set up by hand.
  mode.setupTypeScript(typescriptDefaults);
}
