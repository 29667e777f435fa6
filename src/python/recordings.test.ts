/** The Python packages against what real JAX, Flax and Optax were recorded to give: golden/recordings/*.json. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../jax/host";
import { createFacadeModule } from "./facade-module";
import { startPython, type TestPython } from "./testing/start-python";

const GOLDEN = path.resolve(import.meta.dirname, "../../golden/recordings");
const PROGRAMS = path.resolve(import.meta.dirname, "testing/recordings");
const NUMBERS = {
  nnx: "True True True []\n",
  linen: "True True True []\n",
  bridge: "True True True []\n",
  optax: "True []\n",
};

/** One line of the programs for errors and texts. */
type Row = { python: string; got: unknown; recorded: unknown };

/** Errors that differ from the recorded ones, and why. */
const OTHER_ERRORS: Record<string, string> = {
  "jax.nn.relu('a')":
    "JAX's text names the machinery behind relu, custom_jvp_call; the page's relu is a function of its own and names itself",
  "jax.tree_map": "the page's text also names what is near",
};

const JITTED = "JAX's text names the function that it jits; the page's functions name themselves";
const INSIDE = "JAX's text is about the inside of its function or of its compiler";
/** Mistakes whose texts differ from the recorded ones, and why. */
const OTHER_MISTAKES: Record<string, string> = {
  "jnp.add('a', 1)": JITTED,
  "jnp.kron(jnp.ones(2), 'a')": JITTED,
  "jax.vmap(jnp.add)(jnp.ones(2), jnp.ones(3))": "JAX names the parameters of NumPy's ufunc class",
  "random.uniform(random.key(0), (-1,))": INSIDE,
};

function read(name: string): string {
  return readFileSync(path.join(PROGRAMS, name), "utf8");
}

/** The package `recorded`, with the recordings beside it. */
function recordedPackage(): Record<string, string> {
  const names = [...Object.keys(NUMBERS), "errors", "bad_input", "reprs", "edge_values"].map(
    (name) => `${name}.json`,
  );
  return Object.fromEntries([
    ...readdirSync(path.join(PROGRAMS, "recorded")).map((name) => [
      `recorded/${name}`,
      read(`recorded/${name}`),
    ]),
    ...names.map((name) => [`recorded/${name}`, readFileSync(path.join(GOLDEN, name), "utf8")]),
  ]);
}

describe("the Python packages give what was recorded", () => {
  let python: TestPython;
  beforeAll(async () => {
    await startBackend("cpu");
    python = await startPython({ facade: createFacadeModule(), packages: recordedPackage() });
  }, 120_000);

  function printed(name: string): string {
    const { stdout, error } = python.run(read(`${name}.py`), `${name}.py`);
    expect(error).toBeNull();
    return stdout;
  }

  function rows(name: string): Row[] {
    const lines = printed(name).trimEnd().split("\n");
    return lines.map((line): Row => JSON.parse(line));
  }

  it.each(Object.entries(NUMBERS))("in the numbers of %s", (name, summary) => {
    expect(printed(name)).toBe(summary);
  });

  it("in errors, but for the named ones", () => {
    const all = rows("errors");
    const other = all.filter(
      ({ got, recorded }) => JSON.stringify(got) !== JSON.stringify(recorded),
    );
    const unexplained = other.filter(({ python: name }) => !(name in OTHER_ERRORS));
    expect(unexplained).toEqual([]);
    expect(all.length - other.length).toBeGreaterThanOrEqual(60);
    expect(other.map(({ python: name }) => name).sort()).toEqual(Object.keys(OTHER_ERRORS).sort());
  });

  it("in mistakes, but for the named ones", () => {
    const other = rows("bad_input").filter(
      ({ got, recorded }) => JSON.stringify(got) !== JSON.stringify(recorded),
    );
    const unexplained = other.filter(({ python: name }) => !(name in OTHER_MISTAKES));
    expect(unexplained).toEqual([]);
    expect(other.map(({ python: name }) => name).sort()).toEqual(
      Object.keys(OTHER_MISTAKES).sort(),
    );
  });

  it(
    "where good guesses are wrong, with first and second derivatives",
    { timeout: 180_000 },
    () => {
      expect(printed("edge_values")).toBe("");
    },
  );

  it("in texts of values", () => {
    const all = rows("reprs");
    expect(all.length).toBe(32);
    for (const { python: name, got, recorded } of all)
      expect([name, got]).toEqual([name, recorded]);
  });
});
