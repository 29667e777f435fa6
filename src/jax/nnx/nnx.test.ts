import { describe, expect, test } from "vitest";
import "../numpy/methods";
import { readGolden } from "../../lib/testing/read-golden";
import type { RecordedArray } from "../../lib/testing/read-golden";
import type { JaxArray } from "../array/array";
import { arrayOf, errorOf, recordOf } from "../testing/recorded-arrays";
import { flatten, unflatten } from "../tree/flatten";
import { treeMap } from "../tree/map";
import { leavesWithPath } from "../tree/path";
import { keystr } from "../tree/keys";
import * as random from "../random/index";
import * as nnx from "../faces/nnx";

type NnxCase = { seed: number; in: number; hidden: number; out: number } & Record<
  string,
  RecordedArray
>;

describe.each(readGolden<NnxCase>("nnx"))("nnx of seed $seed, $in → $hidden → $out", (recorded) => {
  const { seed, in: inputs, hidden, out } = recorded;
  const rngs = new nnx.Rngs(seed);
  const first = new nnx.Linear(inputs, hidden, { rngs });
  const second = new nnx.Linear(hidden, out, { rngs });
  const third = new nnx.Linear(inputs, out, { rngs, useBias: false });
  const x = arrayOf(recorded.x);

  test("parameters are bit-equal", () => {
    expect(recordOf(first.kernel)).toEqual(recorded["linear0.kernel"]);
    expect(recordOf(first.bias)).toEqual(recorded["linear0.bias"]);
    expect(recordOf(second.kernel)).toEqual(recorded["linear1.kernel"]);
    expect(recordOf(third.kernel)).toEqual(recorded["linear2_nobias.kernel"]);
    expect(third.bias).toBeNull();
    const named = new nnx.Rngs(seed, { params: seed + 1 });
    expect(recordOf(random.keyData(named.params()))).toEqual(
      recorded["named streams: Rngs(seed, params=seed+1).params()"],
    );
  });

  test("calls agree", () => {
    expect(errorOf(first(x), recorded["linear0(x)"])).toBeLessThan(1);
    expect(errorOf(first.call(x), recorded["linear0(x)"])).toBeLessThan(1);
    const y = second(nnx.relu(first(x)));
    expect(errorOf(y, recorded["linear1(relu(linear0(x)))"])).toBeLessThan(1);
  });
});

/** A model as a learner writes it. */
class MLP extends nnx.Module {
  readonly hidden: nnx.Linear;
  readonly out: nnx.Linear;
  readonly scale = 2;
  override readonly name = "mlp";

  constructor(rngs: nnx.Rngs) {
    super();
    this.hidden = new nnx.Linear(2, 3, { rngs });
    this.out = new nnx.Linear(3, 1, { rngs });
  }

  override call(x: JaxArray): JaxArray {
    return this.out(nnx.relu(this.hidden(x)));
  }
}

const x2 = arrayOf({ shape: [2], dtype: "float32", data: [1, -2] });

describe("modules", () => {
  test("are callable, instances of their class, and keep their name", () => {
    const model = new MLP(new nnx.Rngs(0));
    expect(model).toBeInstanceOf(MLP);
    expect(model).toBeInstanceOf(nnx.Module);
    expect(model.name).toBe("mlp");
    expect(recordOf(model(x2))).toEqual(recordOf(model.call(x2)));
  });

  test("are trees: data sorted by name, the rest static", () => {
    const model = new MLP(new nnx.Rngs(0));
    expect(leavesWithPath(model).map(([path]) => keystr(path))).toEqual([
      ".hidden.bias.value",
      ".hidden.kernel.value",
      ".out.bias.value",
      ".out.kernel.value",
    ]);
    const { leaves, treedef } = flatten(model);
    const again = unflatten(treedef, leaves);
    if (!(again instanceof MLP)) throw new Error("not an MLP");
    expect(recordOf(again(x2))).toEqual(recordOf(model(x2)));
    expect([again.scale, again.name, again.hidden.inFeatures]).toEqual([2, "mlp", 2]);
    expect(flatten(again).treedef.equals(treedef)).toBe(true);
    expect(flatten(new MLP(new nnx.Rngs(1))).treedef.equals(treedef)).toBe(true);
  });

  test("map to modules with other values, of which the first knows nothing", () => {
    const model = new MLP(new nnx.Rngs(0));
    const doubled = treeMap((leaf) => (leaf as JaxArray).mul(2), model);
    if (!(doubled instanceof MLP)) throw new Error("not an MLP");
    const kernel = recordOf(model.out.kernel).data.map(Number);
    expect(recordOf(doubled.out.kernel).data).toEqual(kernel.map((w) => 2 * w));
  });
});

