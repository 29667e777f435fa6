import { describe, expect, it } from "vitest";
import recorded from "../../../golden/recordings/errors.json";
import { explainError } from "../../grading/explain-error";
import type { Language } from "../../protocol/backend";
import { check } from "./check";

function idOf(type: string, message: string, language: Language = "python"): string | null {
  const error = { type, message, line: null, explain: null };
  return explainError(check, error, language).error?.explain ?? null;
}

/** Every line of golden/recordings/errors.json that raises, with the id of what explains it in this lesson. */
const EXPLAINED: Record<string, string> = {
  "jax.grad(lambda x: x)(x3)": "loss-not-scalar",
  "jax.grad(lambda x: x.sum())(jnp.arange(3))": "float-inside-grad",
  "jax.grad(lambda x: x.sum(), argnums=1)(x3)": "argument-mismatch",
  "jax.grad(lambda a, b: (a*b).sum(), argnums=(0, 2))(x3, x3)": "argument-mismatch",
  "jax.grad(lambda x: float(x))(1.0)": "float-inside-grad",
  "jax.grad(lambda x: None)(1.0)": "loss-not-scalar",
  "jax.grad(lambda x: (x, x))(1.0)": "loss-not-scalar",
  "jax.grad(lambda s: 1.0)('foo')": "array-expected",
  "jax.grad(lambda x: x.sum().astype(int))(x3)": "loss-not-scalar",
  "x3 + x4": "shapes-differ",
  "x3 - x4": "shapes-differ",
  "x3 * x4": "shapes-differ",
  "jnp.ones((2,3)) + x4": "shapes-differ",
  "x3 @ jnp.ones((4,2))": "wrong-dummy-shape",
  "jnp.ones((2,3)) @ jnp.ones((2,3))": "wrong-dummy-shape",
  "jnp.float32(1) @ x3": "wrong-rank",
  "float(x3)": "one-number-expected",
  "int(x3)": "one-number-expected",
  "bool(x3)": "one-number-expected",
  "len(jnp.float32(1))": "wrong-rank",
  "x3.reshape(2, 2)": "shapes-differ",
  "jnp.concatenate([jnp.ones((2,3)), jnp.ones((2,4))])": "shapes-differ",
  "jnp.stack([x3, x4])": "shapes-differ",
  "jnp.sum([1, 2])": "array-expected",
  "jnp.mean([1.0])": "array-expected",
  "x3 + [1, 2, 3]": "array-expected",
  "x3[0] = 1": "in-place-assignment",
  "tree_map(f, {'a': 1}, {'b': 1})": "grads-swapped",
  "tree_map(f, {'a': 1, 'b': 2}, {'a': 1})": "grads-swapped",
  "tree_map(f, {'a': 1}, [1])": "grads-swapped",
  "tree_map(f, [1, 2], [1, 2, 3])": "grads-swapped",
  "tree_map(f, {'a': 1}, (1,))": "grads-swapped",
  "random.PRNGKey(0.5)": "float-seed",
  "random.PRNGKey(2.0)": "float-seed",
  "random.PRNGKey(jnp.arange(3))": "key-expected",
  "random.normal(0, (3,))": "key-expected",
  "random.fold_in(random.PRNGKey(0), jnp.arange(2))": "key-expected",
  "lecun_normal()(key, (3,))": "wrong-rank",
  "nnx.Linear(3, 4)": "rngs-missing",
  "nnx.Linear(3, 4, nnx.Rngs(0))": "rngs-missing",
  "nnx.Rngs(0.5)": "float-seed",
  "nnx.Rngs(0).foo()": "rngs-missing",
  "lin(x4)": "wrong-dummy-shape",
  "lin.kernel += 1": "in-place-assignment",
  "dense(x4)": "module-called-unbound",
  "dense.apply(v, x3)": "wrong-dummy-shape",
  "dense.apply({}, x4)": "not-initialised",
  "dense.apply(v['params'], x4)": "params-level-dropped",
  "dense.apply({'params': v}, x4)": "params-level-dropped",
  "dense.apply({'params': {'kernel': v['params']['kernel']}}, x4)": "leaf-missing",
  "dense.init(1, x4)": "key-expected",
  "dense.apply(v)": "argument-mismatch",
  "nn.Dense()": "argument-mismatch",
  "jax.nn.relu('a')": "array-expected",
  "jnp.array([1, 'a'])": "array-expected",
  "jnp.array([[1, 2], [3]])": "shapes-differ",
  "jax.tree_map": "name-not-available",
  "jax.jit(lambda x: x if x > 0 else -x)(1.0)": "float-inside-grad",
  "jax.vmap(lambda a, b: a + b)(x3, x4)": "shapes-differ",
  "jax.vmap(lambda a: a)(1.0)": "wrong-rank",
};

/** The lines that no function can raise an error by. */
const RAISES_NOTHING = [
  "jax.value_and_grad(lambda x: (x.sum(), x), has_aux=True)(x3)",
  "jax.grad(lambda m, x: m(x).sum())(lin, x3)",
  "nnx.grad(lambda m, x: m(x).sum())(lin, x3)",
  "optax.sgd(0.1).update([x3], ())",
];

describe("errors with an explanation", () => {
  // What the facade raises is compared with these texts in src/jax/testing/contract and src/python/recordings.test.ts.
  it("are all those of golden/recordings/errors.json", () => {
    const raising = recorded.cases.filter(({ type }) => type !== undefined);
    const told = raising.map(({ python, type = "", text = "" }) => [python, idOf(type, text)]);
    expect(Object.fromEntries(told)).toEqual(EXPLAINED);
    const silent = recorded.cases.filter(({ type }) => type === undefined);
    expect(silent.map(({ python }) => python)).toEqual(RAISES_NOTHING);
  });
});

/** What Firefox and Safari write where Chromium's text is one that the lesson's programs try. */
const OTHER_ENGINES: [string, string][] = [
  ["leaf-missing", `can't access property "kernel", l.params is undefined`],
  ["leaf-missing", "undefined is not an object (evaluating 'l.params.kernel')"],
  ["nothing-there", `can't access property "sub", grads.head is undefined`],
  ["nothing-there", "undefined is not an object (evaluating 'grads.head.sub')"],
  ["in-place-assignment", "invalid assignment to const 'params'"],
  ["in-place-assignment", "Attempted to assign to readonly property."],
  ["new-missing", "class constructors must be invoked with 'new'"],
  ["new-missing", "Cannot call a class constructor Linear without |new|"],
  ["unpacking-mismatch", "lr is not iterable"],
  ["name-not-available", "lr.mul is not a function. (In 'lr.mul(x)', 'lr.mul' is undefined)"],
];

it.each(OTHER_ENGINES)("%s: %s", (id, message) => {
  expect(idOf("TypeError", message, "typescript")).toBe(id);
});

it("takes errors of the learner's own for what they are", () => {
  expect(idOf("TypeError", "loss_fn() takes 3 positional arguments but 4 were given")).toBe(
    "argument-mismatch",
  );
  expect(idOf("ValueError", "the loss did not fall")).toBeNull();
  expect(idOf("Error", "my own check", "typescript")).toBeNull();
});
