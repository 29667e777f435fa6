import { describe, expect, test } from "vitest";
import "../numpy/methods";
import { readGolden } from "../../lib/testing/read-golden";
import type { RecordedArray } from "../../lib/testing/read-golden";
import { JaxArray } from "../array/array";
import { arrayOf, errorOf, recordOf } from "../testing/recorded-arrays";
import * as random from "../random/index";
import * as nn from "./index";

type Tree = RecordedArray | { [name: string]: Tree };
type LinenCase = {
  seed: number;
  in: number;
  hidden: number;
  out: number;
  x: RecordedArray;
  "Dense.init": Tree;
  "Dense.apply": RecordedArray;
  "Dense.apply_1d": RecordedArray;
  "compact MLP.init": Tree;
  "compact MLP.apply": RecordedArray;
  "setup(enc, head no bias).init": Tree;
  "setup.apply": RecordedArray;
};

/** Variables with their arrays as recordings. */
function recordTree(tree: unknown): Tree {
  if (tree instanceof JaxArray) return recordOf(tree);
  const entries = Object.entries(tree ?? {}).map(([name, value]) => [name, recordTree(value)]);
  return Object.fromEntries(entries);
}

/** A model that makes its layers in call. */
class MLP extends nn.Module {
  constructor(
    readonly h: number,
    readonly o: number,
  ) {
    super();
  }
  override call(x: JaxArray): JaxArray {
    const hidden = nn.relu(new nn.Dense(this.h)(x));
    return new nn.Dense({ features: this.o })(hidden);
  }
}

/** A model that makes its layers in setup. */
class Setup extends nn.Module {
  declare enc: nn.Dense;
  declare head: nn.Dense;
  constructor(
    readonly h: number,
    readonly o: number,
  ) {
    super();
  }
  override setup(): void {
    this.enc = new nn.Dense({ features: this.h });
    this.head = new nn.Dense({ features: this.o, useBias: false });
  }
  override call(x: JaxArray): JaxArray {
    return this.head(nn.tanh(this.enc(x)));
  }
}

describe.each(readGolden<LinenCase>("linen"))("linen of seed $seed, $in → $hidden", (recorded) => {
  const key = random.PRNGKey(recorded.seed);
  const x = arrayOf(recorded.x);

  test("Dense", () => {
    const dense = new nn.Dense({ features: recorded.out });
    const variables = dense.init(key, x);
    expect(recordTree(variables)).toEqual(recorded["Dense.init"]);
    expect(Object.keys(variables.params)).toEqual(["kernel", "bias"]);
    expect(recordTree(dense.init({ params: key }, x))).toEqual(recorded["Dense.init"]);
    expect(recordTree(dense.init(random.key(recorded.seed), x))).toEqual(recorded["Dense.init"]);
    expect(errorOf(dense.apply(variables, x), recorded["Dense.apply"])).toBeLessThan(1);
    const [out, same] = dense.initWithOutput(key, x);
    expect(errorOf(out, recorded["Dense.apply"])).toBeLessThan(1);
    expect(recordTree(same)).toEqual(recorded["Dense.init"]);
  });

  test("layers made in call", () => {
    const model = new MLP(recorded.hidden, recorded.out);
    const variables = model.init(key, x);
    expect(recordTree(variables)).toEqual(recorded["compact MLP.init"]);
    expect(errorOf(model.apply(variables, x), recorded["compact MLP.apply"])).toBeLessThan(1);
  });

  test("layers made in setup", () => {
    const model = new Setup(recorded.hidden, recorded.out);
    const variables = model.init(key, x);
    expect(recordTree(variables)).toEqual(recorded["setup(enc, head no bias).init"]);
    expect(errorOf(model.apply(variables, x), recorded["setup.apply"])).toBeLessThan(1);
    expect(Object.keys(model)).toEqual(["h", "o"]);
  });
});

