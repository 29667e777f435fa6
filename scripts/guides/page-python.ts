import { startBackend } from "../../src/jax/host";
import { createFacadeModule } from "../../src/python/facade-module";
import { startPython } from "../../src/python/testing/start-python";

/** Runs a program as the page's worker does, on the CPU; `write` gets what it prints as it comes. Its traceback, or null. */
export async function runPagePython(
  source: string,
  write: (text: string) => void,
): Promise<string | null> {
  await startBackend("cpu");
  const python = await startPython({
    facade: createFacadeModule(),
    onWrite: (level, text) => level === "log" && write(text),
  });
  return python.run(source).error?.traceback ?? null;
}