describe("split, merge, state, update", () => {
  test("a state holds the module's own variables, sorted by name", () => {
    const model = new MLP(new nnx.Rngs(0));
    const state = nnx.state(model);
    expect(Object.keys(state)).toEqual(["hidden", "out"]);
    expect(state.hidden.kernel).toBe(model.hidden.kernel);
    expect(flatten(state).leaves).toHaveLength(4);
  });

  test("merge is the inverse of split", () => {
    const model = new MLP(new nnx.Rngs(0));
    const [graphdef, params] = nnx.split(model);
    const again = nnx.merge(graphdef, params);
    expect(recordOf(again(x2))).toEqual(recordOf(model(x2)));
    const zeros = treeMap((leaf) => (leaf as JaxArray).mul(0), params);
    expect(recordOf(nnx.merge(graphdef, zeros as nnx.State)(x2)).data).toEqual([0]);
    const pure = nnx.merge(graphdef, nnx.toPureDict(params));
    expect(pure.out.kernel).toBeInstanceOf(nnx.Param);
    expect(() => nnx.merge(graphdef, nnx.state(model.out))).toThrow(
      "Incorrect number of leaves, expected 4 leaves, but got 2.",
    );
  });

  test("filters split by class and must leave nothing over", () => {
    class Counted extends nnx.Module {
      readonly count = new nnx.Variable(x2);
      readonly linear = new nnx.Linear(2, 1, { rngs: new nnx.Rngs(0) });
    }
    const module = new Counted();
    const [, params, rest] = nnx.split(module, nnx.Param, "...");
    expect([Object.keys(params), Object.keys(rest)]).toEqual([["linear"], ["count"]]);
    expect(() => nnx.split(module, nnx.Param)).toThrow(
      "Non-exhaustive filters, got a non-empty remainder: FlatState([\n" +
        "  (('count',), Variable( # 2 (8 B)\n    value=Array([ 1., -2.], dtype=float32)\n  ))\n]).\n" +
        "Use `...` to match all remaining elements.",
    );
    expect(Object.keys(nnx.state(module, nnx.Variable))).toEqual(["count", "linear"]);
  });

  test("shared modules stay shared", () => {
    class Tied extends nnx.Module {
      readonly a = new nnx.Linear(2, 2, { rngs: new nnx.Rngs(0) });
      readonly b = this.a;
    }
    const tied = new Tied();
    const [graphdef, state] = nnx.split(tied);
    expect(flatten(state).leaves).toHaveLength(2);
    const again = nnx.merge(graphdef, state);
    expect(again.a).toBe(again.b);
  });

  test("update writes in place, clone does not share", () => {
    const model = new MLP(new nnx.Rngs(0));
    const copy = nnx.clone(model);
    const other = new MLP(new nnx.Rngs(5));
    nnx.update(model, nnx.state(other));
    expect(recordOf(model(x2))).toEqual(recordOf(other(x2)));
    expect(recordOf(copy(x2))).not.toEqual(recordOf(other(x2)));
    expect(model.out.kernel === other.out.kernel).toBe(false);
  });
});

describe("variables", () => {
  const param = new nnx.Param(x2);

  test("have an array's members and compute plain arrays", () => {
    expect([param.shape, param.ndim, param.size, param.dtype]).toEqual([[2], 1, 2, "float32"]);
    expect(recordOf(param.mul(param)).data).toEqual([1, 4]);
    expect(recordOf(x2.add(param)).data).toEqual([2, -4]);
    expect(recordOf(param.sum()).data).toEqual([-1]);
    expect(param.tolist()).toEqual([1, -2]);
  });

  test("are read and written in several ways", () => {
    const own = new nnx.Param(x2, { tag: "a" });
    own.value = x2.add(1);
    expect(own.get()).toBe(own.value);
    own.set(x2);
    expect(own.getValue()).toBe(x2);
    expect(own.getMetadata()).toEqual({ tag: "a" });
  });

  test("are trees with one leaf and keep class and metadata", () => {
    const own = new nnx.Param(x2, { tag: "a" });
    const mapped = treeMap(() => 3, own);
    expect(mapped).toBeInstanceOf(nnx.Param);
    expect(String(mapped)).toBe("Param(\n  value=3,\n  tag='a'\n)");
  });
});

