/** Every public name of JAX's, Flax's and Optax's modules is here, or asking for it says that it is not. */
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { readGoldenParts } from "../lib/testing/read-golden";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

const RECORDED = readGoldenParts<Record<string, string[]>>("flax_names");

const PROGRAM = `
import difflib, importlib, json
from jax._src.known_names import KNOWN
# What is near is not asked here, and takes its time for a thousand names.
usual, difflib.get_close_matches = difflib.get_close_matches, lambda *args, **kwargs: []
silent = []
present = 0
for module, names in (json.loads(NAMES) | KNOWN).items():
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
difflib.get_close_matches = usual
print(silent, present > 1200)
try:
    from flax.linen import LSTMCell
except ImportError as error:
    print(error)
try:
    import optax
    optax.adamm
except AttributeError as error:
    print(error)
for line in (
    "from jax.random import gamma",
    "from jax import named_cal",
    "from numpy.random import default_rng",
    "from flax import linnen",
    "import jax; jax.tree_map",
):
    try:
        exec(line)
    except (ImportError, AttributeError) as error:
        print(type(error).__name__, error)
`;

let python: TestPython;
beforeAll(async () => {
  await startBackend("cpu");
  python = await startPython({ facade: createFacadeModule() });
}, 120_000);

it("names what JAX, Flax and Optax have and the page lacks", () => {
  const names = `NAMES = ${JSON.stringify(JSON.stringify(RECORDED))}\n`;
  const { stdout, error } = python.run(names + PROGRAM, "names.py");
  expect(error).toBeNull();
  expect(stdout.split("\n").slice(0, 8)).toEqual([
    "[] True",
    "Flax 0.12.8 has 'flax.linen.LSTMCell', but this page does not.",
    "module 'optax' has no attribute 'adamm'. Near: adam, radam, nadam.",
    "ImportError jax.random.gamma exists in JAX but not on this page.",
    "ImportError module 'jax' has no attribute 'named_cal'. Near: named_call, named_scope.",
    "ImportError numpy.random.default_rng is not on this page: its numbers would not be NumPy's. Use jax.random with a key, such as jax.random.normal(jax.random.key(0), (3,)), whose numbers are JAX's own.",
    "ImportError module 'flax' has no attribute 'linnen'. Near: linen.",
    "AttributeError module 'jax' has no attribute 'tree_map'. Near: jax.tree.map.",
  ]);
});
