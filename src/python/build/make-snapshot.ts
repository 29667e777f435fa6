import { loadPython, type PythonFiles } from "../load-python";
import { loadPyodideInNode } from "./node-pyodide";

/** What programs import beside our packages. */
const LIBRARY =
  "collections dataclasses functools itertools json logging math operator random time typing warnings";

/** Modules that few programs import, and those inside of them: they load when one does, and take no place in every start. */
const RARE = [
  "flax.configurations",
  "flax.core.meta",
  "flax.core.sequences",
  "flax.core.spmd",
  "flax.experimental",
  "flax.linen.recurrent",
  "flax.linen.spmd",
  "flax.nnx.bridge.boxes",
  "flax.nnx.bridge.interop",
  "flax.nnx.bridge.module",
  "flax.nnx.nn.recurrent",
  "flax.nnx.spmd",
  "flax.typing",
  "jax.ad_checkpoint",
  "jax.experimental",
  "jax.sharding",
];

const WARM_UP = `
import gc, importlib, sys
for name in MODULES.split():
    try:
        importlib.import_module(name)
    except Exception as error:
        # Whoever imports it sees the error; the others are worth a snapshot all the same.
        print(f"{name} is not in Python's snapshot: {error}", file=sys.stderr)
del name, MODULES
gc.collect()
`;

/** The modules of our packages that programs may import, and the page's own. */
function publicModules(packages: PythonFiles): string[] {
  return Object.keys(packages)
    .filter((name) => name.endsWith(".py"))
    .map((name) => name.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."))
    .filter((name) => !RARE.some((rare) => `${name}.`.startsWith(`${rare}.`)))
    .filter(
      (name) => name.startsWith("_lab") || !name.split(".").some((part) => part.startsWith("_")),
    );
}

/**
 * The memory of an interpreter that has imported our packages, to be restored in a browser. It knows no
 * JavaScript: a package that holds any of it at this point makes the snapshot fail.
 * @throws Error with Pyodide's reason.
 */
export async function makeSnapshot(
  packages: PythonFiles,
  libraryFile: string,
): Promise<Uint8Array> {
  const python = await loadPython({
    loadPyodide: loadPyodideInNode,
    config: { stdLibURL: libraryFile, _makeSnapshot: true },
    packages,
  });
  python.globals.set("MODULES", `${LIBRARY} ${publicModules(packages).join(" ")}`);
  python.runPython(WARM_UP);
  return python.makeMemorySnapshot();
}
