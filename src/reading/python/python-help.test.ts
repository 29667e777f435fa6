import { describe, expect, it } from "vitest";
import { createPythonHelp } from "./python-help";
import type { NameEntry, Parameter, PythonNames } from "./python-names";

const f = (parameters: readonly Parameter[], gives?: string, doc = ""): NameEntry => ({
  kind: "function",
  parameters,
  ...(gives !== undefined && { gives }),
  doc,
});
const give = (gives: string): NameEntry => f([["other", null, 1]], gives);
const cls = (entry: Partial<NameEntry>): NameEntry => ({ kind: "class", ...entry });

/** A few names in the form in which the build writes thousands. */
const NAMES: PythonNames = {
  builtins: {
    names: {
      int: cls({}),
      float: cls({}),
      str: cls({ members: { upper: f([], "builtins.str") } }),
      list: cls({ members: { append: f([["object", null, 0]]) } }),
      len: f([["obj", null, 0]], "builtins.int", "Return the number of items."),
    },
  },
  jax: {
    doc: "JAX here.",
    names: {
      Array: cls({
        doc: "An array.",
        members: {
          at: { kind: "value", gives: "jax._src._Helper" },
          shape: { kind: "value", doc: "Length of each axis." },
          sum: f([["axis", "None", 1]], "jax.Array", "Sum of the elements."),
          __add__: give("jax.Array"),
          __radd__: give("jax.Array"),
          __matmul__: give("jax.Array"),
          __neg__: f([], "jax.Array"),
          __getitem__: give("jax.Array"),
        },
      }),
      jit: f([["fun", null, 1]]),
      numpy: { kind: "module", path: "jax.numpy" },
    },
  },
  "jax.numpy": {
    doc: "NumPy's functions.",
    names: {
      ndarray: "jax.Array",
      ones: f(
        [
          ["shape", null, 1],
          ["dtype", "None", 1],
        ],
        "jax.Array",
        "An array of ones.",
      ),
      sum: f(
        [
          ["a", null, 1],
          ["axis", "None", 1],
          ["keepdims", "False", 3],
        ],
        "jax.Array",
      ),
      where: f([
        ["condition", null, 0],
        ["x", "None", 1],
      ]),
    },
  },
  "jax._src": {
    hidden: true,
    names: {
      _Helper: cls({ members: { __getitem__: give("jax._src._Ref") } }),
      _Ref: cls({ members: { set: f([["values", null, 1]], "jax.Array", "A changed copy.") } }),
    },
  },
  flax: { names: { nnx: { kind: "module", path: "flax.nnx" } } },
  "flax.linen": { names: { Module: cls({}) } },
  "flax.nnx": {
    names: {
      Module: cls({ members: { train: f([]) } }),
      Linear: cls({
        doc: "A layer.",
        parameters: [
          ["in_features", null, 1],
          ["out_features", null, 1],
          ["use_bias", "True", 3],
          ["rngs", null, 3],
        ],
        bases: ["flax.nnx.Module"],
        members: { kernel: { kind: "value" }, __call__: f([["inputs", null, 1]], "jax.Array") },
      }),
    },
  },
};
const help = createPythonHelp(NAMES);
const HEAD = "import jax\nimport jax.numpy as jnp\nfrom flax import nnx\n";

/** A program with the cursor at its bar. */
function split(marked: string): [string, number] {
  const at = marked.indexOf("|");
  return [marked.slice(0, at) + marked.slice(at + 1), at];
}
/** What is proposed at the bar, Python's own names and words apart. */
function proposed(marked: string): string[] | null {
  const found = help.complete(...split(marked));
  return found && found.suggestions.filter(({ rank }) => rank < 2).map(({ label }) => label);
}
const shown = (marked: string) => help.explain(...split(marked))?.head ?? null;
const call = (marked: string) => {
  const found = help.callHelp(...split(marked));
  if (found === null) return null;
  const [from, to] = found.spans[found.active ?? -1] ?? [0, 0];
  return `${found.label} ${found.label.slice(from, to)}`.trim();
};

