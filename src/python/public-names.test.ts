/** Every public name of Flax's and Optax's modules is here, or asking for it says that it is not. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

const RECORDED = path.resolve(import.meta.dirname, "../../golden/flax_names.json");

const PROGRAM = `
import importlib, json
silent = []
present = 0
for module, names in json.loads(NAMES).items():
    home = importlib.import_module(module)
    for name in names:
        try:
            getattr(home, name)
            present += 1
        except AttributeError as error:
            if "this page" not in str(error):
                silent.append(f"{module}.{name}: {error}")
        except ImportError as error:
            silent.append(f"{module}.{name}: {error}")
print(silent, present > 300)
try:
    from flax.linen import LSTMCell
except ImportError as error:
    print(error)
try:
    import optax
    optax.adamm
except AttributeError as error:
    print(error)
`;

let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
}, 120_000);

it("names what Flax and Optax have and the page lacks", () => {
  const names = `NAMES = ${JSON.stringify(readFileSync(RECORDED, "utf8"))}\n`;
  const { stdout, error } = python.run(names + PROGRAM, "names.py");
  expect(error).toBeNull();
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    "[] True",
    "Flax 0.12.8 has 'flax.linen.LSTMCell', but this page does not. Near: selu, celu.",
    "module 'optax' has no attribute 'adamm'. Near: adam, radam, nadam.",
  ]);
});