describe("random streams", () => {
  test("names fall back to default and share its counter", () => {
    const rngs = new nnx.Rngs(0);
    const params = recordOf(random.keyData(rngs.params()));
    expect(params.data).toEqual([1797259609, 2579123966]);
    expect(recordOf(random.keyData(rngs.dropout()))).toEqual(
      recordOf(random.keyData(random.foldIn(random.key(0), 1))),
    );
    expect(recordOf(rngs.default.count).data).toEqual([2]);
  });

  test("fork draws a key for each stream", () => {
    const rngs = new nnx.Rngs({ params: 0, dropout: 1 });
    const forked = rngs.fork();
    expect(recordOf(random.keyData(forked.params.key.value)).data).toEqual([
      1797259609, 2579123966,
    ]);
    expect(recordOf(rngs.params.count).data).toEqual([1]);
  });

  test("seeds can be keys of both kinds", () => {
    for (const seed of [random.key(3), random.PRNGKey(3)]) {
      expect(recordOf(random.keyData(new nnx.Rngs(seed)()))).toEqual(
        recordOf(random.keyData(new nnx.Rngs(3)())),
      );
    }
    expect(new nnx.Rngs(0).normal([2]).repr()).toBe(
      "Array([ 1.0040143, -0.9063372], dtype=float32)",
    );
  });
});

type TextCase = { python: string; type: string; text: string };
const lin = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
const x4 = arrayOf({ shape: [4], dtype: "float32", data: [0, 1, 2, 3] });

test.each<[string, () => unknown]>([
  ["nnx.Linear(3, 4)", () => Reflect.construct(nnx.Linear, [3, 4])],
  ["nnx.Linear(3, 4, nnx.Rngs(0))", () => Reflect.construct(nnx.Linear, [3, 4, new nnx.Rngs(0)])],
  ["nnx.Rngs(0.5)", () => new nnx.Rngs(0.5)],
  ["nnx.Rngs(0).foo()", () => new nnx.Rngs({ params: 0 }).dropout()],
  ["lin(x4)", () => lin(x4)],
])("%s raises Flax's error", (python, run) => {
  const entry = readGolden<TextCase>("errors").find((one) => one.python === python);
  expect(entry).toBeDefined();
  expect(run).toThrow(expect.objectContaining({ name: entry?.type, message: entry?.text }));
});

type ReprCase = { python: string; repr: string };

test.each<[string, () => unknown]>([
  ["nnx.Linear(2, 3, rngs=nnx.Rngs(0))", () => new nnx.Linear(2, 3, { rngs: new nnx.Rngs(0) })],
  [
    "nnx.Linear(2, 3, rngs=nnx.Rngs(0)).bias",
    () => new nnx.Linear(2, 3, { rngs: new nnx.Rngs(0) }).bias,
  ],
  ["nnx.Rngs(0)", () => new nnx.Rngs(0)],
  [
    "nnx.state(nnx.Linear(2, 3, rngs=nnx.Rngs(0)))",
    () => nnx.state(new nnx.Linear(2, 3, { rngs: new nnx.Rngs(0) })),
  ],
])("the text of %s is Flax's", (python, make) => {
  const entry = readGolden<ReprCase>("reprs").find((one) => one.python === python);
  expect(String(make())).toBe(withoutPythonOnly(entry?.repr ?? ""));
});

/** Flax's text without the attributes that only its Python classes have. */
function withoutPythonOnly(text: string): string {
  return text
    .replaceAll(/\n *(dot_general|promote_dtype|preferred_element_type)=[^\n]*/g, "")
    .replace("precision=None,\n)", "precision=None\n)");
}
