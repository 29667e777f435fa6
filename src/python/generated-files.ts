import type { Declared } from "./build/read-declarations";
import { pythonRows } from "./facade/calls";
import type { PythonFiles } from "./load-python";

/**
 * Files of our packages that are made from the facade: the table of functions that both languages share, each
 * with the doc comment and the result of its declaration in TypeScript.
 */
export function generatedFiles(declared: (module: string, name: string) => Declared): PythonFiles {
  const described = pythonRows().map((row) => ({ ...row, ...declared(row.module, row.name) }));
  const rows = JSON.stringify(JSON.stringify(described));
  return {
    "jax/_src/function_rows.py": `"""Made from the facade's table of functions."""\n\nimport json\n\nROWS = json.loads(${rows})\n`,
  };
}