describe("what may be written", () => {
  it("after a module's name and its aliases, in unfinished lines too", () => {
    const ofNumpy = ["ndarray", "ones", "sum", "where"];
    expect(proposed(`${HEAD}y = jnp.|\nz = 3\n`)).toEqual(ofNumpy);
    expect(proposed(`${HEAD}y = jnp.|`)).toEqual(ofNumpy);
    expect(proposed(`${HEAD}y = jax.numpy.su|m(3)`)).toEqual(ofNumpy);
    expect(proposed(`${HEAD}f(jnp.|\n\ndef g():\n    pass\n`)).toEqual(ofNumpy);
    expect(proposed(`${HEAD}y = jnp.in|`)).toEqual(ofNumpy);
    expect(proposed(`${HEAD}def f(x):\n    return x + jnp.|\n`)).toEqual(ofNumpy);
    expect(proposed(`${HEAD}s = f"{jnp.|}"`)).toEqual(ofNumpy);
    expect(proposed(`${HEAD}@jax.|\ndef f(x):\n    pass\n`)).toEqual(["Array", "jit", "numpy"]);
  });
  it("in imports: modules, names of modules, nothing behind as", () => {
    expect(proposed("import |")).toEqual(["flax", "jax"]);
    expect(proposed("import jax.|")).toEqual(["numpy"]);
    expect(proposed("import jax, fl|")).toEqual(["flax", "jax"]);
    expect(proposed("from fl|")).toEqual(["flax", "jax"]);
    expect(proposed("from flax import |")).toEqual(["nnx", "linen"]);
    expect(proposed("from flax.nnx import Module, L|")).toEqual(["Module", "Linear"]);
    expect(proposed("from flax import (\n    nnx,\n    |\n)")).toEqual(["nnx", "linen"]);
    expect(proposed("import jax.numpy as j|")).toBeNull();
  });
  it("nothing in texts, comments, numbers and new names", () => {
    for (const text of ['x = "jnp.|"', "# jnp.|", "x = 12|", "def f|():\n    pass", "for i| in x:"])
      expect(proposed(HEAD + text), text).toBeNull();
    expect(proposed(`${HEAD}def f(x|):\n    pass`)).toBeNull();
    expect(proposed(`${HEAD}with open(x) as f|:\n    pass`)).toBeNull();
    expect(proposed(`${HEAD}x = unknown.|`)).toEqual([]);
  });
  it("members of values whose class is certain", () => {
    const ofArray = ["at", "shape", "sum"];
    const certain = [
      "x = jnp.ones(3)",
      "x = jnp.ones(3)\nx = x + 1",
      "x = jnp.ones(3)\nx += 1",
      "x = 2 + jnp.ones(3)",
      "x = -jnp.ones(3)[0]",
      "x = jnp.ones(3).at[0].set(2)",
      "x, y = jnp.ones(2)",
      "x = nnx.Linear(3, 4, rngs=r)(z)",
      "def f(a):\n    return a + jnp.sum(a)\nx = f(3)",
      "x = jax.jit(lambda a: jnp.sum(a))(3)",
      "for x in jnp.ones(3):\n    pass",
      "x: jax.Array = make()",
    ];
    for (const text of certain) expect(proposed(`${HEAD}${text}\nx.|`), text).toEqual(ofArray);
    expect(proposed(`${HEAD}def f(x: jax.Array):\n    x.|`)).toEqual(ofArray);
    expect(proposed(`${HEAD}jnp.ones(3).at[0].|`)).toEqual(["set"]);
    expect(proposed(`${HEAD}"a".|`)).toEqual(["upper"]);
  });
  it("none where it is not certain", () => {
    const open = [
      "x = jnp.where(a, b)",
      "x = jnp.ones(3)\nif a:\n    x = 'text'",
      "def f(a):\n    if a:\n        return 1\n    return jnp.sum(a)\nx = f(3)",
      "x = 1\nx = x + 0.5",
      "x = x",
      "def f(n):\n    return f(n - 1)\nx = f(3)",
    ];
    for (const text of open) expect(proposed(`${HEAD}${text}\nx.|`), text).toEqual([]);
  });
  it("a class's own attributes, its methods and its bases'", () => {
    const model =
      "class M(nnx.Module):\n    def __init__(self, d, *, rngs):\n        self.lin = nnx.Linear(d, 3, rngs=rngs)\n\n    def __call__(self, x):\n        return self.lin(x)\n\n";
    expect(proposed(`${HEAD}${model}    def f(self):\n        self.|`)).toEqual([
      "f",
      "lin",
      "train",
    ]);
    expect(proposed(`${HEAD}${model}m = M(3, rngs=r)\nm.lin.|`)).toEqual(["kernel", "train"]);
    expect(proposed(`${HEAD}${model}m = M(3, rngs=r)\nm(x).|`)).toEqual(["at", "shape", "sum"]);
    expect(call(`${HEAD}${model}M(|)`)).toBe("M(d, *, rngs) d");
    const linen =
      "import flax.linen as nn\nclass N(nn.Module):\n    width: int\n    deep: int = 2\n";
    expect(call(`${linen}N(3, |)`)).toBe("N(width, deep=2) deep=2");
  });
  it("names that can be seen, and arguments not given yet", () => {
    const names = `${HEAD}def f(a, b=1):\n    c = 2\n    |\n    d = 3\n`;
    expect(proposed(names)).toEqual(["a", "b", "c", "jax", "jnp", "nnx", "f"]);
    expect(proposed("loss = lo|")).toEqual([]);
    const inCall = proposed(`${HEAD}nnx.Linear(3, use_bias=False, |)`);
    expect(inCall?.slice(0, 3)).toEqual(["in_features=", "out_features=", "rngs="]);
    expect(proposed(`${HEAD}jnp.sum(x, axis=|)`)).toEqual(["jax", "jnp", "nnx"]);
    expect(help.complete("le|", 2)?.suggestions.map(({ label }) => label)).toContain("len");
  });
  it("takes the place of the whole word", () => {
    expect(help.complete("jnp.sumx", 6)).toMatchObject({ from: 4, to: 8 });
  });
});

