import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { JaxArray } from "../../array/array";
import { startBackend } from "../../host";
import * as jax from "../../faces/jax";
import * as jnp from "../../faces/numpy";
import { assertProperty } from "./assert-property";

const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_124);
const DRAWS = 120;
const FLOATS = ["float32", "float16", "bfloat16"] as const;
/** Relative rounding of one operation; the sum of a few is compared. */
const ROUNDING = { float32: 2 ** -23, float16: 2 ** -10, bfloat16: 2 ** -7 };

type Float = (typeof FLOATS)[number];
/** A leaf as it is drawn: the numbers of one example and of two more. */
interface Leaf {
  readonly dtype: Float;
  readonly numbers: readonly (readonly number[])[];
  readonly axis: 0 | 1;
  /** Whether a batch has an example of it each, or all share the first. */
  readonly batched: boolean;
}
type Tree = Leaf | null | readonly Tree[] | { readonly [key: string]: Tree };

const BATCH = 3;
const number = fc.integer({ min: -24, max: 24 }).map((n) => n / 8);
const leaf: fc.Arbitrary<Leaf> = fc.integer({ min: 1, max: 3 }).chain((size) =>
  fc.record({
    dtype: fc.constantFrom(...FLOATS),
    numbers: fc.array(fc.array(number, { minLength: size, maxLength: size }), {
      minLength: BATCH,
      maxLength: BATCH,
    }),
    axis: fc.constantFrom(0 as const, 1 as const),
    batched: fc.boolean(),
  }),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.constant(null),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("b", "a", "w10", "w9", "kernel"), tie("tree"), { maxKeys: 3 }),
  ),
}));

const isLeaf = (node: Tree): node is Leaf =>
  node !== null && !Array.isArray(node) && "numbers" in node && Array.isArray(node.numbers);

/** Leaves in JAX's order: dicts by their sorted keys, nothing for null. */
function leavesOf(node: Tree): Leaf[] {
  if (node === null) return [];
  if (isLeaf(node)) return [node];
  if (Array.isArray(node)) return (node as readonly Tree[]).flatMap(leavesOf);
  const dict = node as { readonly [key: string]: Tree };
  return Object.keys(dict)
    .sort()
    .flatMap((key) => leavesOf(dict[key]));
}

function build<T>(node: Tree, make: (leaf: Leaf) => T): unknown {
  if (node === null) return null;
  if (isLeaf(node)) return make(node);
  if (Array.isArray(node)) return (node as readonly Tree[]).map((child) => build(child, make));
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, build(child, make)]));
}

const example =
  (which: number) =>
  ({ dtype, numbers, batched }: Leaf): JaxArray =>
    jnp.array([...numbers[batched ? which : 0]], { dtype });
const stacked = (each: Leaf): JaxArray =>
  each.batched
    ? jnp.stack(
        Array.from({ length: BATCH }, (_, b) => example(b)(each)),
        { axis: each.axis },
      )
    : example(0)(each);

const arrays = (value: unknown): JaxArray[] => jax.tree.leaves(value) as JaxArray[];
const weight = (i: number): number => 0.5 + 0.25 * i;

/** Σ wᵢ Σ sin(xᵢ)², over the leaves of a tree, in float32. */
function loss(value: unknown): JaxArray {
  return arrays(value)
    .map((x, i) =>
      jnp
        .square(jnp.sin(x.astype("float32")))
        .sum()
        .mul(weight(i)),
    )
    .reduce((sum, term) => sum.add(term), jnp.array(0));
}

function assertClose(got: JaxArray, want: readonly number[], rounding: number, what: string): void {
  const values = got.astype("float32").ravel().tolist() as number[];
  if (values.length !== want.length) throw new Error(`${what}: ${values.length} numbers`);
  values.forEach((value, i) => {
    if (!(Math.abs(value - want[i]) <= 4 * rounding * (0.25 + Math.abs(want[i]))))
      throw new Error(`${what}: ${value} instead of ${want[i]}`);
  });
}

const lossOf = (leaves: readonly Leaf[], which: number): number =>
  leaves.reduce((sum, { numbers, batched }, i) => {
    const each = numbers[batched ? which : 0];
    return sum + weight(i) * each.reduce((s, x) => s + Math.sin(x) ** 2, 0);
  }, 0);
