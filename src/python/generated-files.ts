import { pythonRows } from "./facade/calls";
import type { PythonFiles } from "./load-python";

/** Files of our packages that are made from the facade: the table of functions that both languages share. */
export function generatedFiles(): PythonFiles {
  const rows = JSON.stringify(JSON.stringify(pythonRows()));
  return {
    "jax/_src/function_rows.py": `"""Made from the facade's table of functions."""\n\nimport json\n\nROWS = json.loads(${rows})\n`,
  };
}