describe("what stands there", () => {
  it("modules, functions, classes, values, names of imports", () => {
    expect(shown(`${HEAD}jn|p.ones(3)`)).toBe("module jax.numpy");
    expect(shown(`${HEAD}jnp.on|es(3)`)).toBe("def ones(shape, dtype=None)");
    expect(shown("from flax.nnx import Lin|ear")).toMatch(
      /^class Linear\(in_features, .*, \*, use/,
    );
    expect(shown("import jax.num|py as jnp")).toBe("module jax.numpy");
    expect(shown(`${HEAD}x = jnp.ones(3)\nx|`)).toBe("x: Array");
    expect(shown(`${HEAD}x = jnp.ones(3)\nx.sha|pe`)).toBe("shape");
    expect(shown(`${HEAD}def f(a, /, b, *c, d=1, **e):\n    pass\nf|(1)`)).toBe(
      "def f(a, /, b, *c, d=1, **e)",
    );
    expect(shown(`${HEAD}@jax.ji|t\ndef f():\n    pass`)).toBe("def jit(fun)");
    expect(shown(`${HEAD}jnp.sum(x, ax|is=1)`)).toBeNull();
    expect(shown(`${HEAD}"jn|p"`)).toBeNull();
    expect(help.explain("def f():\n    '''Says a.\n\n    More.'''\nf()\n", 38)?.doc).toBe(
      "Says a.",
    );
  });
});

describe("the call around the cursor", () => {
  it("with the parameter that is being given", () => {
    const sum = "sum(a, axis=None, *, keepdims=False)";
    expect(call(`${HEAD}jnp.sum(|)`)).toBe(`${sum} a`);
    expect(call(`${HEAD}jnp.sum(x, |`)).toBe(`${sum} axis=None`);
    expect(call(`${HEAD}jnp.sum(x, keepdims=T|`)).toBe(`${sum} keepdims=False`);
    expect(call(`${HEAD}jnp.sum(x, 1, 2, |)`)).toBe(sum);
    expect(call(`${HEAD}jnp.where(a, jnp.sum(x, (1, |)), 3)`)).toBe(`${sum} axis=None`);
    expect(call(`${HEAD}jnp.where(jnp.sum(x), |)`)).toBe("where(condition, /, x=None) x=None");
    expect(call(`${HEAD}lin = nnx.Linear(3, 4, rngs=r)\nlin(|)`)).toBe("lin(inputs) inputs");
    expect(call(`${HEAD}jnp.sum(x)|`)).toBeNull();
    expect(call(`${HEAD}unknown(|)`)).toBeNull();
  });
});

it("gives up on tangled programs instead of taking long", () => {
  const names = [..."abcdefghijklmnop"];
  const lines = names.map(
    (name) => `    ${name} = ${names.map((other) => `-${other}`).join(" + ")}`,
  );
  expect(proposed(`def f():\n${lines.join("\n")}\n    a.|`)).toEqual([]);
});
