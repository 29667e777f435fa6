import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PyodideAPI } from "pyodide";
import { loadPython, type PythonFiles } from "../load-python";
import { loadPyodideInNode } from "./node-pyodide";

const DESCRIBER = path.join(import.meta.dirname, "describe_packages.py");

/** Modules of ours that programs import; others are reached through these, or are nobody's business. */
const OURS = `
jax jax.core jax.debug jax.dtypes jax.errors jax.flatten_util jax.lax jax.nn jax.nn.initializers jax.numpy
jax.numpy.linalg jax.random jax.tree jax.tree_util jax.typing
flax flax.core flax.errors flax.linen flax.linen.initializers flax.nnx flax.nnx.bridge flax.nnx.nn.initializers
flax.serialization flax.struct flax.training flax.training.train_state flax.traverse_util
optax optax.losses optax.schedules optax.transforms optax.tree optax.tree_utils
numpy numpy.linalg numpy.random numpy.testing
`;

/** Modules of Python's own that a training step uses. */
const PYTHONS = "builtins collections dataclasses functools itertools math random time typing";

/** Describes the modules in an interpreter that has our packages; the text is JSON. */
export async function describeIn(python: PyodideAPI): Promise<string> {
  python.runPython(await readFile(DESCRIBER, "utf8"));
  python.globals.set("NAMES", `${OURS} ${PYTHONS}`);
  return python.runPython("describe(NAMES)");
}

/**
 * What the editor knows of importable modules, as JSON: asked of the packages themselves, in the Python that runs
 * them, so the two cannot differ. Its form is `PythonNames` of the editor.
 */
export async function describePackages(
  packages: PythonFiles,
  libraryFile: string,
): Promise<Uint8Array> {
  const python = await loadPython({
    loadPyodide: loadPyodideInNode,
    config: { stdLibURL: libraryFile },
    packages,
  });
  return Buffer.from(await describeIn(python));
}