const x4 = arrayOf({ shape: [4], dtype: "float32", data: [0, 1, 2, 3] });
const x3 = arrayOf({ shape: [3], dtype: "float32", data: [0, 1, 2] });
const dense = new nn.Dense({ features: 3 });
const v = dense.init(random.PRNGKey(0), x4);

type TextCase = { python: string; type: string; text: string };

test.each<[string, () => unknown]>([
  ["dense(x4)", () => dense(x4)],
  ["dense.apply(v, x3)", () => dense.apply(v, x3)],
  ["dense.apply({}, x4)", () => dense.apply({}, x4)],
  ["dense.apply(v['params'], x4)", () => dense.apply(v.params, x4)],
  ["dense.apply({'params': v}, x4)", () => dense.apply({ params: v }, x4)],
  [
    "dense.apply({'params': {'kernel': v['params']['kernel']}}, x4)",
    () => dense.apply({ params: { kernel: v.params.kernel } }, x4),
  ],
  ["dense.init(1, x4)", () => Reflect.apply(dense.init, dense, [1, x4])],
  ["dense.apply(v)", () => Reflect.apply(dense.apply, dense, [v])],
  ["nn.Dense()", () => Reflect.construct(nn.Dense, [])],
])("%s raises Flax's error", (python, run) => {
  const entry = readGolden<TextCase>("errors").find((one) => one.python === python);
  expect(entry).toBeDefined();
  expect(run).toThrow(expect.objectContaining({ name: entry?.type, message: entry?.text }));
});

describe("modules", () => {
  test("a parameter's name can be taken once", () => {
    class Twice extends nn.Module {
      override call(): JaxArray {
        this.param("w", nn.initializers.zeros, [1]);
        return this.param("w", nn.initializers.zeros, [1]);
      }
    }
    expect(() => new Twice().init(random.key(0))).toThrow(
      'Could not create param "w" in Module Twice: Name in use.',
    );
  });

  test("nested names make the path of keys and of errors", () => {
    class Outer extends nn.Module {
      override call(x: JaxArray): JaxArray {
        return new MLP(2, 1)(x);
      }
    }
    const variables = new Outer().init(random.key(0), x3);
    expect(
      JSON.stringify(variables, (_, value: unknown) => (value instanceof JaxArray ? 0 : value)),
    ).toBe(
      '{"params":{"MLP_0":{"Dense_0":{"kernel":0,"bias":0},"Dense_1":{"kernel":0,"bias":0}}}}',
    );
    expect(() => new Outer().apply(variables, x4)).toThrow(
      'For parameter "kernel" in "/MLP_0/Dense_0", the given initializer is expected to generate shape (4, 2)',
    );
  });

  test("a layer made outside is adopted under the attribute's name", () => {
    class Wrapper extends nn.Module {
      constructor(readonly inner: nn.Dense) {
        super();
      }
      override call(x: JaxArray): JaxArray {
        return this.inner(x);
      }
    }
    const wrapper = new Wrapper(new nn.Dense({ features: 2 }));
    const variables = wrapper.init(random.key(0), x3);
    expect(Object.keys(variables.params)).toEqual(["inner"]);
    expect(wrapper.apply(variables, x3).shape).toEqual([2]);
  });

  test("options of apply come last", () => {
    const [y, changed] = Reflect.apply(dense.apply, dense, [v, x4, { mutable: ["params"] }]);
    expect(recordOf(y)).toEqual(recordOf(dense.apply(v, x4)));
    expect(Object.keys(changed)).toEqual(["params"]);
  });

  test("the text of a layer is Flax's", () => {
    const entry = readGolden<{ python: string; repr: string }>("reprs").find(
      (one) => one.python === "nn.Dense(3)",
    );
    const pythonOnly = /\n *(promote_dtype|dot_general|dot_general_cls) = [^\n]*/g;
    expect(String(new nn.Dense(3))).toBe(entry?.repr.replaceAll(pythonOnly, ""));
  });
});
