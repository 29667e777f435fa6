import { describe, expect, it } from "vitest";
import { pythonWiring } from "./python-grads";
import { typescriptWiring } from "./typescript-grads";
import { argnumsChange } from "./wiring";
import type { GradCall, Wiring } from "./wiring";

const PYTHON = `import jax

def loss_fn(nnx_params, linen_params):
    return 0.0

`;
const TYPESCRIPT = `import * as jax from "jax";

const lossFn = (nnxParams: Tree, linenParams: Tree) => 0;

`;
const python = (call: string) => pythonWiring(PYTHON + call);
const typescript = (call: string) => typescriptWiring(TYPESCRIPT + call);

function callsOf(wiring: Wiring): readonly GradCall[] {
  if (wiring.kind !== "wired") throw new Error(JSON.stringify(wiring));
  return wiring.calls;
}
const wires = (wiring: Wiring) =>
  callsOf(wiring).map(({ transform, argnums, single }) => [transform, argnums, single]);

/** As JAX reads them: what `jax.grad` of two arguments gives for these argnums. */
const WRITTEN: readonly [argnums: string, positions: number[], single: boolean][] = [
  ["0", [0], true],
  ["1", [1], true],
  ["-1", [1], true],
  ["(0, 1)", [0, 1], false],
  ["[0, 1]", [0, 1], false],
  ["(1, 0)", [1, 0], false],
  ["(0, -1)", [0, 1], false],
  ["[-2]", [0], false],
];

describe("argnums in Python", () => {
  it("are the first argument by default", () => {
    const [call] = callsOf(python("g = jax.grad(loss_fn)"));
    expect(call).toMatchObject({
      loss: "loss_fn",
      parameters: ["nnx_params", "linen_params"],
      argnums: [0],
      single: true,
    });
  });

  it.each(WRITTEN)("%s, by name and by place", (text, positions, single) => {
    expect(wires(python(`g = jax.grad(loss_fn, argnums=${text})`))).toEqual([
      ["grad", positions, single],
    ]);
    expect(wires(python(`g = jax.value_and_grad(loss_fn, ${text})`))).toEqual([
      ["value_and_grad", positions, single],
    ]);
  });

  it("may stand in two calls", () => {
    const two = "a = jax.grad(loss_fn, argnums=0)(p, q)\nb = jax.grad(loss_fn, argnums=1)(p, q)";
    expect(wires(python(two))).toEqual([
      ["grad", [0], true],
      ["grad", [1], true],
    ]);
  });

  it("need not be there for one tree of both", () => {
    const [call] = callsOf(
      pythonWiring("import jax\ndef loss(model):\n  return 0.\ng = jax.jit(jax.grad(loss))"),
    );
    expect(call).toMatchObject({ parameters: ["model"], argnums: [0] });
  });

  it("are read with other names, in functions, lambdas and under jit", () => {
    for (const text of [
      "from jax import grad as g\ndef step(x):\n  def f(a, b): return x\n  return g(f, argnums=1)",
      "import jax as j\nf = lambda a, b: a\nj.grad(f, argnums=1)",
      "import jax\njax.grad(lambda a, b: a, argnums=1)",
      "import jax\n@jax.jit\ndef f(a, b): return a\njax.grad(f, argnums=1)",
    ])
      expect(callsOf(pythonWiring(text))).toMatchObject([{ parameters: ["a", "b"], argnums: [1] }]);
  });

  it.each([
    "g = jax.grad(loss_fn, argnums=which)",
    "g = jax.grad(loss_fn, argnums=2)",
    "g = jax.grad(loss_fn, argnums=(0, 0))",
    "g = jax.grad(loss_fn, argnums=())",
    "g = jax.grad(loss_fn, argnums=True)",
    "g = jax.grad(loss_fn, argnums=tuple(range(2)))",
    "g = jax.grad(loss_fn, **options)",
    "g = jax.grad(*both)",
    "g = jax.grad(partial(loss_fn, x))",
    "g = jax.grad(made_elsewhere)",
    "loss_fn = other\ng = jax.grad(loss_fn)",
    "def many(*trees): return 0\ng = jax.grad(many)",
    "def some(a, b=None): return 0\ng = jax.grad(some, argnums=-1)",
    "@changed\ndef f(a, b): return 0\ng = jax.grad(f)",
    "from flax import nnx\ng = nnx.grad(loss_fn)",
    "g = jax.grad(loss_fn, argnums=(0, 1)",
  ])("cannot be told from %s", (text) => {
    expect(python(text)).toMatchObject({ kind: "cannot-tell", why: expect.stringMatching(/\w/) });
  });

  it("are none where nothing is differentiated", () => {
    expect(python("print(loss_fn)")).toEqual({ kind: "none" });
    expect(pythonWiring("g = optimizer.grad(loss_fn)")).toEqual({ kind: "none" });
  });
});

