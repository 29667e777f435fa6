/**
 * The facade's declarations for the editor: what TypeScript's worker in the page needs to complete,
 * explain and check a learner's program that imports `jax` and `flax`.
 */
import path from "node:path";
import ts from "typescript";
import { LEARNER_GLOBALS } from "./learner-globals";

/** Where each import specifier of a learner's program is written, from the project's folder. */
export const FACES: Readonly<Record<string, string>> = {
  jax: "src/jax/faces/jax.ts",
  "jax/numpy": "src/jax/faces/numpy.ts",
  "jax/numpy/linalg": "src/jax/linalg/index.ts",
  "jax/nn": "src/jax/nn/index.ts",
  "jax/random": "src/jax/random/index.ts",
  "jax/lax": "src/jax/lax/index.ts",
  "jax/tree": "src/jax/tree/index.ts",
  "jax/tree_util": "src/jax/tree/tree-util.ts",
  "jax/flatten_util": "src/jax/transform/flatten-util.ts",
  flax: "src/jax/faces/flax.ts",
  "flax/linen": "src/jax/linen/index.ts",
  "flax/nnx": "src/jax/faces/nnx.ts",
  "flax/nnx/bridge": "src/jax/bridge/index.ts",
  optax: "src/jax/optax/index.ts",
};

/** One declaration file under the address at which the editor's TypeScript finds it. */
export interface DeclarationFile {
  readonly path: string;
  readonly text: string;
}

const MODULES = "file:///node_modules";
const OWN = `${MODULES}/lab-facade`;

/**
 * Declarations of all faces and of what they mention, for each import specifier a module that leads to
 * its face, and the globals of a program. Throws if a declaration mentions another package, which the
 * editor could not resolve. Sources are taken to compile: `npm run typecheck` says whether they do.
 */
export function facadeTypes(root: string): DeclarationFile[] {
  const program = programOf(root);
  const reached = new Map<string, string>();
  for (const source of Object.values(FACES)) collect(program, path.join(root, source), [], reached);
  const own = [...reached].map(([file, text]) => ({
    path: `${OWN}/${declarationOf(path.relative(path.join(root, "src"), file))}`,
    text,
  }));
  const globals = { path: "file:///globals.d.ts", text: LEARNER_GLOBALS };
  const modules = Object.entries(FACES).map(([name, source]) => leadTo(name, source));
  return [globals, ...modules, ...own].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function leadTo(specifier: string, source: string): DeclarationFile {
  const file = specifier.includes("/") ? `${specifier}.d.ts` : `${specifier}/index.d.ts`;
  const target = source.replace(/^src\//, "").replace(/\.ts$/, "");
  const up = "../".repeat(file.split("/").length - 1);
  return { path: `${MODULES}/${file}`, text: `export * from "${up}lab-facade/${target}";\n` };
}

function declarationOf(source: string): string {
  return source.split(path.sep).join("/").replace(/\.ts$/, ".d.ts");
}

function programOf(root: string): ts.Program {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    Object.values(FACES).map((file) => path.join(root, file)),
    {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      // What is marked as internal stays out of learners' completions.
      stripInternal: true,
      types: [],
    },
  );
}

/** The declarations of one source file, as they would stand beside it. */
function emitOne(program: ts.Program, file: string): string {
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not there.`);
  let declarations: string | null = null;
  const keep = (_: string, text: string): void => void (declarations = text);
  const { diagnostics } = program.emit(source, keep, undefined, true);
  if (diagnostics.length > 0)
    throw new Error(ts.flattenDiagnosticMessageText(diagnostics[0].messageText, "\n"));
  if (declarations === null) throw new Error(`No declarations were made for ${file}.`);
  return declarations;
}

/** Emits a source file's declarations and those of every file that they mention. */
function collect(
  program: ts.Program,
  file: string,
  from: readonly string[],
  reached: Map<string, string>,
): void {
  if (reached.has(file)) return;
  const text = emitOne(program, file);
  reached.set(file, text);
  const way = [...from, path.basename(file)];
  for (const { fileName } of ts.preProcessFile(text).importedFiles) {
    if (!fileName.startsWith("."))
      throw new Error(`Learners can see a type of "${fileName}" by way of ${way.join(" → ")}.`);
    const target = path.resolve(path.dirname(file), fileName);
    const found = [`${target}.ts`, path.join(target, "index.ts")].find((at) =>
      program.getSourceFile(at),
    );
    if (found === undefined) throw new Error(`${fileName} in ${file} leads nowhere.`);
    collect(program, found, way, reached);
  }
}
