import publicNames from "../jax/namespace/public-names.json";
import type { Declared } from "./build/read-declarations";
import { pythonRows } from "./facade/calls";
import type { PythonFiles } from "./load-python";

/** The public names of JAX's and NumPy's modules; Flax's and Optax's packages keep their own. */
function knownNames(): string {
  const modules = Object.entries(publicNames).filter(([name]) =>
    /^(jax|numpy)\b(?!\.Array)/.test(name),
  );
  const lines = modules.map(([name, names]) => `    "${name}": frozenset("${names}".split()),\n`);
  return `"""Public names as golden/recorders/record_signatures.py has recorded them."""\n\nKNOWN = {\n${lines.join("")}}\n`;
}

/**
 * Files of our packages that are made from the facade: the table of functions that both languages share, each
 * with the doc comment and the result of its declaration in TypeScript, and the names that JAX has.
 */
export function generatedFiles(declared: (module: string, name: string) => Declared): PythonFiles {
  const described = pythonRows().map((row) => ({ ...row, ...declared(row.module, row.name) }));
  const rows = JSON.stringify(JSON.stringify(described));
  return {
    "jax/_src/function_rows.py": `"""Made from the facade's table of functions."""\n\nimport json\n\nROWS = json.loads(${rows})\n`,
    "jax/_src/known_names.py": knownNames(),
  };
}
