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
from flax.linen import Fp8Einsum
try:
    Fp8Einsum("ab,bc->ac")
except NotImplementedError as error:
    print(error)
try:
    import optax
    optax.adamm
except AttributeError as error:
    print(error)
for line in (
    "from jax.random import gamma; gamma(1, 2)",
    "from jax import named_cal",
    "from numpy.random import poisson",
    "from flax import linnen",
    "import jax; jax.tree_map",
):
    try:
        exec(line)
    except (ImportError, AttributeError, NotImplementedError) as error:
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
    "Flax 0.12.8 has 'flax.linen.Fp8Einsum', but this page does not. Near: Einsum.",
    "module 'optax' has no attribute 'adamm'. Near: adam, radam, nadam.",
    "NotImplementedError jax.random.gamma exists in JAX but not on this page.",
    "ImportError module 'jax' has no attribute 'named_cal'. Near: named_call, named_scope.",
    "ImportError numpy.random.poisson is not on this page. Draw with rand, randn, normal, uniform, randint, choice, permutation or shuffle, or with jax.random and a key.",
    "ImportError module 'flax' has no attribute 'linnen'. Near: linen.",
    "AttributeError module 'jax' has no attribute 'tree_map'. Near: jax.tree.map.",
  ]);
});