describe("argnums in TypeScript", () => {
  it.each(WRITTEN.filter(([text]) => !text.startsWith("(")))("%s", (text, positions, single) => {
    expect(wires(typescript(`const g = jax.grad(lossFn, { argnums: ${text} });`))).toEqual([
      ["grad", positions, single],
    ]);
  });

  it("are the first argument by default, in any of its forms", () => {
    for (const call of [
      "jax.valueAndGrad(lossFn)",
      "jax.valueAndGrad(lossFn, {})",
      "jax.valueAndGrad(lossFn, { hasAux: true })",
    ])
      expect(callsOf(typescript(call))).toMatchObject([
        { transform: "value_and_grad", parameters: ["nnxParams", "linenParams"], argnums: [0] },
      ]);
  });

  it("are read with other names and forms of functions", () => {
    for (const text of [
      'import { grad as g } from "jax";\nfunction f(a, b) { return a; }\ng(f, { argnums: 1 });',
      'import * as jax from "jax";\njax.grad((a, b) => a, { argnums: 1 });',
      'import * as jax from "jax";\nconst f: Loss = function (a: T, b: T) { return a; };\njax.grad(f, { argnums: 1 });',
    ])
      expect(callsOf(typescriptWiring(text))).toMatchObject([
        { parameters: ["a", "b"], argnums: [1] },
      ]);
    const one = 'import * as jax from "jax";\nconst f = model => 0;\njax.grad(f);';
    expect(callsOf(typescriptWiring(one))).toMatchObject([{ parameters: ["model"] }]);
    const apart = 'import * as jax from "jax";\nconst f = ({ a }, b) => 0;\njax.grad(f);';
    expect(callsOf(typescriptWiring(apart))).toMatchObject([{ parameters: ["{ a }", "b"] }]);
  });

  it.each([
    "jax.grad(lossFn, { argnums });",
    "jax.grad(lossFn, { argnums: which });",
    "jax.grad(lossFn, { argnums: [0, 2] });",
    "jax.grad(lossFn, { ...options });",
    "jax.grad(lossFn, options);",
    "jax.grad(made.elsewhere);",
    "function f(lossFn) { return 0; }\njax.grad(lossFn);",
    "let changing = (a, b) => 0;\njax.grad(changing);",
    "const many = (...trees) => 0;\njax.grad(many);",
    "jax.grad(lossFn, { argnums: [0, 1] };",
  ])("cannot be told from %s", (text) => {
    expect(typescript(text)).toMatchObject({ kind: "cannot-tell" });
  });

  it("are none where nothing is differentiated", () => {
    expect(typescript("console.log(lossFn);")).toEqual({ kind: "none" });
  });
});

describe("other argnums", () => {
  const changed = (source: string, wiring: Wiring, language: "python" | "typescript") => {
    const { from, to, insert } = argnumsChange(callsOf(wiring)[0], [1, 0], language);
    return source.slice(0, from) + insert + source.slice(to);
  };

  it.each([
    ["jax.grad(loss_fn)", "jax.grad(loss_fn, argnums=(1, 0))"],
    ["jax.grad(loss_fn, argnums=0)", "jax.grad(loss_fn, argnums=(1, 0))"],
    ["jax.grad(loss_fn, 0)", "jax.grad(loss_fn, (1, 0))"],
    ["jax.grad(loss_fn, has_aux=True)", "jax.grad(loss_fn, argnums=(1, 0), has_aux=True)"],
  ])("go into %s", (before, after) => {
    const source = PYTHON + before;
    const text = changed(source, pythonWiring(source), "python");
    expect(text).toBe(PYTHON + after);
    expect(callsOf(pythonWiring(text))[0].argnums).toEqual([1, 0]);
  });

  it.each([
    ["jax.grad(lossFn)", "jax.grad(lossFn, { argnums: [1, 0] })"],
    ["jax.grad(lossFn, {})", "jax.grad(lossFn, { argnums: [1, 0] })"],
    ["jax.grad(lossFn, { argnums: 0 })", "jax.grad(lossFn, { argnums: [1, 0] })"],
    ["jax.grad(lossFn, { hasAux: true })", "jax.grad(lossFn, { argnums: [1, 0], hasAux: true })"],
  ])("go into %s", (before, after) => {
    const source = TYPESCRIPT + before;
    const text = changed(source, typescriptWiring(source), "typescript");
    expect(text).toBe(TYPESCRIPT + after);
    expect(callsOf(typescriptWiring(text))[0].argnums).toEqual([1, 0]);
  });
});
