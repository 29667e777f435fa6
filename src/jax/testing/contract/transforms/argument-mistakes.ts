import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";
import { loosely } from "./loosely";
import { int, num, v, w, xs } from "./programs";

const { lax } = jax;
const same = (x: JaxArray): JaxArray => x;
const twice = (x: JaxArray): JaxArray => x.mul(2);
const whole = (x: JaxArray): JaxArray => x.astype("int32");
const ones = (n: number, dtype = "float32"): JaxArray => jnp.ones([n], dtype);

/** Mistakes in arguments of transformations and of `jax.lax`, by their line in golden/recordings/transforms.json. */
export const ARGUMENT_MISTAKES: Readonly<Record<string, () => unknown>> = {
  "jax.jit(lambda x: x[x > 0])(w)": () => jax.jit((x: JaxArray) => x.slice(x.greater(0)))(w()),
  "jax.jit(3)": () => loosely(jax.jit, 3),
  "jax.vmap(3)": () => loosely(jax.vmap, 3),
  "jax.grad(3)": () => loosely(jax.grad, 3),
  'jax.grad(lambda x: x["a"])("a")': () =>
    loosely(
      jax.grad((x: JaxArray) => x),
      "a",
    ),
  "jax.grad(lambda x: float(x))(1.0)": () =>
    jax.grad((x: JaxArray) => jnp.asarray(Number(x)))(num(1)),
  "jax.jit(lambda x: x, static_argnums=3)(1.0)": () => jax.jit(same, { staticArgnums: 3 })(num(1)),
  "jax.grad(lambda x: x * 2.0)(True)": () => loosely(jax.grad(twice), true),
  "jax.grad(lambda x: x > 0)(2.0)": () => jax.grad((x: JaxArray) => x.greater(0))(num(2)),
  "jax.value_and_grad(lambda x: x)(w)": () => jax.valueAndGrad(same)(w()),
  "jax.jacrev(lambda x: x * 2.0)(jnp.int32(1))": () => jax.jacrev(twice)(jnp.int32(1)),
  "jax.jacfwd(lambda x: x * 2.0)(jnp.int32(1))": () => jax.jacfwd(twice)(jnp.int32(1)),
  "jax.hessian(lambda x: x * 2.0)(jnp.int32(1))": () => jax.hessian(twice)(jnp.int32(1)),
  "jax.jacrev(lambda x: x.astype(int))(1.0)": () => jax.jacrev(whole)(num(1)),
  "jax.jacrev(lambda x: x * 2.0, argnums=1)(1.0)": () => jax.jacrev(twice, { argnums: 1 })(num(1)),
  "jax.vjp(lambda x: x * 2.0, w)[1](jnp.ones(3, int))": () =>
    jax.vjp(twice, w())[1](ones(3, "int32")),
  "jax.vjp(3, w)": () => loosely(jax.vjp, 3, w()),
  "jax.jvp(lambda x: x * 2.0, [w], [[w]])": () => loosely(jax.jvp, twice, [w()], [[w()]]),
  "jax.jvp(lambda x: x * 2.0, [w], [w, w])": () => loosely(jax.jvp, twice, [w()], [w(), w()]),
  "jax.jvp(lambda x: x * 2.0, w, w)": () => loosely(jax.jvp, twice, w(), w()),
  "jax.jvp(lambda x: x * 2.0, (w,), (jnp.ones(3, int),))": () =>
    jax.jvp(twice, [w()], [ones(3, "int32")]),
  "jax.linearize(lambda x: x * 2.0, w)[1](jnp.ones(3, int))": () =>
    jax.linearize(twice, w())[1](ones(3, "int32")),
  'jax.vmap(lambda x: x, in_axes=[{"a": 0}])({"b": w})': () =>
    loosely(jax.vmap(same, { inAxes: [{ a: 0 }] }), { b: w() }),
  'jax.vmap(lambda p, x: p["w"] * x, in_axes=[{"w": None}, 0])({"w": 1.0, "b": w}, w)': () =>
    jax.vmap((p: { w: JaxArray; b: JaxArray }, x: JaxArray) => p.w.mul(x), {
      inAxes: [{ w: null }, 0],
    })({ w: num(1), b: w() }, w()),
  'jax.vmap(lambda x: x, in_axes="a")(w)': () => jax.vmap(same, { inAxes: "a" as never })(w()),
  "jax.vmap(lambda x: x, in_axes=-2)(w)": () => jax.vmap(same, { inAxes: -2 })(w()),
  "jax.vmap(lambda x: x, in_axes=2)(xs)": () => jax.vmap(same, { inAxes: 2 })(xs()),
  "jax.vmap(lambda a, b, c: a)(w, jnp.ones(4), jnp.ones(4))": () =>
    jax.vmap((a: JaxArray, b: JaxArray, c: JaxArray) => [a, b, c][0])(w(), ones(4), ones(4)),
  "jax.vmap(lambda a, b: a, in_axes=[0, 1])(w, jnp.ones((3, 4)))": () =>
    jax.vmap((a: JaxArray, b: JaxArray) => [a, b][0], { inAxes: [0, 1] })(w(), jnp.ones([3, 4])),
  "jax.vmap(lambda a: a)(1.0)": () => jax.vmap((a: JaxArray) => a)(num(1)),
  'jax.vmap(lambda a: a)("a")': () =>
    loosely(
      jax.vmap((a: JaxArray) => a),
      "a",
    ),
  "jax.vmap(lambda x: [x, x], out_axes=[0])(w)": () =>
    jax.vmap((x: JaxArray) => [x, x], { outAxes: [0] })(w()),
  "jax.vmap(lambda x: x, out_axes=0.5)(w)": () => jax.vmap(same, { outAxes: 0.5 })(w()),
  "jax.eval_shape(lambda x: x @ x, jax.ShapeDtypeStruct((3, 2), jnp.float32))": () =>
    jax.evalShape((x: JaxArray) => x.matmul(x), new jax.ShapeDtypeStruct([3, 2], "float32")),
  "lax.top_k(jnp.float32(1.0), 1)": () => lax.topK(jnp.float32(1), 1),
  "lax.dynamic_slice(v, (0, 0), (2,))": () => lax.dynamicSlice(v(), [0, 0], [2]),
  "lax.dynamic_update_slice(v, jnp.zeros(4), (2,))": () =>
    lax.dynamicUpdateSlice(v(), jnp.zeros([4]), [2]),
  "lax.add(v, jnp.ones(3, int))": () => lax.add(v(), ones(3, "int32")),
  "lax.broadcast_in_dim(v, (2, 4), (1,))": () => lax.broadcastInDim(v(), [2, 4], [1]),
  "lax.select(v > 0, v, jnp.ones(4))": () => lax.select(v().greater(0), v(), ones(4)),
  "lax.select(jnp.array([True, False]), v, v)": () =>
    lax.select(jnp.array([true, false]), v(), v()),
  "lax.select(v, v, v)": () => lax.select(v(), v(), v()),
  "lax.dot_general(jnp.ones((2, 3)), jnp.ones((2, 4)), (((1,), (0,)), ((), ())))": () =>
    lax.dotGeneral(jnp.ones([2, 3]), jnp.ones([2, 4]), [
      [[1], [0]],
      [[], []],
    ]),
  'ravel_pytree({"a": v, "b": jnp.ones((2, 2))})[1](jnp.ones(3))': () =>
    jax.flattenUtil.ravelPytree({ a: v(), b: jnp.ones([2, 2]) })[1](ones(3)),
  'ravel_pytree({"a": v, "b": jnp.ones((2, 2), int)})[1](jnp.ones(7, int))': () =>
    jax.flattenUtil.ravelPytree({ a: v(), b: jnp.ones([2, 2], "int32") })[1](ones(7, "int32")),
  'tu.tree_transpose(tu.tree_structure([0, 0]), tu.tree_structure({"a": 0}), [{"a": 1}])': () =>
    jax.treeUtil.treeTranspose(
      jax.treeUtil.treeStructure([0, 0]),
      jax.treeUtil.treeStructure({ a: 0 }),
      [{ a: 1 }],
    ),
  "jax.tree.unflatten(jax.tree.structure([1, 2]), [1])": () =>
    jax.tree.unflatten(jax.tree.structure([1, 2]), [1]),
  "jax.tree.unflatten(jax.tree.structure([1, 2]), [1, 2, 3])": () =>
    jax.tree.unflatten(jax.tree.structure([1, 2]), [1, 2, 3]),
  'jax.tree.map_with_path(lambda p, x, y: 1, {"a": 1}, {"b": 1})': () =>
    loosely(jax.tree.mapWithPath, () => 1, { a: 1 }, { b: 1 }),
  "lax.switch(0.5, [lambda x: x, lambda x: -x], 1.0)": () =>
    lax.switch(jnp.float32(0.5), [same, (x: JaxArray) => x.neg()], int(1)),
};