const slopesOf = ({ numbers, batched }: Leaf, i: number, which: number): number[] =>
  numbers[batched ? which : 0].map((x) => weight(i) * Math.sin(2 * x));

/** The leaves with the drawn numbers' gradient, and the structure of what the gradient is of. */
function assertGradient(got: unknown, node: Tree, which: number, what: string): void {
  expect(String(jax.tree.structure(got))).toBe(
    String(jax.tree.structure(build(node, example(which)))),
  );
  const found = arrays(got);
  leavesOf(node).forEach((each, i) => {
    expect(found[i].dtype).toBe(each.dtype);
    assertClose(found[i], slopesOf(each, i, which), ROUNDING[each.dtype], what);
  });
}

beforeAll(async () => {
  await startBackend("cpu");
});

it("flattens random trees in JAX's order, and puts them together again", () => {
  const property = fc.property(tree, (node) => {
    const value = build(node, example(0));
    const [leaves, structure] = jax.tree.flatten(value) as [
      JaxArray[],
      ReturnType<typeof jax.tree.structure>,
    ];
    const want = leavesOf(node).map(({ numbers }) => numbers[0]);
    expect(leaves.map((x) => x.tolist())).toEqual(want);
    const doubled = jax.tree.map((x: JaxArray) => x.mul(2), value);
    expect(arrays(doubled).map((x) => x.tolist())).toEqual(
      want.map((each) => each.map((v) => 2 * v)),
    );
    const again = jax.tree.unflatten(structure, leaves);
    expect(String(jax.tree.structure(again))).toBe(String(structure));
    expect(arrays(again).every((x, i) => x === leaves[i])).toBe(true);
  });
  assertProperty(property, { seed: SEED, numRuns: DRAWS });
});

it("differentiates and stages functions of random trees", () => {
  const property = fc.property(tree, (node) => {
    const value = build(node, example(0));
    const leaves = leavesOf(node);
    const want = lossOf(leaves, 0);
    for (const [what, f] of [
      ["eager", loss],
      ["jit", jax.jit(loss)],
    ] as const)
      assertClose(f(value), [want], 2 ** -20, what);
    const [got, gradient] = jax.jit(jax.valueAndGrad(loss))(value) as [JaxArray, unknown];
    assertClose(got, [want], 2 ** -20, "jit of valueAndGrad");
    assertGradient(gradient, node, 0, "jit of valueAndGrad");
    assertGradient(jax.grad(loss)(value), node, 0, "grad");
    const tangents = build(node, (each) =>
      jnp.ones([each.numbers[0].length], { dtype: each.dtype }),
    );
    const slope = leaves.reduce(
      (sum, each, i) => sum + slopesOf(each, i, 0).reduce((a, b) => a + b, 0),
      0,
    );
    const pushed = (jax.jvp(loss, [value], [tangents]) as [JaxArray, JaxArray])[1];
    assertClose(pushed, [slope], 2 ** -20 * (1 + leaves.length), "jvp");
  });
  assertProperty(property, { seed: SEED + 1, numRuns: DRAWS });
});

it("maps functions of random trees over batches, each leaf along its own axis", () => {
  const property = fc.property(
    tree.filter((node) => leavesOf(node).some(({ batched }) => batched)),
    (node) => {
      const value = build(node, stacked);
      const axes = build(node, ({ batched, axis }) => (batched ? axis : null));
      const whole = (x: unknown): unknown => [loss(x), jax.grad(loss)(x)];
      const mapped = jax.vmap(whole, { inAxes: [axes as number] });
      for (const [what, f] of [
        ["vmap", mapped],
        ["jit of vmap", jax.jit(mapped)],
      ] as const) {
        const results = f(value);
        for (let b = 0; b < BATCH; b++) {
          const [one, gradient] = jax.tree.map((x: JaxArray) => x.at(b).get(), results) as [
            JaxArray,
            unknown,
          ];
          assertClose(one, [lossOf(leavesOf(node), b)], 2 ** -20, what);
          assertGradient(gradient, node, b, what);
        }
      }
    },
  );
  assertProperty(property, { seed: SEED + 2, numRuns: DRAWS / 2 });
});
