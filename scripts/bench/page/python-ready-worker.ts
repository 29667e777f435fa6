/** A plain module worker that starts Python as the product does, until a first product of matrices is read. */
import { startBackend } from "../../../src/jax/host";
import type { PythonParts } from "../../../src/protocol/wire";
import { createFacadeModule } from "../../../src/python/facade-module";
import { startLab } from "../../../src/python/load-python";
import { bootPyodide } from "../../../src/worker/python/boot-pyodide";

const PROGRAM = `
import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax import nnx

x = jnp.arange(6.0).reshape(2, 3)
print((x @ x.T).tolist())
`;
const PRINTED = "[[5.0, 14.0], [14.0, 50.0]]";

addEventListener("message", ({ data }: MessageEvent<PythonParts>) => {
  start(data).then(
    () => postMessage("ready"),
    (error: unknown) => postMessage(`failed: ${String(error)}`),
  );
});

async function start(parts: PythonParts): Promise<void> {
  const printed: string[] = [];
  const write = (_level: string, text: string) => void printed.push(text);
  await startBackend("cpu");
  const python = await bootPyodide(parts, write);
  const lab = startLab(python, createFacadeModule(), { write, plot() {}, ended() {} });
  const failure = lab.load(PROGRAM, "program.py", null);
  if (failure !== null) throw new Error(failure.traceback);
  if (printed.join("\n").trim() !== PRINTED) throw new Error(`It printed ${printed.join("\n")}`);
}
