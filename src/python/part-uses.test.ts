import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import functions from "../jax/part-functions.json";

const PACKAGES = fileURLToPath(new URL("packages/", import.meta.url));
/** A function of the table that is called by name, as `jnp.median`; the text of one that stands for another has quotes. */
const CALLED = /\b_?(jnp|np|numpy|lax|nn|random|linalg)\.(?=(\w+))/g;
const MODULES: Readonly<Record<string, string>> = {
  jnp: "jax.numpy",
  np: "jax.numpy",
  numpy: "jax.numpy",
  lax: "jax.lax",
  nn: "jax.nn",
  random: "jax.random",
  linalg: "jax.numpy.linalg",
};

/**
 * Each use of a function in a part of the facade has to stand where a program gets only by a name of that part, in
 * src/jax/part-modules.ts.
 */
it("our packages use functions in parts only behind a name of the part", () => {
  const inParts = new Set(
    Object.values(functions).flatMap((module): (string | null)[] => Object.values(module)),
  );
  const uses = readdirSync(PACKAGES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py"))
    .flatMap((file) => {
      const text = readFileSync(`${PACKAGES}${file}`, "utf8").replace(/"[^"]*"/g, "");
      return [...text.matchAll(CALLED)]
        .map(([, module = "", name = ""]) => `${MODULES[module]}.${name}`)
        .filter((name) => inParts.has(name))
        .map((name) => `${file}: ${name}`);
    });
  expect(uses.sort()).toEqual([
    // Behind the classes of attention, NumPy's function of that name, and `safe_norm` with an order.
    "flax/linen/attention.py: jax.lax.dynamic_update_slice",
    "flax/linen/attention.py: jax.lax.dynamic_update_slice",
    "numpy/_functions.py: jax.numpy.meshgrid",
    "optax/_numerics.py: jax.numpy.linalg.norm",
  ]);
});
